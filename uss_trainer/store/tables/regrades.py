"""What graded again gave: a row each time, beside the attempt's own result and never in its place."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String, Table, Text

from uss_trainer.store.tables.base import metadata

regrades = Table(
    "regrades",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("attempt", String(32), ForeignKey("attempts.id"), nullable=False, index=True),
    Column("at", String(32), nullable=False),
    Column("by", String(32), nullable=False, comment="id of who had it graded"),
    Column("edition", String(64), ForeignKey("contents.digest"), nullable=False),
    Column("total", Float, nullable=False),
    Column("total_if_open", Float, nullable=False),
    Column("band", String(64), nullable=False),
    Column("passed", Boolean, nullable=False),
    Column("missed_musts", Integer, nullable=False),
    Column("judgements", Text, nullable=False, comment="JSON: by turn number, of typed replies"),
)
