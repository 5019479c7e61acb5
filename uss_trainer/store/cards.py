"""Cards and their reviews, in and out as values."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from uss_trainer.coaching.cards import Card, Review
from uss_trainer.store.tables import cards, reviews

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row

    from uss_trainer.store.engine import Database

_CARD = tuple(field.name for field in fields(Card))
_REVIEW = tuple(field.name for field in fields(Review))


def add_reviews(connection: Connection, new: Iterable[Review]) -> None:
    """Write reviews down and move their cards on, in the transaction of what they come from.

    A drill or attempt that has reviewed a step already does it no second time.
    """
    for review in new:
        twice = (reviews.c.ref == review.ref) & (reviews.c.step == review.step)
        if connection.scalar(select(reviews.c.number).where(twice)) is None:
            connection.execute(insert(reviews).values(asdict(review)))
            _move(connection, review)


def _move(connection: Connection, review: Review) -> None:
    from uss_trainer.coaching.memory import reviewed

    here = (cards.c.person == review.person) & (cards.c.step == review.step)
    row = connection.execute(select(cards).where(here)).one_or_none()
    card = reviewed(_card(row) if row else None, review)
    if row:
        connection.execute(delete(cards).where(here))
    connection.execute(insert(cards).values(asdict(card)))


def cards_of(database: Database, person: str) -> dict[str, Card]:
    """Return somebody's cards by step."""
    with database.read() as connection:
        rows = connection.execute(select(cards).where(cards.c.person == person))
        return {row.step: _card(row) for row in rows}


def reviews_of(database: Database, person: str) -> tuple[Review, ...]:
    """Return the reviews of somebody's cards in the order they were added."""
    query = select(reviews).where(reviews.c.person == person).order_by(reviews.c.number)
    with database.read() as connection:
        rows = connection.execute(query).all()
    return tuple(Review(**{name: getattr(row, name) for name in _REVIEW}) for row in rows)


def _card(row: Row[tuple[object, ...]]) -> Card:
    return Card(**{name: getattr(row, name) for name in _CARD})
