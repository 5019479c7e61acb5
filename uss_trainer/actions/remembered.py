"""What is remembered: the mean over days, and technique by technique."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.cards import today
from uss_trainer.actions.practising import taught
from uss_trainer.coaching.practising import courses, next_day
from uss_trainer.store.cards import cards_of, reviews_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.cards import Card
    from uss_trainer.coaching.practising import Point
    from uss_trainer.content.shapes import Words

BACK = 60
"""Days shown before today."""

AHEAD = 14
"""Days shown after today: what will be left if nothing is practised."""


@dataclass(frozen=True, slots=True)
class Group:
    """One technique, or all of them."""

    id: str
    """The technique's id; empty for all."""

    name: Words | None
    """None for all."""

    begun: int
    """Steps that have been reviewed."""

    steps: int
    due: int
    remembered: float | None
    """Mean probability, 0 to 1, over the steps begun; None where none is."""

    points: tuple[Point, ...]
    """Day by day."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the screen shows."""

    day: str
    """Today, ISO 8601."""

    groups: tuple[Group, ...]
    """All techniques together first, then each."""


def what_is_remembered(desk: Desk) -> Remembered:
    """Return what is remembered of the steps now taught; TrainerError where the database fails."""
    person, day = allow(desk, "practise").id, today(desk)
    steps = taught(desk)
    cards = {name: card for name, card in cards_of(desk.database, person).items() if name in steps}
    reviews = [one for one in reviews_of(desk.database, person) if one.step in steps]
    names = {rubric.technique: rubric.name for rubric, _ in steps.values()}
    parts = {"": [*steps]} | {
        technique: [step for step in steps if step.startswith(f"{technique}/")]
        for technique in names
    }
    points = courses(reviews, parts, day - timedelta(days=BACK), day + timedelta(days=AHEAD))
    groups = tuple(
        _group(technique, names.get(technique), [cards.get(step) for step in own], points, day)
        for technique, own in parts.items()
    )
    return Remembered(day.isoformat(), groups)


def _group(
    technique: str,
    name: Words | None,
    cards: Sequence[Card | None],
    points: Mapping[str, tuple[Point, ...]],
    day: date,
) -> Group:
    begun = [card for card in cards if card]
    return Group(
        id=technique,
        name=name,
        begun=len(begun),
        steps=len(cards),
        due=sum(card.is_due(day) for card in begun),
        remembered=fmean(next_day(card, day) for card in begun) if begun else None,
        points=points[technique],
    )
