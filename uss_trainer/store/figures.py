"""Figures summed by the database, so that a report over a million turns reads few rows.

Trainers' rulings count in place of what the program judged.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, distinct, func, select, union_all

from uss_trainer.coaching.attempts import Attempt
from uss_trainer.coaching.figures import Cell, Done, Scope, StepSum
from uss_trainer.store.counting import RULED, TOTAL, counted, with_ruling
from uss_trainer.store.tables import (
    attempts,
    judged_by,
    members,
    ruled,
    ruled_figures,
    step_figures,
)
from uss_trainer.store.visible import OFFICIAL, SHARED

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select, Table

    from uss_trainer.store.engine import Database

MONTH = 7
"""Characters of `2026-03`."""


def by_scenario(database: Database, scope: Scope) -> tuple[Done, ...]:
    """Return attempts summed by scenario."""
    return _done(database, scope, attempts.c.scenario)


def by_technique(database: Database, scope: Scope) -> tuple[Done, ...]:
    """Return attempts summed by the scenarios' technique."""
    return _done(database, scope, attempts.c.technique)


def by_month(database: Database, scope: Scope) -> tuple[Done, ...]:
    """Return attempts summed by the month they were finished in, the earliest first."""
    return _done(database, scope, func.substr(attempts.c.finished_at, 1, MONTH))


def whole(database: Database, scope: Scope) -> Done:
    """Return all attempts of a scope summed."""
    return next(iter(_done(database, scope, None)), Done("", 0, 0, 0, 0.0, 0.0))


def _done(database: Database, scope: Scope, key: ColumnElement[Any] | None) -> tuple[Done, ...]:
    figures = (
        func.count(),
        func.count(distinct(attempts.c.person)),
        func.sum(case((with_ruling("passed"), 1), else_=0)),
        func.avg(TOTAL),
        func.max(TOTAL),
        func.max(attempts.c.finished_at),
    )
    query = select(*figures).where(counted(scope))
    if key is not None:
        query = select(*figures, key).where(counted(scope)).group_by(key).order_by(key)
    with database.read() as connection:
        rows = connection.execute(query).all()
    return tuple(
        Done(
            str(row[6]) if key is not None else "",
            row[0],
            row[1],
            int(row[2]),
            round(float(row[3]), 1),
            float(row[4]),
            row[5],
        )
        for row in rows
        if row[0]
    )


def people_by_technique(database: Database, scope: Scope) -> tuple[Cell, ...]:
    """Return the mean total by person and technique."""
    keys = (attempts.c.person, attempts.c.technique)
    query = select(*keys, func.avg(TOTAL), func.count()).where(counted(scope))
    with database.read() as connection:
        rows = connection.execute(query.group_by(*keys)).all()
    return tuple(Cell(row[0], row[1], float(row[2]) / 100, row[3]) for row in rows)


def by_step(database: Database, scope: Scope) -> tuple[StepSum, ...]:
    """Return how each step went wherever it was due."""
    rated = select(ruled.c.attempt)
    machine = _due(step_figures, counted(scope) & attempts.c.id.not_in(rated))
    own = union_all(machine, _due(ruled_figures, counted(scope))).subquery().c
    query = select(
        own.step,
        func.count(),
        func.sum(case((own.quality > 0, 1), else_=0)),
        func.sum(own.earned),
        func.sum(own.possible),
    ).group_by(own.step)
    with database.read() as connection:
        rows = connection.execute(query.order_by(own.step)).all()
    return tuple(StepSum(row[0], row[1], int(row[2]), _share(row[3], row[4])) for row in rows)


def _due(table: Table, where: ColumnElement[bool]) -> Select[Any]:
    columns = (table.c[name] for name in ("step", "quality", "earned", "possible"))
    return select(*columns).select_from(attempts.join(table)).where(where & table.c.due)


def teams_by_technique(database: Database, scope: Scope) -> tuple[Cell, ...]:
    """Return the mean total by team (its id) and technique."""
    keys = (members.c.team, attempts.c.technique)
    query = (
        select(*keys, func.avg(TOTAL), func.count())
        .select_from(attempts.join(members, members.c.person == attempts.c.person))
        .where(counted(scope))
        .group_by(*keys)
    )
    with database.read() as connection:
        rows = connection.execute(query).all()
    return tuple(Cell(row[0], row[1], float(row[2]) / 100, row[3]) for row in rows)


def teams_by_step(database: Database, scope: Scope) -> tuple[Cell, ...]:
    """Return what was earned of what steps could bring, by team (its id) and step.

    Ask for one pack at a time: all packs of a large firm take seconds.
    """
    keys = (members.c.team, step_figures.c.step)
    sums = (func.sum(step_figures.c.earned), func.sum(step_figures.c.possible), func.count())
    query = (
        select(*keys, *sums)
        .select_from(attempts.join(step_figures))
        .join(members, members.c.person == attempts.c.person)
        .where(counted(scope) & step_figures.c.due)
        .group_by(*keys)
    )
    with database.read() as connection:
        rows = connection.execute(query).all()
    return tuple(Cell(row[0], row[1], _share(row[2], row[3]), row[4]) for row in rows)


def _share(earned: float, possible: float) -> float:
    return float(earned) / float(possible) if possible else 0.0


def practised(database: Database, person: str) -> int:
    """Return how many attempts of their own somebody has finished and not shared."""
    query = select(func.count()).where(
        (attempts.c.person == person) & (attempts.c.finished_at != "") & ~(OFFICIAL | SHARED)
    )
    with database.read() as connection:
        return int(connection.scalar(query) or 0)


def latest(
    database: Database, scope: Scope, limit: int, *, rulings: bool = True
) -> tuple[Attempt, ...]:
    """Return the attempts counted, the latest `limit` of them, oldest first; 0 for all."""
    columns = [
        with_ruling(field.name) if rulings and field.name in RULED else attempts.c[field.name]
        for field in fields(Attempt)
    ]
    query = select(*columns).where(counted(scope))
    query = query.order_by(attempts.c.started_at.desc(), attempts.c.id.desc())
    with database.read() as connection:
        rows = connection.execute(query.limit(limit) if limit else query).all()
    return tuple(Attempt(*row) for row in reversed(rows))


def editions(database: Database, scope: Scope) -> tuple[tuple[str, str, int], ...]:
    """Return the contents played on: scenario, digest, attempts; of one scenario the latest first."""
    keys = (attempts.c.scenario, attempts.c.edition)
    query = select(*keys, func.count()).where(counted(scope)).group_by(*keys)
    latest = func.max(attempts.c.started_at).desc()
    with database.read() as connection:
        rows = connection.execute(query.order_by(attempts.c.scenario, latest)).all()
    return tuple((row[0], row[1], row[2]) for row in rows)


def graders(database: Database, scope: Scope) -> tuple[tuple[str, str], ...]:
    """Return who judged typed replies: technique and version."""
    query = (
        select(judged_by.c.technique, judged_by.c.version)
        .select_from(attempts.join(judged_by))
        .where(counted(scope))
        .distinct()
    )
    with database.read() as connection:
        rows = connection.execute(query.order_by(judged_by.c.technique, judged_by.c.version)).all()
    return tuple((row[0], row[1]) for row in rows)
