"""Assignments: what was given, in which version, and to whom."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, String, Table, Text

from uss_trainer.store.tables.base import metadata

assignments = Table(
    "assignments",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("title", Text, nullable=False),
    Column("mode", String(16), nullable=False),
    Column("due", String(10), nullable=False, comment="the last day, or empty"),
    Column("zone", String(64), nullable=False),
    Column("pass_mark", Float, nullable=False),
    Column("attempts", Integer, nullable=False, comment="0 for any number"),
    Column("counting", String(8), nullable=False),
    Column("by", Text, nullable=False, comment="name of who gave it"),
    Column("at", String(32), nullable=False),
)

assignment_items = Table(
    "assignment_items",
    metadata,
    Column("assignment", String(32), ForeignKey("assignments.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("scenario", String(64), nullable=False),
    Column("edition", String(64), ForeignKey("contents.digest"), nullable=False),
)

assignees = Table(
    "assignees",
    metadata,
    Column("assignment", String(32), ForeignKey("assignments.id"), primary_key=True),
    Column("person", String(32), ForeignKey("people.id"), primary_key=True, index=True),
    Column("known_as", String(32), nullable=False, comment="their id where it was given"),
)
