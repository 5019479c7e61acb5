"""Cards of the spaced schedule and their reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String, UniqueConstraint

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables; what was practised so far begins no card."""
    op.create_table(
        "cards",
        Column("person", String(32), ForeignKey("people.id"), primary_key=True),
        Column("step", String(130), primary_key=True),
        Column("stability", Float, nullable=False),
        Column("difficulty", Float, nullable=False),
        Column("first", String(10), nullable=False),
        Column("last", String(10), nullable=False),
        Column("due", String(10), nullable=False),
        Column("reviews", Integer, nullable=False),
        Column("lapses", Integer, nullable=False),
    )
    op.create_table(
        "reviews",
        Column("number", Integer, primary_key=True),
        Column("person", String(32), ForeignKey("people.id"), nullable=False, index=True),
        Column("step", String(130), nullable=False),
        Column("at", String(32), nullable=False),
        Column("day", String(10), nullable=False),
        Column("source", String(16), nullable=False),
        Column("ref", String(64), nullable=False),
        Column("way", String(16), nullable=False),
        Column("done", Boolean, nullable=False),
        Column("quality", Integer, nullable=False),
        Column("rating", String(8), nullable=False),
        UniqueConstraint("ref", "step", name="reviews_once"),
    )
