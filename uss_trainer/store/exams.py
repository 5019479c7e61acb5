"""Exams, in and out as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from uss_trainer.store.tables import exam_items, exam_ratings, exam_readiness, exams

if TYPE_CHECKING:
    from sqlalchemy import Connection


def forget_exams(connection: Connection, person: str) -> None:
    """Remove somebody's exams; the figures of their attempts are kept elsewhere, without a name."""
    theirs = select(exams.c.id).where(exams.c.person == person)
    for table in (exam_items, exam_ratings, exam_readiness):
        connection.execute(delete(table).where(table.c.exam.in_(theirs)))
    connection.execute(delete(exams).where(exams.c.person == person))
