"""Attempts and their events, in and out as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Literal

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from uss_trainer.coaching.attempts import Attempt
from uss_trainer.errors import fail
from uss_trainer.store.tables import attempts, contents, events, step_figures

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from uss_trainer.grading.values import Scorecard
    from uss_trainer.store.engine import Database

Kind = Literal["turn", "hint", "rewind"]
_COLUMNS = tuple(field.name for field in fields(Attempt))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in an attempt."""

    number: int
    """From 1, without gaps."""

    kind: Kind
    at: str
    body: str
    """JSON of a `Turn`; of `{"to": number}` for a rewind; `{}` for a hint."""


def add_attempt(
    database: Database,
    attempt: Attempt,
    parts: Mapping[str, tuple[str, str, str]],
    first: Sequence[Event] = (),
) -> None:
    """Store an attempt with its content and the events a retry takes over from an earlier one.

    `parts` maps a name to (digest, kind, body); content that is stored already is not repeated.
    """
    with database.write() as connection:
        put_attempt(connection, attempt, parts)
        if first:
            rows = [{"attempt": attempt.id, **asdict(event)} for event in first]
            connection.execute(insert(events), rows)


def put_attempt(
    connection: Connection, attempt: Attempt, parts: Mapping[str, tuple[str, str, str]]
) -> None:
    """Store an attempt with its content inside a transaction."""
    put_contents(connection, parts)
    connection.execute(insert(attempts).values(asdict(attempt)))


def put_contents(connection: Connection, parts: Mapping[str, tuple[str, str, str]]) -> None:
    """Store content inside a transaction; what is stored already is not repeated."""
    digests = [digest for digest, _, _ in parts.values()]
    known = set(connection.scalars(select(contents.c.digest).where(contents.c.digest.in_(digests))))
    for digest, kind, body in parts.values():
        if digest not in known:
            known.add(digest)
            connection.execute(insert(contents).values(digest=digest, kind=kind, body=body))


def content(database: Database, digests: Sequence[str]) -> dict[str, str]:
    """Return stored content by digest."""
    with database.read() as connection:
        rows = connection.execute(
            select(contents.c.digest, contents.c.body).where(contents.c.digest.in_(digests))
        )
        return {row.digest: row.body for row in rows}


def add_event(
    database: Database, attempt: str, event: Event, closing: Closing | None = None
) -> None:
    """Commit one event, and with the last turn the attempt's figures.

    TrainerError `store.attempt-moved-on` where another program has gone on with this attempt.
    """
    with database.write() as connection:
        finished = connection.scalar(select(attempts.c.finished_at).where(attempts.c.id == attempt))
        if finished:
            raise fail("store.attempt-moved-on", attempt=attempt)
        try:
            connection.execute(insert(events).values(attempt=attempt, **asdict(event)))
        except IntegrityError as error:
            raise fail("store.attempt-moved-on", attempt=attempt) from error
        if closing is not None:
            _close(connection, attempt, closing)


@dataclass(frozen=True, slots=True)
class Closing:
    """How an attempt ended."""

    at: str
    ending: str
    outcome: str
    card: Scorecard


def _close(connection: Connection, attempt: str, closing: Closing) -> None:
    card = closing.card
    connection.execute(
        update(attempts)
        .where(attempts.c.id == attempt)
        .values(
            finished_at=closing.at,
            ending=closing.ending,
            outcome=closing.outcome,
            total=card.total,
            total_if_open=card.total_if_open,
            band=card.band,
            passed=card.passed,
        )
    )
    rows = [
        {
            "attempt": attempt,
            "step": step.step,
            "due": step.due,
            "quality": step.quality,
            "earned": step.earned,
            "possible": step.possible,
        }
        for step in card.steps
    ]
    if rows:
        connection.execute(insert(step_figures), rows)


def events_of(database: Database, attempt: str) -> tuple[Event, ...]:
    """Return what happened in an attempt, in order."""
    with database.read() as connection:
        rows = connection.execute(
            select(events).where(events.c.attempt == attempt).order_by(events.c.number)
        )
        return tuple(Event(row.number, row.kind, row.at, row.body) for row in rows)


def attempt_of(database: Database, name: str) -> Attempt:
    """Return the attempt whose id is `name` or begins with it.

    TrainerError `store.no-such-attempt` or, where several begin so, `store.ambiguous-attempt`.
    """
    with database.read() as connection:
        rows = connection.execute(
            select(attempts).where(attempts.c.id.startswith(name, autoescape=True)).limit(2)
        ).all()
    exact = [row for row in rows if row.id == name]
    if not rows or not name:
        raise fail("store.no-such-attempt", attempt=name)
    if len(rows) > 1 and not exact:
        raise fail("store.ambiguous-attempt", attempt=name)
    return _attempt((exact or rows)[0])


def all_attempts(
    database: Database, limit: int | None = None, scenario: str = ""
) -> tuple[Attempt, ...]:
    """Return attempts oldest first, of one scenario or all; with `limit` the latest so many."""
    query = select(attempts).order_by(attempts.c.started_at.desc(), attempts.c.id.desc())
    if scenario:
        query = query.where(attempts.c.scenario == scenario)
    with database.read() as connection:
        rows = connection.execute(query.limit(limit) if limit else query).all()
    return tuple(_attempt(row) for row in reversed(rows))


def _attempt(row: Row[tuple[object, ...]]) -> Attempt:
    return Attempt(**{name: getattr(row, name) for name in _COLUMNS})
