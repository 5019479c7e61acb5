"""What trainers say to attempts, results with their rulings counted, and who lets whom see what."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String, Table, Text

from uss_trainer.store.tables.base import metadata

comments = Table(
    "comments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("attempt", String(32), ForeignKey("attempts.id"), nullable=False, index=True),
    Column("turn", Integer, nullable=False, comment="the turn's own number"),
    Column("author", String(32), ForeignKey("people.id"), nullable=False, index=True),
    Column("at", String(32), nullable=False),
    Column("text", Text, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("attempt", String(32), ForeignKey("attempts.id"), nullable=False, index=True),
    Column("turn", Integer, nullable=False, comment="the turn's own number"),
    Column("author", String(32), ForeignKey("people.id"), nullable=False, index=True),
    Column("at", String(32), nullable=False),
    Column("why", Text, nullable=False),
    Column("body", Text, nullable=False, comment="JSON of a ruling; null takes earlier ones back"),
)

ruled = Table(
    "ruled",
    metadata,
    Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
    Column("at", String(32), nullable=False),
    Column("total", Float, nullable=False),
    Column("total_if_open", Float, nullable=False),
    Column("band", String(64), nullable=False),
    Column("passed", Boolean, nullable=False),
    Column("missed_musts", Integer, nullable=False),
)

ruled_figures = Table(
    "ruled_figures",
    metadata,
    Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
    Column("step", String(96), primary_key=True),
    Column("due", Boolean, nullable=False),
    Column("quality", Integer, nullable=False),
    Column("earned", Float, nullable=False),
    Column("possible", Float, nullable=False),
)

shares = Table(
    "shares",
    metadata,
    Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
    Column("at", String(32), nullable=False),
)

boards = Table(
    "boards",
    metadata,
    Column("team", String(32), ForeignKey("teams.id"), primary_key=True),
    Column("at", String(32), nullable=False, comment="since when its members see it"),
)

unlisted = Table(
    "unlisted",
    metadata,
    Column("person", String(32), ForeignKey("people.id"), primary_key=True),
    Column("at", String(32), nullable=False, comment="since when they stand on no board"),
)
