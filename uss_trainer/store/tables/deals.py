"""Deals: what happened in one is read back in order, as with an attempt's turns."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from uss_trainer.coaching.people import ME
from uss_trainer.store.tables.base import metadata

deals = Table(
    "deals",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("deal", String(64), nullable=False, index=True, comment="id in its file"),
    Column("pack", String(64), nullable=False),
    Column("content", String(64), ForeignKey("contents.digest"), nullable=False),
    Column("mode", String(16), nullable=False, comment="guided, typed or self-check"),
    Column("lang", String(2), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("me", Text, nullable=False),
    Column("started_at", String(32), nullable=False, index=True),
    Column("finished_at", String(32), nullable=False, default=""),
    Column("ending", String(64), nullable=False, default=""),
    Column("award", String(32), nullable=False, default=""),
    Column(
        "person",
        String(32),
        ForeignKey("people.id"),
        nullable=False,
        index=True,
        server_default=ME,
    ),
)

deal_events = Table(
    "deal_events",
    metadata,
    Column("run", String(32), ForeignKey("deals.id"), primary_key=True),
    Column("number", Integer, primary_key=True, comment="from 1, without gaps"),
    Column("kind", String(16), nullable=False, comment="begun, visited or priced"),
    Column("at", String(32), nullable=False),
    Column("body", Text, nullable=False, comment="JSON"),
)
