"""Cards of the spaced schedule, and the reviews they are made from."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from uss_trainer.store.tables.base import metadata

cards = Table(
    "cards",
    metadata,
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

reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True, comment="Their order; never changed"),
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
