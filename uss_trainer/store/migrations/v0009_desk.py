"""What trainers say to attempts, results with their rulings counted, shared practice, boards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String, Text

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables."""
    _said(op)
    _ruled(op)
    _seen(op)


def _said(op: Operations) -> None:
    op.create_table(
        "comments",
        Column("number", Integer, primary_key=True),
        Column("attempt", String(32), ForeignKey("attempts.id"), nullable=False, index=True),
        Column("turn", Integer, nullable=False),
        Column("author", String(32), ForeignKey("people.id"), nullable=False, index=True),
        Column("at", String(32), nullable=False),
        Column("text", Text, nullable=False),
    )
    op.create_table(
        "corrections",
        Column("number", Integer, primary_key=True),
        Column("attempt", String(32), ForeignKey("attempts.id"), nullable=False, index=True),
        Column("turn", Integer, nullable=False),
        Column("author", String(32), ForeignKey("people.id"), nullable=False, index=True),
        Column("at", String(32), nullable=False),
        Column("why", Text, nullable=False),
        Column("body", Text, nullable=False),
    )


def _ruled(op: Operations) -> None:
    op.create_table(
        "ruled",
        Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
        Column("at", String(32), nullable=False),
        Column("total", Float, nullable=False),
        Column("total_if_open", Float, nullable=False),
        Column("band", String(64), nullable=False),
        Column("passed", Boolean, nullable=False),
        Column("missed_musts", Integer, nullable=False),
    )
    op.create_table(
        "ruled_figures",
        Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
        Column("step", String(96), primary_key=True),
        Column("due", Boolean, nullable=False),
        Column("quality", Integer, nullable=False),
        Column("earned", Float, nullable=False),
        Column("possible", Float, nullable=False),
    )


def _seen(op: Operations) -> None:
    op.create_table(
        "shares",
        Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
        Column("at", String(32), nullable=False),
    )
    op.create_table(
        "boards",
        Column("team", String(32), ForeignKey("teams.id"), primary_key=True),
        Column("at", String(32), nullable=False),
    )
    op.create_table(
        "unlisted",
        Column("person", String(32), ForeignKey("people.id"), primary_key=True),
        Column("at", String(32), nullable=False),
    )
