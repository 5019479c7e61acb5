"""What graded replies write into somebody's spaced schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.coaching.cards import day_of, zone_of
from uss_trainer.coaching.recalling import Seen, in_attempt, in_drill, reviews
from uss_trainer.store.people import roster

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.coaching.cards import Review
    from uss_trainer.grading.values import Judgement


def zone(desk: Desk) -> str:
    """Return the time zone in which the days of whoever acts are counted."""
    return zone_of(roster(desk.database), desk.actor.id)


def today(desk: Desk) -> date:
    """Return the day it is for whoever acts."""
    return day_of(desk.now(), zone(desk))


def drill_reviews(
    desk: Desk, ref: str, due: Iterable[str], judgement: Judgement | None
) -> tuple[Review, ...]:
    """Return what a drill that was said shows; nothing where nobody judged it."""
    found = in_drill(due, judgement) if judgement else ()
    return reviews(found, "drill", ref, _seen(desk)) if found else ()


def attempt_reviews(desk: Desk, sitting: Sitting) -> tuple[Review, ...]:
    """Return what a conversation that has just ended shows."""
    found = in_attempt(sitting.attempt, sitting.state)
    return reviews(found, "attempt", sitting.attempt.id, _seen(desk)) if found else ()


def _seen(desk: Desk) -> Seen:
    return Seen(desk.actor.id, desk.at(), today(desk).isoformat())
