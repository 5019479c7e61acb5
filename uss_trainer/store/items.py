"""Sums for item analysis: everybody's first attempt at each scenario, and only that.

Who plays a scenario again has read its feedback, and one person's attempts are no independent ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from uss_trainer.coaching.figures import ReplyCount, Scope
from uss_trainer.coaching.items import Moments
from uss_trainer.coaching.people import GONE
from uss_trainer.store.counting import counted
from uss_trainer.store.tables import attempts, step_figures, turn_figures

if TYPE_CHECKING:
    from sqlalchemy import Subquery

    from uss_trainer.store.engine import Database


def _first(scope: Scope) -> Subquery:
    """Return each person's first finished attempt at each scenario."""
    order = func.row_number().over(
        # In the index's order, so that nothing has to be sorted.
        partition_by=(attempts.c.scenario, attempts.c.person),
        order_by=(attempts.c.started_at, attempts.c.id),
    )
    columns = (attempts.c.id, attempts.c.person, attempts.c.scenario, attempts.c.total)
    every = select(*columns, order.label("nth")).where(counted(scope) & (attempts.c.person != GONE))
    inner = every.subquery("every")
    return select(inner).where(inner.c.nth == 1).subquery("first")


def first_scores(database: Database, scope: Scope) -> dict[str, dict[str, float]]:
    """Return total out of 100, 0 to 1, by person and scenario."""
    first = _first(scope)
    found: dict[str, dict[str, float]] = {}
    with database.read() as connection:
        rows = connection.execute(select(first.c.person, first.c.scenario, first.c.total)).all()
    for person, scenario, total in rows:
        found.setdefault(person, {})[scenario] = float(total) / 100
    return found


def step_moments(database: Database, scope: Scope) -> dict[tuple[str, str], Moments]:
    """Return sums by scenario and step: its share, against the total without its points."""
    first, own = _first(scope), step_figures.c
    x, y = own.earned / own.possible, (first.c.total - own.earned) / 100
    sums = (func.sum(one) for one in (x, x * x, y, y * y, x * y))
    keys = (first.c.scenario, own.step)
    query = (
        select(*keys, func.count(), *sums)
        .select_from(first.join(step_figures, own.attempt == first.c.id))
        .where(own.due & (own.possible > 0))
        .group_by(*keys)
        .order_by(*keys)
    )
    with database.read() as connection:
        rows = connection.execute(query).all()
    return {(row[0], row[1]): Moments(int(row[2]), *map(float, row[3:])) for row in rows}


def first_replies(database: Database, scope: Scope) -> tuple[ReplyCount, ...]:
    """Return how often each listed reply was chosen, and how often one was typed instead."""
    first = _first(scope)
    keys = (first.c.scenario, turn_figures.c.scene, turn_figures.c.choice)
    query = (
        select(*keys, func.count(), func.avg(first.c.total))
        .select_from(first.join(turn_figures, turn_figures.c.attempt == first.c.id))
        .group_by(*keys)
        .order_by(*keys)
    )
    with database.read() as connection:
        rows = connection.execute(query).all()
    return tuple(
        ReplyCount(row[0], row[1], row[2], row[3], round(float(row[4]), 1)) for row in rows
    )
