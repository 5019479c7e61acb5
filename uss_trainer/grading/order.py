"""In which order the steps came, and the longest part of it that follows the manual."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from uss_trainer.grading.rubric import qualified

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.values import Evidence, Judgement


def ranks(rubric: Rubric) -> dict[str, int]:
    """Return each step's place by full id; steps the manual lets loop share the first one's."""
    places = {step.id: place for place, step in enumerate(rubric.steps)}
    for loop in rubric.loops:
        known = [step for step in loop if step in places]
        first = min((places[step] for step in known), default=0)
        places.update(dict.fromkeys(known, first))
    return {qualified(rubric, step): place for step, place in places.items()}


def within(
    judgement: Judgement, evidence: Sequence[Evidence], rank: Mapping[str, int]
) -> list[str]:
    """Return the steps of one turn as they came: by their place in a typed reply, else by rank.

    Where the words of a chosen reply stand is a guess that must not cost its order.
    """
    if judgement.source == "typed":
        found = sorted(evidence, key=lambda one: (one.start, rank.get(one.id, 0)))
    else:
        found = sorted(evidence, key=lambda one: rank.get(one.id, 0))
    return [one.id for one in found]


def longest_run(steps: Sequence[str], rank: Mapping[str, int]) -> tuple[str, ...]:
    """Return the longest part of `steps` whose ranks never fall; the earliest where several are."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, step in enumerate(steps):
        at = bisect_right(tails, rank[step])
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(rank[step])
            ends.append(place)
        else:
            tails[at], ends[at] = rank[step], place
    run: list[str] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        run.append(steps[place])
        place = before[place]
    return tuple(reversed(run))
