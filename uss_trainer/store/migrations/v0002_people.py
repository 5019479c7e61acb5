"""People, teams and the audit log; attempts so far are those of the machine's own person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables and give every attempt its person."""
    people = op.create_table(
        "people",
        Column("id", String(32), primary_key=True),
        Column("name", Text, nullable=False),
        Column("number", String(64), nullable=False, index=True),
        Column("role", String(16), nullable=False),
        Column("active", Boolean, nullable=False),
        Column("added_at", String(32), nullable=False),
    )
    me = {"id": "me", "name": "", "number": "", "role": "administrator"}
    op.bulk_insert(people, [{**me, "active": True, "added_at": ""}])
    with op.batch_alter_table("attempts") as attempts:
        person = ForeignKey("people.id", name="attempts_person")
        attempts.add_column(
            Column("person", String(32), person, nullable=False, server_default="me")
        )
        attempts.create_index("ix_attempts_person", ["person"])
    _teams(op)
    _audit(op)


def _teams(op: Operations) -> None:
    op.create_table(
        "teams",
        Column("id", String(32), primary_key=True),
        Column("name", Text, nullable=False),
        Column("zone", String(64), nullable=False),
    )
    op.create_table(
        "members",
        Column("team", String(32), ForeignKey("teams.id"), primary_key=True),
        Column("person", String(32), ForeignKey("people.id"), primary_key=True, index=True),
    )


def _audit(op: Operations) -> None:
    op.create_table(
        "audit",
        Column("number", Integer, primary_key=True),
        Column("at", String(32), nullable=False),
        Column("actor", String(32), nullable=False),
        Column("act", String(40), nullable=False),
        Column("subject", String(64), nullable=False, index=True),
        Column("body", Text, nullable=False),
    )
