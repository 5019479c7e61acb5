"""What graded again gave, and exams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String, Text

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables, and say of each attempt to which exam it belongs."""
    with op.batch_alter_table("attempts") as table:
        column = Column("exam", String(32), nullable=False, server_default="")
        table.add_column(column)
        table.create_index("ix_attempts_exam", ["exam"])
    op.create_table(
        "regrades",
        Column("id", String(32), primary_key=True),
        Column("attempt", String(32), ForeignKey("attempts.id"), nullable=False, index=True),
        Column("at", String(32), nullable=False),
        Column("by", String(32), nullable=False),
        Column("edition", String(64), ForeignKey("contents.digest"), nullable=False),
        Column("total", Float, nullable=False),
        Column("total_if_open", Float, nullable=False),
        Column("band", String(64), nullable=False),
        Column("passed", Boolean, nullable=False),
        Column("missed_musts", Integer, nullable=False),
        Column("judgements", Text, nullable=False),
    )
    _exams(op)


def _exams(op: Operations) -> None:
    op.create_table(
        "exams",
        Column("id", String(32), primary_key=True),
        Column("pack", String(64), nullable=False, index=True),
        Column("sheet", String(64), ForeignKey("contents.digest"), nullable=False),
        Column("seed", Integer, nullable=False),
        Column("lang", String(2), nullable=False),
        Column("me", Text, nullable=False),
        Column("person", String(32), ForeignKey("people.id"), nullable=False, index=True),
        Column("assignment", String(32), nullable=False, index=True),
        Column("started_at", String(32), nullable=False, index=True),
        Column("ends_at", String(32), nullable=False),
        Column("breaks", Integer, nullable=False),
        Column("ended_at", String(32), nullable=False),
        Column("ended_by", String(8), nullable=False),
        Column("rated_at", String(32), nullable=False),
        Column("total", Float, nullable=False),
        Column("total_if_open", Float, nullable=False),
        Column("verdict", String(10), nullable=False),
    )
    op.create_table(
        "exam_items",
        Column("exam", String(32), ForeignKey("exams.id"), primary_key=True),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("technique", String(64), nullable=False),
        Column("scenario", String(64), nullable=False),
        Column("edition", String(64), ForeignKey("contents.digest"), nullable=False),
        Column("attempt", String(32), nullable=False),
    )
    op.create_table(
        "exam_ratings",
        Column("exam", String(32), ForeignKey("exams.id"), primary_key=True),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("step", String(96), primary_key=True),
        Column("rating", Integer, nullable=False),
    )
    op.create_table(
        "exam_readiness",
        Column("exam", String(32), ForeignKey("exams.id"), primary_key=True),
        Column("technique", String(64), primary_key=True),
        Column("verdict", String(10), nullable=False),
        Column("total", Float, nullable=False),
        Column("total_if_open", Float, nullable=False),
        Column("missed_musts", Integer, nullable=False),
        Column("gap", Float, nullable=False),
    )
