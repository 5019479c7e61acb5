"""Assignments; an attempt says for which it was begun and how many must-have steps are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, Float, ForeignKey, Integer, String, Text

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables; attempts so far belong to no assignment."""
    with op.batch_alter_table("attempts") as attempts:
        attempts.add_column(Column("assignment", String(32), nullable=False, server_default=""))
        attempts.add_column(Column("missed_musts", Integer, nullable=False, server_default="0"))
        attempts.create_index("ix_attempts_assignment", ["assignment"])
    op.create_table(
        "assignments",
        Column("id", String(32), primary_key=True),
        Column("title", Text, nullable=False),
        Column("mode", String(16), nullable=False),
        Column("due", String(10), nullable=False),
        Column("zone", String(64), nullable=False),
        Column("pass_mark", Float, nullable=False),
        Column("attempts", Integer, nullable=False),
        Column("counting", String(8), nullable=False),
        Column("by", Text, nullable=False),
        Column("at", String(32), nullable=False),
    )
    op.create_table(
        "assignment_items",
        Column("assignment", String(32), ForeignKey("assignments.id"), primary_key=True),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("scenario", String(64), nullable=False),
        Column("edition", String(64), ForeignKey("contents.digest"), nullable=False),
    )
    op.create_table(
        "assignees",
        Column("assignment", String(32), ForeignKey("assignments.id"), primary_key=True),
        Column("person", String(32), ForeignKey("people.id"), primary_key=True, index=True),
        Column("known_as", String(32), nullable=False),
    )
