"""Which attempts reports count, and what each is worth: trainers' rulings in the program's place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from uss_trainer.store.tables import attempts, members, ruled
from uss_trainer.store.visible import KEPT_BACK, RATED, SHARED

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from uss_trainer.coaching.figures import Scope

RULED = ("total", "total_if_open", "band", "passed", "missed_musts")
"""Columns of an attempt that a ruling replaces."""


def counted(scope: Scope) -> ColumnElement[bool]:
    """Return which attempts a scope counts, as a condition on `attempts`."""
    own = (attempts.c.person == scope.reader) & ~KEPT_BACK
    seen = (attempts.c.assignment != "") | RATED | SHARED | own
    found: ColumnElement[bool] = (attempts.c.finished_at != "") & (attempts.c.retry_of == "") & seen
    if scope.person:
        found &= attempts.c.person == scope.person
    if scope.team:
        found &= attempts.c.person.in_(select(members.c.person).where(members.c.team == scope.team))
    if scope.pack:
        found &= attempts.c.pack == scope.pack
    return found


def with_ruling(name: str) -> ColumnElement[Any]:
    """Return a figure of an attempt, a trainer's ruling in place of the program's."""
    own = select(ruled.c[name]).where(ruled.c.attempt == attempts.c.id).scalar_subquery()
    return func.coalesce(own, attempts.c[name])


TOTAL = with_ruling("total")
