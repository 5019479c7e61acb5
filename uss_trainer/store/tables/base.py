"""What all tables share."""

from __future__ import annotations

from sqlalchemy import Column, MetaData, String, Table, Text

ME = "me"
"""The person who uses a machine without saying who they are; every database has them."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
