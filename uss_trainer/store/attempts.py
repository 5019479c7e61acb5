"""Attempts and their events, in and out as values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from itertools import chain, count
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from uss_trainer.coaching.attempts import Attempt
from uss_trainer.errors import fail
from uss_trainer.store.cards import add_reviews
from uss_trainer.store.contents import add_contents
from uss_trainer.store.tables import attempts, events, exams, step_figures
from uss_trainer.store.turn_figures import add_turn_figures

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

    from uss_trainer.coaching.cards import Review
    from uss_trainer.coaching.figures import TurnFigure
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.store.contents import Offered
    from uss_trainer.store.engine import Database

Part = tuple[str, str, str]
"""Content to be stored: SHA-256 of the body, kind, body."""

Kind = Literal["turn", "hint", "rewind"]
TRIES = 3
"""How often an attempt is stored anew that another program got in the way of."""

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
    parts: Mapping[str, Offered],
    first: Sequence[Event] = (),
) -> Attempt:
    """Store an attempt with its content and the events a retry takes over from an earlier one.

    `parts` maps a name to (digest, kind, body); content that is stored already is not repeated.
    Returns the attempt as stored: under a longer id where another attempt has the one it came with.
    """
    for _ in range(TRIES):
        # Only a database that lets two write at once can refuse what was looked up just before.
        with suppress(IntegrityError), database.write() as connection:
            stored = put_attempt(connection, attempt, parts)
            if first:
                rows = [{"attempt": stored.id, **asdict(event)} for event in first]
                connection.execute(insert(events), rows)
            return stored
    raise fail("store.busy", database.where)


def put_attempt(connection: Connection, attempt: Attempt, parts: Mapping[str, Offered]) -> Attempt:
    """Store an attempt with its content inside a transaction; return it under the id it got."""
    add_contents(connection, parts.values())
    stored = replace(attempt, id=_free(connection, attempt.id))
    connection.execute(insert(attempts).values(asdict(stored)))
    return stored


def _free(connection: Connection, name: str) -> str:
    """Return `name`, or the first of `name-2`, `name-3` … that no attempt has."""
    taken = set(
        connection.scalars(
            select(attempts.c.id).where(attempts.c.id.startswith(name, autoescape=True))
        )
    )
    others = (f"{name}-{number}" for number in count(2))
    return next(one for one in chain((name,), others) if one not in taken)


def add_event(
    database: Database,
    attempt: str,
    event: Event,
    closing: Closing | None = None,
    parts: Collection[Part] = (),
) -> None:
    """Commit one event with what judged it (`parts`), and with the last turn the attempt's figures.

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
        add_contents(connection, parts)
        if closing is not None:
            close(connection, attempt, closing)
            add_reviews(connection, closing.reviews)


@dataclass(frozen=True, slots=True)
class Closing:
    """How an attempt ended."""

    at: str
    ending: str
    outcome: str
    card: Scorecard
    reviews: tuple[Review, ...] = ()
    """What the attempt shows of its owner's cards."""

    turns: tuple[TurnFigure, ...] = ()
    """The turns that stand."""


def close(connection: Connection, attempt: str, closing: Closing) -> None:
    """Write an attempt's result and its figures."""
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
            missed_musts=len(card.missed_must),
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
    add_turn_figures(connection, attempt, closing.turns, card.versions)


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
    database: Database, person: str, limit: int | None = None, scenario: str = ""
) -> tuple[Attempt, ...]:
    """Return somebody's attempts oldest first, of one scenario or all; at most the latest `limit`.

    Those of an exam are left out until its trainee has rated themselves.
    """
    query = select(attempts).order_by(attempts.c.started_at.desc(), attempts.c.id.desc())
    kept_back = select(exams.c.id).where(exams.c.rated_at == "")
    query = query.where(attempts.c.person == person, attempts.c.exam.not_in(kept_back))
    if scenario:
        query = query.where(attempts.c.scenario == scenario)
    with database.read() as connection:
        rows = connection.execute(query.limit(limit) if limit else query).all()
    return tuple(_attempt(row) for row in reversed(rows))


def assigned_attempts(
    database: Database, ids: Iterable[str], person: str = ""
) -> tuple[Attempt, ...]:
    """Return the attempts begun for these assignments, oldest first; with `person` only theirs."""
    columns = (attempts.c[name] for name in _COLUMNS)
    query = select(*columns).where(attempts.c.assignment.in_(tuple(ids)))
    if person:
        query = query.where(attempts.c.person == person)
    with database.read() as connection:
        rows = connection.execute(query.order_by(attempts.c.started_at, attempts.c.id)).all()
    return tuple(Attempt(*row) for row in rows)


def attempts_in(database: Database, query: Select[Any]) -> tuple[Attempt, ...]:
    """Return the attempts that a query of the table gives, in its order."""
    with database.read() as connection:
        return tuple(_attempt(row) for row in connection.execute(query))


def _attempt(row: Row[tuple[object, ...]]) -> Attempt:
    return Attempt(**{name: getattr(row, name) for name in _COLUMNS})
