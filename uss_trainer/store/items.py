"""Sums for item analysis: everybody's first attempt at each scenario, and only that.

Who plays a scenario again has read its feedback, and one person's attempts are no independent ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from uss_trainer.coaching.figures import ReplyCount, Scope
from uss_trainer.coaching.items import Moments
from uss_trainer.coaching.people import GONE
from uss_trainer.store.figures import counted
from uss_trainer.store.tables import attempts, step_figures, turn_figures

if TYPE_CHECKING:
    from sqlalchemy import Subquery

    from uss_trainer.store.engine import Database


def _first(scope: Scope) -> Subquery:
    """Return each person's first finished attempt at each scenario."""
    order = func.row_number().over(
        partition_by=(attempts.c.person, attempts.c.scenario),
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
        for row in connection.execute(select(first.c.person, first.c.scenario, first.c.total)):
            found.setdefault(row[0], {})[row[1]] = float(row[2]) / 100
    return found


def step_moments(database: Database, scope: Scope) -> dict[tuple[str, str], Moments]:
    """Return sums by scenario and step: its share against that of the attempt's other due steps."""
    first = _first(scope)
    wholes = (
        select(
            first.c.id,
            first.c.scenario,
            func.sum(step_figures.c.earned).label("earned"),
            func.sum(step_figures.c.possible).label("possible"),
        )
        .select_from(first.join(step_figures, step_figures.c.attempt == first.c.id))
        .where(step_figures.c.due & (step_figures.c.possible > 0))
        .group_by(first.c.id, first.c.scenario)
        .subquery("wholes")
    )
    own = step_figures.c
    x = own.earned / own.possible
    y = (wholes.c.earned - own.earned) / (wholes.c.possible - own.possible)
    sums = (func.sum(one) for one in (x, x * x, y, y * y, x * y))
    keys = (wholes.c.scenario, own.step)
    query = (
        select(*keys, func.count(), *sums)
        .select_from(wholes.join(step_figures, own.attempt == wholes.c.id))
        .where(own.due & (own.possible > 0) & (wholes.c.possible > own.possible))
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
