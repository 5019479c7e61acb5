"""Which attempts trainers see: `coaching/privacy.py` in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from uss_trainer.coaching.privacy import EXAM
from uss_trainer.store.tables import attempts, members, shares

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

OFFICIAL: ColumnElement[bool] = or_(attempts.c.assignment != "", attempts.c.mode == EXAM)
"""Asked for by a trainer."""

VISIBLE: ColumnElement[bool] = or_(OFFICIAL, attempts.c.id.in_(select(shares.c.attempt)))
"""Official, or shared by its owner."""


def in_team(person: ColumnElement[str], team: str) -> ColumnElement[bool]:
    """Return that somebody is in a team."""
    return person.in_(select(members.c.person).where(members.c.team == team))
