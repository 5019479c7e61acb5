"""Whole deals and what happened in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Integer, String, Text

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables."""
    op.create_table(
        "deals",
        Column("id", String(32), primary_key=True),
        Column("deal", String(64), nullable=False, index=True),
        Column("pack", String(64), nullable=False),
        Column("content", String(64), ForeignKey("contents.digest"), nullable=False),
        Column("mode", String(16), nullable=False),
        Column("lang", String(2), nullable=False),
        Column("seed", Integer, nullable=False),
        Column("me", Text, nullable=False),
        Column("started_at", String(32), nullable=False, index=True),
        Column("finished_at", String(32), nullable=False),
        Column("ending", String(64), nullable=False),
        Column("award", String(32), nullable=False),
        Column(
            "person",
            String(32),
            ForeignKey("people.id"),
            nullable=False,
            index=True,
            server_default="me",
        ),
    )
    op.create_table(
        "deal_events",
        Column("run", String(32), ForeignKey("deals.id"), primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("kind", String(16), nullable=False),
        Column("at", String(32), nullable=False),
        Column("body", Text, nullable=False),
    )
