"""Figures of turns and graders; what is finished already gets its own from its events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import Column, Float, ForeignKey, Integer, String

if TYPE_CHECKING:
    from alembic.operations import Operations

AT_ONCE = 400
"""Attempts read at once."""

INDEXES = {
    "ix_attempts_by_person": (
        "attempts",
        ("person", "assignment", "finished_at", "retry_of", "technique", "scenario", "pack",
         "passed", "total", "edition", "started_at", "id"),
    ),
    "ix_attempts_by_pack": (
        "attempts",
        ("pack", "scenario", "person", "started_at", "id", "assignment", "finished_at",
         "retry_of", "technique", "passed", "total", "edition"),
    ),
    "ix_step_figures_whole": (
        "step_figures",
        ("attempt", "step", "due", "quality", "earned", "possible"),
    ),
}  # fmt: skip
Row = dict[str, Any]


def upgrade(op: Operations) -> None:
    """Make the tables and fill them."""
    turns = op.create_table(
        "turn_figures",
        Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("scene", String(64), nullable=False),
        Column("choice", String(64), nullable=False),
        Column("quality", Integer, nullable=False),
        Column("seconds", Float, nullable=False),
        sqlite_with_rowid=False,
    )
    judges = op.create_table(
        "judged_by",
        Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
        Column("technique", String(64), primary_key=True),
        Column("version", String(200), nullable=False),
        sqlite_with_rowid=False,
    )
    for name, (table, columns) in INDEXES.items():
        op.create_index(name, table, list(columns))
    connection = op.get_bind()
    for attempt, standing in _finished(connection):
        rows = [_turn(attempt, place, turn) for place, turn in enumerate(standing, 1)]
        if rows:
            connection.execute(sa.insert(turns), rows)
        versions = {
            said["technique"]: said["version"]
            for said in (turn["exchange"]["judgement"] for turn in standing)
            if said["source"] == "typed" and said.get("version")
        }
        by = [{"attempt": attempt, "technique": on, "version": v} for on, v in versions.items()]
        if by:
            connection.execute(sa.insert(judges), by)


def _turn(attempt: str, place: int, turn: Row) -> Row:
    return {
        "attempt": attempt,
        "place": place,
        "scene": turn["scene"],
        "choice": turn["choice"],
        "quality": turn["exchange"]["judgement"].get("quality", 0),
        "seconds": round(turn["exchange"].get("seconds", 0.0), 1),
    }


def _finished(connection: sa.Connection) -> Iterator[tuple[str, list[Row]]]:
    """Yield each finished attempt with the turns that stand."""
    attempts = sa.table("attempts", sa.column("id"), sa.column("finished_at"))
    events = sa.table("events", *map(sa.column, ("attempt", "number", "kind", "body")))
    ended = sa.select(attempts.c.id).where(attempts.c.finished_at != "").order_by(attempts.c.id)
    ids = list(connection.scalars(ended))
    for start in range(0, len(ids), AT_ONCE):
        some = events.c.attempt.in_(ids[start : start + AT_ONCE])
        query = sa.select(events).where(some).order_by(events.c.attempt, events.c.number)
        rows = connection.execute(query).all()
        for attempt, happened in groupby(rows, key=lambda row: str(row.attempt)):
            yield attempt, _standing([(row.kind, json.loads(row.body)) for row in happened])


def _standing(happened: list[tuple[str, Row]]) -> list[Row]:
    turns: list[Row] = []
    for kind, body in happened:
        if kind == "turn":
            turns.append(body)
        elif kind == "rewind":
            turns = [turn for turn in turns if turn["number"] < body["to"]]
    return turns
