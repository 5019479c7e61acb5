"""How a memory is taken to grow and fade: FSRS-6 as the `fsrs` package computes it, in whole days.

FSRS is given the midnights (UTC) of calendar days, not moments. So a review this morning of what
was learned last night is a day later, and no change of clocks moves a due day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from uss_trainer.coaching.cards import Card

if TYPE_CHECKING:
    from fsrs import Card as Memory
    from fsrs import Scheduler

    from uss_trainer.coaching.cards import Review

RETENTION = 0.9
"""Share of steps still remembered on the day they come up."""

LONGEST = 180
"""Most days between two reviews: a way of speaking fades unseen, unlike a fact."""


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )


def reviewed(card: Card | None, review: Review) -> Card:
    """Return a card after one more review; None before the first."""
    from fsrs import Rating

    day = max(date.fromisoformat(review.day), date.fromisoformat(card.last if card else review.day))
    rating = Rating[review.rating.capitalize()]
    memory, _ = _scheduler().review_card(_memory(card, day), rating, _midnight(day))
    assert memory.stability is not None
    assert memory.difficulty is not None
    return Card(
        person=review.person,
        step=review.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        first=card.first if card else review.day,
        last=day.isoformat(),
        due=memory.due.date().isoformat(),
        reviews=(card.reviews if card else 0) + 1,
        lapses=(card.lapses if card else 0) + (review.rating == "again"),
    )


def rebuilt(reviews: Iterable[Review]) -> dict[str, Card]:
    """Return one person's cards by step, from their reviews in the order they were added."""
    cards: dict[str, Card] = {}
    for review in reviews:
        cards[review.step] = reviewed(cards.get(review.step), review)
    return cards


def remembered(card: Card, day: date) -> float:
    """Return the probability, 0 to 1, that a step would be performed on a day."""
    last = date.fromisoformat(card.last)
    return _scheduler().get_card_retrievability(_memory(card, last), _midnight(max(day, last)))


def _memory(card: Card | None, day: date) -> Memory:
    from fsrs import Card as Memory
    from fsrs import State

    if card is None:
        return Memory(card_id=0, due=_midnight(day))
    return Memory(
        card_id=0,
        state=State.Review,
        stability=card.stability,
        difficulty=card.difficulty,
        due=_midnight(date.fromisoformat(card.due)),
        last_review=_midnight(date.fromisoformat(card.last)),
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
