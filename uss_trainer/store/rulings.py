"""Comments, corrections and the results they lead to, in and out as values."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from uss_trainer.coaching.people import Note
from uss_trainer.coaching.rulings import Comment, Correction, Ruled, Ruling
from uss_trainer.errors import fail
from uss_trainer.store.convert import from_json, to_json
from uss_trainer.store.people import log
from uss_trainer.store.tables import attempts, comments, corrections, ruled, ruled_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Connection, Row

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.store.engine import Database
    from uss_trainer.store.people import By

_RULED = tuple(field.name for field in fields(Ruled))


def add_comment(database: Database, by: By, attempt: Attempt, comment: Comment) -> None:
    """Store a comment with its line in the audit log."""
    with database.write() as connection:
        _still(connection, attempt)
        connection.execute(insert(comments).values(asdict(comment)))
        note = Note("attempts.comment", attempt.id, {"turn": str(comment.turn)})
        log(connection, by, [note])


def add_correction(
    database: Database,
    by: By,
    attempt: Attempt,
    correction: Correction,
    card: Callable[[tuple[Correction, ...]], Scorecard | None],
) -> Scorecard | None:
    """Store a correction, the result all of them together lead to, and a line in the audit log.

    `card` gives that result, None where no ruling holds any more. Nobody else can correct the
    attempt between the two.
    """
    with database.write() as connection:
        _still(connection, attempt)
        body = to_json(correction.ruling) if correction.ruling else "null"
        values = {**asdict(correction), "body": body}
        del values["ruling"]
        connection.execute(insert(corrections).values(values))
        found = card(_corrections(connection, attempt.id))
        _write(connection, attempt.id, correction.at, found)
        act = "attempts.correct" if correction.ruling else "attempts.take-back"
        total = {"total": str(found.total)} if found else {}
        log(connection, by, [Note(act, attempt.id, {"turn": str(correction.turn), **total})])
    return found


def _still(connection: Connection, attempt: Attempt) -> None:
    """Refuse where the attempt has been removed meanwhile, or has lost its owner."""
    person = connection.scalar(select(attempts.c.person).where(attempts.c.id == attempt.id))
    if person != attempt.person:
        raise fail("store.no-such-attempt", attempt=attempt.id)


def _write(connection: Connection, attempt: str, at: str, card: Scorecard | None) -> None:
    for table in (ruled, ruled_figures):
        connection.execute(delete(table).where(table.c.attempt == attempt))
    if card is None:
        return
    connection.execute(
        insert(ruled).values(
            attempt=attempt,
            at=at,
            total=card.total,
            total_if_open=card.total_if_open,
            band=card.band,
            passed=card.passed,
            missed_musts=len(card.missed_must),
        )
    )
    names = ("step", "due", "quality", "earned", "possible")
    rows = [
        {"attempt": attempt, **{name: getattr(step, name) for name in names}} for step in card.steps
    ]
    if rows:
        connection.execute(insert(ruled_figures), rows)


def comments_of(database: Database, attempt: str) -> tuple[Comment, ...]:
    """Return what was written beside an attempt's turns, oldest first."""
    query = select(comments).where(comments.c.attempt == attempt).order_by(comments.c.number)
    with database.read() as connection:
        return tuple(
            Comment(row.attempt, row.turn, row.author, row.at, row.text)
            for row in connection.execute(query)
        )


def corrections_of(database: Database, attempt: str) -> tuple[Correction, ...]:
    """Return all rulings on an attempt, oldest first, those included that no longer hold."""
    with database.read() as connection:
        return _corrections(connection, attempt)


def _corrections(connection: Connection, attempt: str) -> tuple[Correction, ...]:
    query = select(corrections).where(corrections.c.attempt == attempt)
    rows = connection.execute(query.order_by(corrections.c.number))
    return tuple(_correction(row) for row in rows)


def _correction(row: Row[tuple[object, ...]]) -> Correction:
    ruling = None if row.body == "null" else from_json(Ruling, row.body)
    return Correction(row.attempt, row.turn, row.author, row.at, row.why, ruling)


def ruled_for(database: Database, assignments: Iterable[str]) -> dict[str, Ruled]:
    """Return the results with rulings of attempts begun for these assignments, by attempt."""
    wanted = attempts.c.assignment.in_(tuple(assignments))
    query = select(ruled).join(attempts, attempts.c.id == ruled.c.attempt).where(wanted)
    with database.read() as connection:
        return {row.attempt: _ruled(row) for row in connection.execute(query)}


def ruled_of(database: Database, person: str) -> dict[str, Ruled]:
    """Return the results with rulings of somebody's attempts, by attempt."""
    query = select(ruled).join(attempts, attempts.c.id == ruled.c.attempt)
    with database.read() as connection:
        rows = connection.execute(query.where(attempts.c.person == person))
        return {row.attempt: _ruled(row) for row in rows}


def _ruled(row: Row[tuple[object, ...]]) -> Ruled:
    return Ruled(**{name: getattr(row, name) for name in _RULED})
