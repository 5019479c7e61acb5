"""Which attempts trainers see: `coaching/privacy.py` in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, not_, or_, select

from uss_trainer.coaching.privacy import EXAM
from uss_trainer.store.tables import attempts, exam_items, exams, members, shares

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

OFFICIAL: ColumnElement[bool] = or_(attempts.c.assignment != "", attempts.c.mode == EXAM)
"""Asked for by a trainer."""


def _of_exams(*where: ColumnElement[bool]) -> Select[tuple[str]]:
    # By the attempt's id, which stands in the indexes that reports read.
    joined = select(exam_items.c.attempt).join(exams, exams.c.id == exam_items.c.exam)
    return joined.where(*where)


RATED: ColumnElement[bool] = attempts.c.id.in_(_of_exams(exams.c.rated_at != ""))
"""Of an exam whose trainee has rated themselves."""

KEPT_BACK: ColumnElement[bool] = attempts.c.id.in_(_of_exams(exams.c.rated_at == ""))
"""Of an exam whose trainee hasn't rated themselves yet: nobody reads it, nothing counts it."""

SHARED: ColumnElement[bool] = attempts.c.id.in_(select(shares.c.attempt))

VISIBLE: ColumnElement[bool] = and_(or_(OFFICIAL, SHARED), not_(KEPT_BACK))
"""Official, or shared by its owner, and not kept back."""


def in_team(person: ColumnElement[str], team: str) -> ColumnElement[bool]:
    """Return that somebody is in a team."""
    return person.in_(select(members.c.person).where(members.c.team == team))
