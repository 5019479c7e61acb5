"""Answered drills, in and out as values."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from uss_trainer.coaching.drilled import Drilled
from uss_trainer.errors import fail
from uss_trainer.store.cards import add_reviews
from uss_trainer.store.contents import add_contents
from uss_trainer.store.tables import drill_results

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Row

    from uss_trainer.coaching.cards import Review
    from uss_trainer.store.engine import Database

_COLUMNS = tuple(field.name for field in fields(Drilled))


@dataclass(frozen=True, slots=True)
class Kept:
    """An answered drill with its answer."""

    drilled: Drilled
    given: str
    """JSON of a `Given`."""

    marks: str
    """JSON of a `Marks`."""


def add_drilled(
    database: Database,
    kept: Kept,
    parts: Mapping[str, tuple[str, str, str]],
    reviews: Collection[Review] = (),
) -> None:
    """Store an answered drill with its content, name to (digest, kind, body), and what it shows."""
    with database.write() as connection:
        add_contents(connection, parts.values())
        row = {**asdict(kept.drilled), "given": kept.given, "marks": kept.marks}
        connection.execute(insert(drill_results).values(row))
        add_reviews(connection, reviews)


def all_drilled(
    database: Database, person: str, limit: int | None = None, drill: str = ""
) -> tuple[Drilled, ...]:
    """Return what a person answered, oldest first, of one drill or all; with `limit` the latest."""
    columns = [drill_results.c[name] for name in _COLUMNS]
    query = select(*columns).order_by(drill_results.c.at.desc(), drill_results.c.id.desc())
    query = query.where(drill_results.c.person == person)
    if drill:
        query = query.where(drill_results.c.drill == drill)
    with database.read() as connection:
        rows = connection.execute(query.limit(limit) if limit else query).all()
    return tuple(_drilled(row) for row in reversed(rows))


def drilled_of(database: Database, name: str) -> Kept:
    """Return the answered drill of that id; TrainerError `store.no-such-attempt`."""
    with database.read() as connection:
        row = connection.execute(
            select(drill_results).where(drill_results.c.id == name)
        ).one_or_none()
    if row is None:
        raise fail("store.no-such-attempt", attempt=name)
    return Kept(_drilled(row), row.given, row.marks)


def all_kept(database: Database, person: str) -> tuple[Kept, ...]:
    """Return what a person answered, answers included, oldest first."""
    query = select(drill_results).where(drill_results.c.person == person)
    with database.read() as connection:
        rows = connection.execute(query.order_by(drill_results.c.at, drill_results.c.id)).all()
    return tuple(Kept(_drilled(row), row.given, row.marks) for row in rows)


def _drilled(row: Row[tuple[object, ...]]) -> Drilled:
    return Drilled(**{name: getattr(row, name) for name in _COLUMNS})
