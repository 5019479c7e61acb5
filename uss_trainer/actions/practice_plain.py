"""Practice as the JSON of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.drilling import Done
    from uss_trainer.actions.practice_told import Today
    from uss_trainer.actions.remembered import Remembered
    from uss_trainer.coaching.practising import Session


def today_as_plain(found: Today) -> dict[str, object]:
    """Return it as the JSON of `practise`."""
    return {
        "day": found.day,
        "zone": found.zone,
        "cards": [
            {
                "step": one.step,
                "name": one.name,
                "new": one.fresh,
                "due": one.due or None,
                "days_late": one.late,
                "remembered": None if one.remembered is None else round(one.remembered, 3),
            }
            for one in found.cards
        ],
        "later": found.later,
        "next": found.following or None,
    }


def session_as_plain(session: Session, done: Sequence[Done]) -> dict[str, object]:
    """Return a sitting as the JSON of `practise --replies`."""
    return {
        "day": session.plan.day,
        "cards": [
            {
                "step": one.step,
                "result": each.drilled.id,
                "drill": each.drilled.drill,
                "reply": each.given.text.strip(),
                "total": one.total,
                "reason": each.marks.reason or None,
                "rating": one.rating,
                "due": one.due or None,
            }
            for one, each in zip(session.answered, done, strict=True)
        ],
        "left": session.left,
    }


def remembered_as_plain(found: Remembered) -> dict[str, object]:
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
