"""How many stand how with what they were given, counted by the database.

The rules are those of `coaching.assignments.progress`, which a test holds this to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Integer, Select, and_, case, func, literal, or_, select
from sqlalchemy import cast as as_type

from uss_trainer.coaching.figures import Tally
from uss_trainer.store.tables import (
    assignees,
    assignment_items,
    assignments,
    attempts,
    people,
    ruled,
    unlisted,
)
from uss_trainer.store.visible import in_team

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Subquery

    from uss_trainer.store.engine import Database

STATES = ("done", "pending", "failed", "below", "begun")
"""States of items with an attempt; all others are open."""

KEYS = ("assignment", "scenario", "person")


def by_assignment(database: Database, team: str = "") -> dict[str, Tally]:
    """Return how each assignment stands, by its id; with `team` among its members alone."""
    query = _counted("assignment", _states(team), team)
    with database.read() as connection:
        return {row.of: Tally(**row._mapping) for row in connection.execute(query)}


def by_person(
    database: Database, overdue: Collection[str], team: str = "", limit: int = 200
) -> tuple[Tally, ...]:
    """Return how people stand who have something to do, those most behind first.

    `overdue` are the ids of assignments whose last day is over.
    """
    counted = _counted("person", _states(team), team, overdue).subquery()
    query = (
        select(counted)
        .join(people, people.c.id == counted.c.of)
        .where(people.c.active)
        .order_by(counted.c.overdue.desc(), counted.c.done - counted.c.given, people.c.name)
    )
    with database.read() as connection:
        rows = connection.execute(query.limit(limit))
        return tuple(Tally(**row._mapping) for row in rows)


def on_board(database: Database, team: str) -> tuple[Tally, ...]:
    """Return how a team's members stand who haven't taken themselves off boards, by name."""
    counted = _counted("person", _states(team), team).subquery()
    hidden = select(unlisted.c.person)
    query = select(counted).join(people, people.c.id == counted.c.of)
    query = query.where(people.c.active, people.c.id.not_in(hidden)).order_by(people.c.name)
    with database.read() as connection:
        return tuple(Tally(**row._mapping) for row in connection.execute(query))


def _counted(
    by: str, states: Subquery, team: str, overdue: Collection[str] = ()
) -> Select[tuple[object, ...]]:
    """Return the query of tallies by assignment or person."""
    given = _given(team)
    joined = and_(*(given.c[key] == states.c[key] for key in KEYS))
    state = func.coalesce(states.c.state, "open")
    counts = [_sum(state == name).label(name) for name in STATES]
    late = and_(given.c.assignment.in_(tuple(overdue)), state.not_in(("done", "pending")))
    return (
        select(
            given.c[by].label("of"),
            func.count().label("given"),
            *counts,
            (_sum(late) if overdue else literal(0)).label("overdue"),
        )
        .select_from(given.outerjoin(states, joined))
        .group_by(given.c[by])
    )


def _sum(which: ColumnElement[bool]) -> ColumnElement[int]:
    return as_type(func.sum(case((which, 1), else_=0)), Integer)


def _given(team: str) -> Subquery:
    """Return a row for each item that somebody has."""
    query = select(assignees.c.assignment, assignment_items.c.scenario, assignees.c.person).join(
        assignment_items, assignment_items.c.assignment == assignees.c.assignment
    )
    return (query.where(in_team(assignees.c.person, team)) if team else query).subquery()


def _states(team: str) -> Subquery:
    """Return how each item stands of which somebody has begun an attempt."""
    ranked = _ranked(_made(team))
    mark = ranked.c.pass_mark
    used = and_(ranked.c.attempts > 0, ranked.c.made >= ranked.c.attempts)
    state = case(
        (ranked.c.finished_at == "", "begun"),
        (and_(ranked.c.total >= mark, ranked.c.missed_musts == 0), "done"),
        (and_(ranked.c.high >= mark, ranked.c.high > ranked.c.total), "pending"),
        (and_(or_(ranked.c.counting == "first", used), ranked.c.going == 0), "failed"),
        else_="below",
    )
    keys = [ranked.c[key] for key in KEYS]
    return select(*keys, state.label("state")).where(ranked.c.rank == 1).subquery()


def _made(team: str) -> Subquery:
    """Return all attempts at assignments, numbered in the order they were begun."""
    keys = [attempts.c[key] for key in KEYS]
    begun = func.row_number().over(
        partition_by=keys, order_by=(attempts.c.started_at, attempts.c.id)
    )
    query = (
        select(
            *keys,
            attempts.c.finished_at,
            *(_result(name).label(label) for name, label in RESULTS),
            assignments.c.attempts,
            assignments.c.counting,
            assignments.c.pass_mark,
            begun.label("place"),
            func.count().over(partition_by=keys).label("made"),
        )
        .join(assignments, assignments.c.id == attempts.c.assignment)
        .outerjoin(ruled, ruled.c.attempt == attempts.c.id)
        .where(attempts.c.retry_of == "")
    )
    return (query.where(in_team(attempts.c.person, team)) if team else query).subquery()


RESULTS = (("total", "total"), ("total_if_open", "high"), ("missed_musts", "missed_musts"))


def _result(name: str) -> ColumnElement[float]:
    """Return a figure with trainers' rulings counted."""
    return func.coalesce(ruled.c[name], attempts.c[name])


def _ranked(made: Subquery) -> Subquery:
    """Return the attempts allowed, the one that counts first."""
    best, last = made.c.counting == "best", made.c.counting == "last"
    order = (
        case((made.c.finished_at == "", 1), else_=0),
        case((best, made.c.high), else_=0).desc(),
        case((best, made.c.total), else_=0).desc(),
        case((last, made.c.finished_at), else_="").desc(),
        made.c.finished_at,
    )
    keys = [made.c[key] for key in KEYS]
    going = func.max(case((made.c.finished_at == "", 1), else_=0)).over(partition_by=keys)
    rank = func.row_number().over(partition_by=keys, order_by=order)
    allowed = or_(made.c.attempts == 0, made.c.place <= made.c.attempts)
    return select(made, rank.label("rank"), going.label("going")).where(allowed).subquery()
