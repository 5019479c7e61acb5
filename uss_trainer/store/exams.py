"""Exams, in and out as values."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from uss_trainer.coaching.exams import Exam, Item
from uss_trainer.coaching.people import Note
from uss_trainer.errors import fail
from uss_trainer.store.contents import add_contents
from uss_trainer.store.people import log
from uss_trainer.store.tables import attempts, exam_items, exam_ratings, exam_readiness, exams

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.readiness import Readiness
    from uss_trainer.store.contents import Offered
    from uss_trainer.store.engine import Database
    from uss_trainer.store.people import By

_COLUMNS = tuple(field.name for field in fields(Exam))
_ITEM = tuple(field.name for field in fields(Item))


def add_exam(
    database: Database, exam: Exam, items: Sequence[Item], parts: Iterable[Offered]
) -> None:
    """Store an exam that begins, with what was drawn and the content of all of it.

    TrainerError `exam.begun` where its person has another of this pack that isn't over.
    """
    with database.write() as connection:
        open_one = (exams.c.person == exam.person) & (exams.c.pack == exam.pack)
        query = select(exams.c.id).where(open_one & (exams.c.rated_at == ""))
        if (other := connection.scalar(query)) is not None:
            raise fail("exam.begun", exam=other)
        add_contents(connection, parts)
        connection.execute(insert(exams).values(asdict(exam)))
        connection.execute(insert(exam_items), [{"exam": exam.id, **asdict(one)} for one in items])


def begin_item(database: Database, exam: str, place: int, attempt: Attempt) -> None:
    """Store the attempt in which a conversation of an exam is held; there is never a second.

    TrainerError `store.attempt-moved-on` where another program was quicker.
    """
    here = (exam_items.c.exam == exam) & (exam_items.c.place == place)
    with database.write() as connection:
        if connection.scalar(select(exam_items.c.attempt).where(here)) != "":
            raise fail("store.attempt-moved-on", attempt=exam)
        connection.execute(insert(attempts).values(asdict(attempt)))
        connection.execute(update(exam_items).where(here).values(attempt=attempt.id))


def change_exam(database: Database, exam: str, stage: str, **values: object) -> bool:
    """Write columns of an exam, but only while the column `stage` is still empty.

    Return whether it was: another program may have ended or rated it.
    """
    still = (exams.c.id == exam) & (exams.c[stage] == "")
    with database.write() as connection:
        return bool(connection.execute(update(exams).where(still).values(values)).rowcount)


def rate_exam(
    database: Database,
    exam: Exam,
    ratings: Mapping[tuple[int, str], int],
    parts: Sequence[Readiness],
) -> None:
    """Store self-ratings with the result they uncover; TrainerError `exam.rated` the second time."""
    with database.write() as connection:
        known = connection.scalar(select(exams.c.rated_at).where(exams.c.id == exam.id))
        if known:
            raise fail("exam.rated", exam=exam.id)
        rows = [
            {"exam": exam.id, "place": place, "step": step, "rating": rating}
            for (place, step), rating in ratings.items()
        ]
        if rows:
            connection.execute(insert(exam_ratings), rows)
        _write(connection, exam, parts)


def settle_exam(database: Database, by: By, exam: Exam, parts: Sequence[Readiness]) -> None:
    """Store what an exam comes to after a ruling, with a line in the audit log."""
    with database.write() as connection:
        old = connection.execute(select(exams).where(exams.c.id == exam.id)).one()
        connection.execute(delete(exam_readiness).where(exam_readiness.c.exam == exam.id))
        _write(connection, exam, parts)
        before, after = f"{old.verdict} {old.total:g}", f"{exam.verdict} {exam.total:g}"
        body = {"before": before, "after": after}
        log(connection, by, [Note("exams.settle", exam.id, body)])


def _write(connection: Connection, exam: Exam, parts: Sequence[Readiness]) -> None:
    written = ("rated_at", "total", "total_if_open", "verdict")
    values = {name: getattr(exam, name) for name in written}
    connection.execute(update(exams).where(exams.c.id == exam.id).values(values))
    rows = [
        {
            "exam": exam.id,
            "technique": one.technique,
            "verdict": one.verdict,
            "total": one.total,
            "total_if_open": one.total_if_open,
            "missed_musts": len(one.missed),
            "gap": one.gap.high,
        }
        for one in parts
    ]
    if rows:
        connection.execute(insert(exam_readiness), rows)


def exam_of(database: Database, name: str) -> Exam | None:
    """Return the exam whose id is `name` or begins with it; None where not exactly one does."""
    found = _exams(database, exams.c.id.startswith(name, autoescape=True))
    exact = [one for one in found if one.id == name]
    return exact[0] if exact else found[0] if name and len(found) == 1 else None


def exams_of(database: Database, person: str) -> tuple[Exam, ...]:
    """Return somebody's exams, oldest first."""
    return _exams(database, exams.c.person == person)


def assigned_exams(database: Database, ids: Iterable[str]) -> tuple[Exam, ...]:
    """Return the exams begun for these assignments, oldest first."""
    return _exams(database, exams.c.assignment.in_(tuple(ids)))


def _exams(database: Database, where: Any) -> tuple[Exam, ...]:
    query = select(exams).where(where).order_by(exams.c.started_at, exams.c.id)
    with database.read() as connection:
        rows = connection.execute(query).all()
    return tuple(Exam(**{name: getattr(row, name) for name in _COLUMNS}) for row in rows)


def items_of(database: Database, exam: str) -> tuple[Item, ...]:
    """Return what was drawn for an exam, in order."""
    query = select(exam_items).where(exam_items.c.exam == exam).order_by(exam_items.c.place)
    with database.read() as connection:
        rows = connection.execute(query).all()
    return tuple(Item(**{name: getattr(row, name) for name in _ITEM}) for row in rows)


def ratings_of(database: Database, exam: str) -> dict[tuple[int, str], int]:
    """Return self-ratings by place and step; none before they are given."""
    query = select(exam_ratings).where(exam_ratings.c.exam == exam)
    with database.read() as connection:
        rows = connection.execute(query.order_by(exam_ratings.c.place, exam_ratings.c.step))
        return {(row.place, row.step): row.rating for row in rows}


def forget_exams(connection: Connection, person: str) -> None:
    """Remove somebody's exams; the figures of their attempts are kept elsewhere, without a name."""
    theirs = select(exams.c.id).where(exams.c.person == person)
    for table in (exam_items, exam_ratings, exam_readiness):
        connection.execute(delete(table).where(table.c.exam.in_(theirs)))
    connection.execute(delete(exams).where(exams.c.person == person))
