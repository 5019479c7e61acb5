"""How many stand how with what they were given, counted by the database.

The rules are those of `coaching.assignments.progress`, which a test holds this to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Integer, and_, case, func, literal, or_, select, union_all
from sqlalchemy import cast as as_type

from uss_trainer.coaching.desk_figures import Tally
from uss_trainer.store.tables import (
    assignees,
    assignment_items,
    assignments,
    attempts,
    ruled,
    unlisted,
)
from uss_trainer.store.visible import in_team

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import CTE, CompoundSelect, Select, Subquery

    from uss_trainer.store.engine import Database

STATES = ("done", "pending", "failed", "below", "begun")
"""States of items with an attempt; all others are open."""

NONE = (0,) * (len(STATES) + 1)
KEYS = ("assignment", "scenario", "person")
BOTH = ("assignment", "person")
"""What is counted by."""


Tallies = dict[str, Tally]
"""By the id of the assignment or person."""


def tallies(
    database: Database, overdue: Collection[str] = (), team: str = ""
) -> tuple[Tallies, Tallies]:
    """Return how each assignment stands, and how everybody does who was given something.

    `overdue` are the ids of assignments whose last day is over; with `team` only its members count.
    """
    with database.read() as connection:
        counts = connection.execute(_stand(team, overdue)).all()
        given = {by: connection.execute(_given(by, team, overdue)).all() for by in BOTH}
    stand: dict[tuple[str, str], Sequence[int]] = {(row[0], row[1]): row[2:] for row in counts}
    assignment, person = (
        {row[0]: _tally(row[0], row[1], row[2], stand.get((by, row[0]), NONE)) for row in given[by]}
        for by in BOTH
    )
    return assignment, person


def _tally(of: str, given: int, late: int, counts: Sequence[int]) -> Tally:
    *states, closed = counts
    return Tally(of, given, **dict(zip(STATES, states, strict=True)), overdue=late - closed)


def unlisted_people(database: Database) -> frozenset[str]:
    """Return who took themselves off boards."""
    with database.read() as connection:
        return frozenset(connection.scalars(select(unlisted.c.person)))


def _late(assignment: ColumnElement[str], overdue: Collection[str]) -> ColumnElement[bool]:
    return assignment.in_(tuple(overdue))


def _sum(which: ColumnElement[bool]) -> ColumnElement[int]:
    return as_type(func.sum(case((which, 1), else_=0)), Integer)


def _given(by: str, team: str, overdue: Collection[str]) -> Select[Any]:
    """Return the query of how many items were given, and how many of them are overdue."""
    key = assignees.c[by]
    late = _sum(_late(assignees.c.assignment, overdue))
    query = select(key, func.count(), late).join(
        assignment_items, assignment_items.c.assignment == assignees.c.assignment
    )
    query = query.where(in_team(assignees.c.person, team)) if team else query
    return query.group_by(key)


def _stand(team: str, overdue: Collection[str]) -> CompoundSelect[Any]:
    """Return the query of how many items are in each state, and how many closed ones are overdue.

    One query for both groupings, so that the states are worked out once.
    """
    states = _states(team)
    closed = and_(_late(states.c.assignment, overdue), states.c.state.in_(("done", "pending")))
    counts = [_sum(states.c.state == name) for name in STATES]
    return union_all(
        *(
            select(literal(by), states.c[by], *counts, _sum(closed)).group_by(states.c[by])
            for by in BOTH
        )
    )


def _states(team: str) -> CTE:
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
    return select(*keys, state.label("state")).where(ranked.c.rank == 1).cte("states")


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
