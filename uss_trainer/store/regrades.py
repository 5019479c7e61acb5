"""Results of grading again, in and out as values; an attempt's own result stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from uss_trainer.coaching.people import Note
from uss_trainer.store.attempts import attempts_in
from uss_trainer.store.contents import add_contents
from uss_trainer.store.people import log
from uss_trainer.store.tables import attempts, regrades

if TYPE_CHECKING:
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.store.contents import Offered
    from uss_trainer.store.engine import Database
    from uss_trainer.store.people import By


@dataclass(frozen=True, slots=True)
class Kept:
    """One result of grading again."""

    id: str
    attempt: str
    at: str
    by: str
    """Id of who had it graded."""

    edition: str
    """Digest of the content it was graded by."""

    total: float
    total_if_open: float
    band: str
    passed: bool
    missed_musts: int
    judgements: str
    """JSON: a `Judgement` by turn number, of replies that were typed."""


_COLUMNS = tuple(field.name for field in fields(Kept))


def regradable(database: Database, person: str) -> tuple[Attempt, ...]:
    """Return the finished attempts of a person, and everybody's that were assigned or sat."""
    theirs = (attempts.c.assignment != "") | (attempts.c.exam != "")
    query = select(attempts).where(attempts.c.finished_at != "")
    query = query.where((attempts.c.person == person) | theirs)
    return attempts_in(database, query.order_by(attempts.c.started_at, attempts.c.id))


def add_regrades(
    database: Database,
    by: By,
    made: Sequence[Kept],
    parts: Sequence[Offered],
    notes: Sequence[Note],
) -> None:
    """Store results beside those they follow, with a line each in the audit log."""
    with database.write() as connection:
        add_contents(connection, parts)
        connection.execute(insert(regrades), [asdict(one) for one in made])
        log(connection, by, notes)


def regrades_of(database: Database, attempt: str) -> tuple[Kept, ...]:
    """Return how an attempt was graded again, oldest first."""
    query = select(regrades).where(regrades.c.attempt == attempt)
    with database.read() as connection:
        rows = connection.execute(query.order_by(regrades.c.at, regrades.c.id)).all()
    return tuple(Kept(**{name: getattr(row, name) for name in _COLUMNS}) for row in rows)
