"""How well steps are done, summed by the database from the stored figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, case, func, select, union_all

from uss_trainer.coaching.desk_figures import Heat
from uss_trainer.store.tables import attempts, members, ruled, ruled_figures, step_figures
from uss_trainer.store.visible import VISIBLE, in_team

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Select, Subquery, Table

    from uss_trainer.store.engine import Database


def people_by_technique(database: Database, people: Collection[str]) -> tuple[Heat, ...]:
    """Return how these people do in each technique whose steps were due."""
    wanted = attempts.c.person.in_(tuple(people))
    steps = _figures(wanted)
    technique = _technique(steps.c.step, _techniques(database, wanted))
    return _summed(database, steps, steps.c.person, technique)


def steps_by_team(database: Database, teams: Collection[str]) -> tuple[Heat, ...]:
    """Return how each step is done by everybody, and by each of these teams."""
    figures = _figures()
    everybody = _summed(database, figures, figures.c.step, None)
    named = _figures(in_any_team(teams))
    of = select(members.c.team, members.c.person).where(members.c.team.in_(tuple(teams))).subquery()
    joined = select(named, of.c.team).join(of, of.c.person == named.c.person).subquery()
    return (*everybody, *_summed(database, joined, joined.c.step, joined.c.team))


def steps_of_team(database: Database, team: str) -> tuple[Heat, ...]:
    """Return how each step is done by one team's members."""
    figures = _figures(in_team(attempts.c.person, team))
    return _summed(database, figures, figures.c.step, None)


def in_any_team(teams: Collection[str]) -> ColumnElement[bool]:
    """Return that an attempt's person is in one of the teams."""
    joined = select(members.c.person).where(members.c.team.in_(tuple(teams)))
    return attempts.c.person.in_(joined)


def _figures(*wanted: ColumnElement[bool]) -> Subquery:
    """Return what was due in attempts that trainers see, rulings in place of the machine's."""
    mine = (attempts.c.finished_at != "", attempts.c.retry_of == "", VISIBLE, *wanted)
    machine = _due(step_figures, *mine).where(
        step_figures.c.attempt.not_in(select(ruled.c.attempt))
    )
    return union_all(machine, _due(ruled_figures, *mine)).subquery()


def _due(table: Table, *where: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    columns = (table.c.step, table.c.earned, table.c.possible, attempts.c.person)
    joined = select(*columns).join(attempts, attempts.c.id == table.c.attempt)
    return joined.where(table.c.due, *where)


def _techniques(database: Database, wanted: ColumnElement[bool]) -> list[str]:
    steps = _figures(wanted)
    with database.read() as connection:
        found = connection.scalars(select(steps.c.step).distinct())
        return sorted({step.partition("/")[0] for step in found})


def _technique(step: ColumnElement[str], names: list[str]) -> ColumnElement[str]:
    """Return a step's technique: the part before the stroke, as every database can tell it."""
    if not names:
        return step
    return case(*((step.startswith(f"{one}/", autoescape=True), one) for one in names), else_="")


def _summed(
    database: Database,
    figures: Subquery,
    row: ColumnElement[str],
    column: ColumnElement[str] | None,
) -> tuple[Heat, ...]:
    keys = [row] if column is None else [row, column]
    sums = (func.sum(figures.c.earned), func.sum(figures.c.possible), func.count())
    query = select(*keys, *sums).group_by(*keys)
    with database.read() as connection:
        rows = [tuple(one) for one in connection.execute(query)]
    return tuple(
        Heat(one[0], "" if column is None else one[1], one[-3], one[-2], one[-1]) for one in rows
    )
