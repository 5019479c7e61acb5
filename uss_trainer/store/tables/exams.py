"""Exams: what was drawn, which attempts it is made of, how its trainee rated themselves."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, String, Table, Text

from uss_trainer.store.tables.base import metadata

exams = Table(
    "exams",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("pack", String(64), nullable=False, index=True),
    Column("sheet", String(64), ForeignKey("contents.digest"), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("lang", String(2), nullable=False),
    Column("me", Text, nullable=False),
    Column("person", String(32), ForeignKey("people.id"), nullable=False, index=True),
    Column("assignment", String(32), nullable=False, index=True),
    Column("started_at", String(32), nullable=False, index=True),
    Column("ends_at", String(32), nullable=False, comment="when the time is up"),
    Column("breaks", Integer, nullable=False, comment="how often it was gone on with"),
    Column("ended_at", String(32), nullable=False),
    Column("ended_by", String(8), nullable=False, comment="done or time; empty while it goes on"),
    Column("rated_at", String(32), nullable=False),
    Column("total", Float, nullable=False),
    Column("total_if_open", Float, nullable=False),
    Column("verdict", String(10), nullable=False, comment="ready, not-ready, pending or empty"),
)

exam_items = Table(
    "exam_items",
    metadata,
    Column("exam", String(32), ForeignKey("exams.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("technique", String(64), nullable=False),
    Column("scenario", String(64), nullable=False),
    Column("edition", String(64), ForeignKey("contents.digest"), nullable=False),
    Column("attempt", String(32), nullable=False, comment="empty until it is begun"),
)

exam_ratings = Table(
    "exam_ratings",
    metadata,
    Column("exam", String(32), ForeignKey("exams.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("step", String(96), primary_key=True),
    Column("rating", Integer, nullable=False, comment="0 no, 1 partly, 2 yes"),
)

exam_readiness = Table(
    "exam_readiness",
    metadata,
    Column("exam", String(32), ForeignKey("exams.id"), primary_key=True),
    Column("technique", String(64), primary_key=True),
    Column("verdict", String(10), nullable=False),
    Column("total", Float, nullable=False),
    Column("total_if_open", Float, nullable=False),
    Column("missed_musts", Integer, nullable=False),
    Column(
        "gap", Float, nullable=False, comment="mean distance of self-rating and result, 0 to 100"
    ),
)
