"""What is remembered: the mean over days, and technique by technique."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.cards import today
from uss_trainer.actions.practising import taught
from uss_trainer.coaching.practising import course, kept
from uss_trainer.store.cards import cards_of, reviews_of

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
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
    groups = []
    for technique in ("", *names):
        own = [step for step in steps if not technique or step.startswith(f"{technique}/")]
        mine = [cards[step] for step in own if step in cards]
        told = [one for one in reviews if one.step in set(own)]
        points = course(told, day - timedelta(days=BACK), day + timedelta(days=AHEAD))
        due = sum(card.is_due(day) for card in mine)
        group = Group(
            id=technique,
            name=names.get(technique),
            begun=len(mine),
            steps=len(own),
            due=due,
            remembered=kept(mine, day) if mine else None,
            points=points,
        )
        groups.append(group)
    return Remembered(day.isoformat(), tuple(groups))


def as_plain(found: Remembered) -> dict[str, object]:
    """Return it as the JSON of `practise --remembered`."""
    return {
        "day": found.day,
        "techniques": [
            {
                "technique": group.id or None,
                "steps": group.steps,
                "begun": group.begun,
                "due": group.due,
                "remembered": _rounded(group.remembered),
                "days": [
                    {"day": one.day, "remembered": _rounded(one.remembered), "begun": one.begun}
                    for one in group.points
                ],
            }
            for group in found.groups
        ],
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)
