"""Answered drills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String, Text

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table."""
    op.create_table(
        "drill_results",
        Column("id", String(32), primary_key=True),
        Column("drill", String(64), nullable=False, index=True),
        Column("pack", String(64), nullable=False),
        Column("kind", String(16), nullable=False),
        Column("edition", String(64), ForeignKey("contents.digest"), nullable=False),
        Column("lang", String(2), nullable=False),
        Column("seed", Integer, nullable=False),
        Column("me", Text, nullable=False),
        Column("at", String(32), nullable=False, index=True),
        Column("seconds", Float, nullable=False),
        Column("total", Float, nullable=False),
        Column("total_if_open", Float, nullable=False),
        Column("band", String(64), nullable=False),
        Column("passed", Boolean, nullable=False),
        Column(
            "person",
            String(32),
            ForeignKey("people.id"),
            nullable=False,
            server_default="me",
            index=True,
        ),
        Column("given", Text, nullable=False),
        Column("marks", Text, nullable=False),
    )
