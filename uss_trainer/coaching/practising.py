"""Today's five minutes: which cards come up, and when it is enough."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from uss_trainer.coaching.memory import remembered, reviewed

if TYPE_CHECKING:
    from uss_trainer.coaching.cards import Card, Rating, Review

LIMIT = 8
"""Cards of one sitting, unless asked otherwise."""

NEW_A_DAY = 3
"""Steps practised for the first time on one day."""

ENOUGH = 300.0
"""Seconds of answering after which no further card comes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be practised on a day."""

    day: str
    due: tuple[str, ...] = ()
    """Steps to be practised again, the least remembered first."""

    fresh: tuple[str, ...] = ()
    """Steps to be begun."""

    later_due: int = 0
    """Further steps that are due today but go beyond the limit."""

    later_fresh: int = 0
    """Further new steps of today's that go beyond the limit."""

    following: str = ""
    """The next day on which something more comes up; empty where nothing has been begun."""

    @property
    def later(self) -> int:
        """How many cards of today's go beyond the limit."""
        return self.later_due + self.later_fresh

    @property
    def steps(self) -> tuple[str, ...]:
        """What comes up, in order."""
        return (*self.due, *self.fresh)


def plan(
    cards: Mapping[str, Card],
    steps: Sequence[str],
    day: date,
    *,
    begun: int,
    limit: int = LIMIT,
) -> Plan:
    """Return what is to be practised: what is due, then a few new steps in the manual's order.

    `steps` are those that can be practised; `begun` says how many were begun by practising today.
    """
    known = [cards[step] for step in steps if step in cards]
    place = {step: at for at, step in enumerate(steps)}
    due = [card for card in known if card.is_due(day)]
    due.sort(key=lambda card: (remembered(card, day), place[card.step]))
    shown = tuple(card.step for card in due[:limit])
    new = [step for step in steps if step not in cards]
    todays = new[: max(NEW_A_DAY - begun, 0)]
    fresh = todays[: limit - len(shown)]
    coming = [card.due for card in known if not card.is_due(day)]
    if len(due) > len(shown) or len(new) > len(fresh):
        coming.append((day + timedelta(days=1)).isoformat())
    return Plan(
        day=day.isoformat(),
        due=shown,
        fresh=tuple(fresh),
        later_due=len(due) - len(shown),
        later_fresh=len(todays) - len(fresh),
        following=min(coming, default=""),
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """One card of a sitting, answered."""

    step: str
    total: float
    rating: Rating | None
    """None where the reply couldn't be graded: nothing is written then."""

    due: str
    """When it comes again; as before where nothing was written."""


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting of practice."""

    plan: Plan
    answered: tuple[Answered, ...] = ()
    seconds: float = 0.0
    """Spent on answering so far."""

    @property
    def step(self) -> str:
        """The step that comes now; empty where it is enough."""
        at = len(self.answered)
        over = self.seconds >= ENOUGH or at >= len(self.plan.steps)
        return "" if over else self.plan.steps[at]

    @property
    def fresh(self) -> bool:
        """Whether the step that comes now has never been practised."""
        return self.step in self.plan.fresh

    @property
    def left(self) -> int:
        """Cards of today's that are still to come, beyond the limit included."""
        return len(self.plan.steps) - len(self.answered) + self.plan.later

    @property
    def following(self) -> str:
        """The next day on which something comes up; empty where nothing ever does."""
        days = (self.plan.following, *(one.due for one in self.answered))
        return min((day for day in days if day), default="")

    def after(self, answered: Answered, seconds: float) -> Session:
        """Return the sitting after one more answer."""
        done = (*self.answered, answered)
        return replace(self, answered=done, seconds=self.seconds + max(seconds, 0.0))


@dataclass(frozen=True, slots=True)
class Point:
    """What is remembered after one day."""

    day: str
    remembered: float
    """Mean probability, 0 to 1, over the steps begun by then; see `next_day`."""

    begun: int


def courses(
    reviews: Iterable[Review], groups: Mapping[str, Collection[str]], first: date, last: date
) -> dict[str, tuple[Point, ...]]:
    """Return what is remembered day by day of each group of steps, days before its first review left out.

    Days after the last review tell what will be left if nothing is practised.
    """
    waiting = deque(reviews)
    cards: dict[str, Card] = {}
    found: dict[str, list[Point]] = {group: [] for group in groups}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        while waiting and date.fromisoformat(waiting[0].day) <= day:
            review = waiting.popleft()
            cards[review.step] = reviewed(cards.get(review.step), review)
        shares = {step: next_day(card, day) for step, card in cards.items()}
        for group, steps in groups.items():
            if mine := [shares[step] for step in steps if step in shares]:
                found[group].append(Point(day.isoformat(), fmean(mine), len(mine)))
    return {group: (*points,) for group, points in found.items()}


def next_day(card: Card, day: date) -> float:
    """Return the probability, 0 to 1, that a step reviewed by a day is there the next one.

    On the day of a review itself it is 1 whatever the rating: the answer has just been seen.
    """
    return remembered(card, day + timedelta(days=1))
