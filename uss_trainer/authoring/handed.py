"""Where a visit of a deal may begin: with what earlier visits have left."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from uss_trainer.player.conditions import MOOD_CEILING, MOOD_FLOOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uss_trainer.content.deals import Deal
    from uss_trainer.player.state import Position

MOST = 5
"""Facts that are combined; of more, all are yes or all are no."""


def handed_on(begun: Position, deals: Iterable[Deal]) -> Iterator[Position]:
    """Yield the beginnings that deals may give instead of `begun`, the scenario's own.

    Every yes and no that is handed on, with moods as declared, at their highest and their lowest:
    more than a deal can bring about, so that what none of them leads to is led to by nothing.
    """
    for deal in deals:
        facts = [name for name in deal.facts if isinstance(begun.facts.get(name), bool)]
        moods = [name for name in deal.mood if name in begun.mood]
        for answers in _answers(len(facts)):
            handed = {**begun.facts, **dict(zip(facts, answers, strict=True))}
            yield replace(begun, facts=handed)
            for level in (MOOD_CEILING, MOOD_FLOOR) if moods else ():
                mood = {**begun.mood, **dict.fromkeys(moods, level)}
                yield replace(begun, facts=handed, mood=mood)


def _answers(count: int) -> Iterable[tuple[bool, ...]]:
    if count > MOST:
        return ((False,) * count, (True,) * count)
    return product((False, True), repeat=count)
