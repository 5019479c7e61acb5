"""People, teams, and the log of who changed what."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from uss_trainer.store.tables.base import metadata

people = Table(
    "people",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False, comment="empty for `me` until somebody names them"),
    Column("number", String(64), nullable=False, index=True, comment="staff number, or empty"),
    Column("role", String(16), nullable=False, comment="trainee, trainer or administrator"),
    Column("active", Boolean, nullable=False),
    Column("added_at", String(32), nullable=False),
)

teams = Table(
    "teams",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("zone", String(64), nullable=False, comment="IANA time zone that due dates are in"),
)

members = Table(
    "members",
    metadata,
    Column("team", String(32), ForeignKey("teams.id"), primary_key=True),
    Column("person", String(32), ForeignKey("people.id"), primary_key=True, index=True),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("actor", String(32), nullable=False, comment="id of who did it"),
    Column("act", String(40), nullable=False),
    Column("subject", String(64), nullable=False, index=True, comment="id of what was changed"),
    Column("body", Text, nullable=False, comment="JSON: what it became"),
)
