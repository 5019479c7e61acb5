"""Attempts: a turn is an event; an attempt's state is read back from its events in order."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from uss_trainer.coaching.people import ME
from uss_trainer.store.tables.base import metadata

contents = Table(
    "contents",
    metadata,
    Column("digest", String(64), primary_key=True, comment="SHA-256 of the body"),
    Column("kind", String(80), nullable=False, comment="edition, scenario, rubric:phone, scale, …"),
    Column("body", Text, nullable=False, comment="canonical JSON"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("scenario", String(64), nullable=False, index=True),
    Column("pack", String(64), nullable=False),
    Column("technique", String(64), nullable=False),
    Column("edition", String(64), ForeignKey("contents.digest"), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("lang", String(2), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("me", Text, nullable=False),
    Column("started_at", String(32), nullable=False, index=True),
    Column("retry_of", String(32), nullable=False, default=""),
    Column("retry_turn", Integer, nullable=False, default=0),
    Column("finished_at", String(32), nullable=False, default=""),
    Column("ending", String(64), nullable=False, default=""),
    Column("outcome", String(16), nullable=False, default=""),
    Column("total", Float, nullable=False, default=0.0),
    Column("total_if_open", Float, nullable=False, default=0.0),
    Column("band", String(64), nullable=False, default=""),
    Column("passed", Boolean, nullable=False, default=False),
    Column(
        "person",
        String(32),
        ForeignKey("people.id"),
        nullable=False,
        index=True,
        default=ME,
        server_default=ME,
    ),
    Column(
        "assignment",
        String(32),
        nullable=False,
        index=True,
        server_default="",
        comment="empty for practice of one's own",
    ),
    Column("missed_musts", Integer, nullable=False, server_default="0"),
    Column(
        "exam",
        String(32),
        nullable=False,
        index=True,
        server_default="",
        comment="empty where it belongs to none",
    ),
)

events = Table(
    "events",
    metadata,
    Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False, comment="from 1, no gaps"),
    Column("kind", String(8), nullable=False, comment="turn, hint or rewind"),
    Column("at", String(32), nullable=False),
    Column("body", Text, nullable=False, comment="JSON of a turn, or of what was done"),
)

step_figures = Table(
    "step_figures",
    metadata,
    Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
    Column("step", String(96), primary_key=True),
    Column("due", Boolean, nullable=False),
    Column("quality", Integer, nullable=False),
    Column("earned", Float, nullable=False),
    Column("possible", Float, nullable=False),
)
