"""The events of many attempts, some at a time."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select

from uss_trainer.store.attempts import Event
from uss_trainer.store.tables import events

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.store.engine import Database

AT_ONCE = 100
"""Attempts read at once; a conversation is some ten kilobytes."""


def events_by_attempt(
    database: Database, attempts: Sequence[str]
) -> Iterator[tuple[str, tuple[Event, ...]]]:
    """Yield each attempt with what happened in it, in the order of `attempts`."""
    for start in range(0, len(attempts), AT_ONCE):
        some = attempts[start : start + AT_ONCE]
        query = select(events).where(events.c.attempt.in_(some))
        with database.read() as connection:
            rows = connection.execute(query.order_by(events.c.attempt, events.c.number)).all()
        found = {
            name: tuple(Event(row.number, row.kind, row.at, row.body) for row in own)
            for name, own in groupby(rows, key=lambda row: str(row.attempt))
        }
        yield from ((name, found.get(name, ())) for name in some)
