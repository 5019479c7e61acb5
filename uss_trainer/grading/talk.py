"""How long both sides talk, and the key points measured by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.grading.card import KeyPointScore
from uss_trainer.grading.text import speech_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.content.rubrics import KeyPoint, Rubric, Scale
    from uss_trainer.grading.values import Exchange


def key_points(
    exchanges: Sequence[Exchange],
    used: Mapping[str, Rubric],
    scale: Scale,
    limit: float | None,
    timed: tuple[float, float] | None,
) -> tuple[KeyPointScore, ...]:
    """Return the measurable key points, each over the turns of its technique."""
    rows = []
    for technique, rubric in used.items():
        turns = [one for one in exchanges if one.judgement.technique == technique]
        own, both = timed or minutes(turns, scale)
        rows += [
            _key_point(point, own, both, limit)
            for point in rubric.key_points
            if point.measure is not None and point.max is not None
        ]
    return tuple(rows)


def _key_point(point: KeyPoint, own: float, both: float, limit: float | None) -> KeyPointScore:
    most = point.max or 0.0
    if point.measure == "talk-minutes":
        most, value = limit or most, both
    else:
        value = own / both if both else 0.0
    value = round(value, 2)
    return KeyPointScore(point.id, value, most, value <= most)


def minutes(exchanges: Sequence[Exchange], scale: Scale) -> tuple[float, float]:
    """Return the trainee's talk and both sides' together, in minutes."""
    own = sum(speech_minutes(exchange.reply, scale) for exchange in exchanges)
    return own, own + sum(speech_minutes(exchange.customer, scale) for exchange in exchanges)
