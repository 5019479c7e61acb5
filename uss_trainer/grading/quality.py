"""How well a reply did what it did: 0 to 3, by a rule a trainer can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from uss_trainer.grading.values import Evidence

FULL = 0.99
"""Share of the criteria met, over the steps that count, from which a reply is good."""

HALF = 0.34
"""The same share, below which a reply is half done."""


def quality(
    steps: Sequence[Evidence],
    due: Collection[str],
    faults: Collection[str],
    serious: Collection[str],
) -> int:
    """Return 0 where nothing helps or a serious fault stands, 1 half or not due, 2 done, 3 well."""
    if not steps or not set(faults).isdisjoint(serious):
        return 0
    counting = [step for step in steps if not due or step.id in due]
    if faults or not counting:
        return 1
    met = sum(len(step.met) for step in counting)
    asked = met + sum(len(step.missed) for step in counting)
    share = met / asked if asked else 0.5
    if share >= FULL:
        return 3
    return 2 if share >= HALF else 1
