"""Attempts that come from another database, taken in once however often they come."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import func, insert, select

from uss_trainer.coaching.people import Note
from uss_trainer.errors import fail
from uss_trainer.store.attempts import close
from uss_trainer.store.contents import add_contents
from uss_trainer.store.people import log
from uss_trainer.store.tables import attempts, events

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.store.attempts import Closing, Event
    from uss_trainer.store.contents import Part
    from uss_trainer.store.engine import Database
    from uss_trainer.store.people import By

Taken = Literal["new", "continued", "same"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An attempt with what happened in it, and how it ended."""

    attempt: Attempt
    events: Sequence[Event]
    closing: Closing | None
    parts: Sequence[Part] = ()
    """What judged it here, as content."""


def arrive(database: Database, by: By, arrival: Arrival) -> Taken:
    """Store what is new of an attempt, all or nothing.

    TrainerError `tasks.other-attempt` where another attempt has its id.
    """
    attempt = arrival.attempt
    with database.write() as connection:
        row = connection.execute(select(attempts).where(attempts.c.id == attempt.id)).first()
        if row is None:
            connection.execute(insert(attempts).values(asdict(attempt)))
        elif (row.person, row.assignment, row.started_at) != (
            attempt.person,
            attempt.assignment,
            attempt.started_at,
        ):
            raise fail("tasks.other-attempt", attempt=attempt.id)
        added = 0 if row is not None and row.finished_at else _add(connection, arrival)
        taken: Taken = "new" if row is None else "continued" if added else "same"
        if taken != "same":
            add_contents(connection, arrival.parts)
            body = {"events": str(added), "person": attempt.person}
            log(connection, by, [Note("results.import", attempt.id, body)])
    return taken


def _add(connection: Connection, arrival: Arrival) -> int:
    """Add the events that follow the stored ones, and the result with the last; return how many."""
    name = arrival.attempt.id
    last = select(func.max(events.c.number)).where(events.c.attempt == name)
    known = connection.scalar(last) or 0
    rows = [{"attempt": name, **asdict(one)} for one in arrival.events if one.number > known]
    if rows:
        connection.execute(insert(events), rows)
        if arrival.closing is not None:
            close(connection, name, arrival.closing)
    return len(rows)
