"""How near a judgement is to coming out otherwise, for `verify` to name what hangs by a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.grading.finding import SUSPECT, UNSURE
from uss_trainer.grading.signals import fault_signals, quality_signals, step_signals
from uss_trainer.grading.ways import way_signals, ways

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from uss_trainer.grading.finding import Finder
    from uss_trainer.grading.seen import Seen
    from uss_trainer.grading.signals import Sight


def margin(finder: Finder, seen: Seen, called: Mapping[str, float]) -> float:
    """Return the least distance of a number to a bar that decides on something, 0 to 1.

    `called` is how surely the customer's line calls for each step that isn't always owed.
    """
    sight = finder.sight(seen)
    near = [*_steps(finder, sight), *_faults(finder, sight), *_methods(finder, seen, sight)]
    near += [
        abs(share - finder.model.heads[f"gate:{step}"].thresholds[0])
        for step, share in called.items()
    ]
    near += _quality(finder, seen, sight)
    return round(min(near, default=1.0), 4)


def _steps(finder: Finder, sight: Sight) -> Iterator[float]:
    scales = finder.weighing.steps
    for column in range(len(sight.steps)):
        sure = scales.probability(step_signals(sight, column))
        yield from (
            abs(sure - edge) for bar in scales.bars for edge in (bar - UNSURE, bar + UNSURE)
        )


def _faults(finder: Finder, sight: Sight) -> Iterator[float]:
    scales = finder.weighing.faults
    for column in range(len(sight.faults)):
        sure = scales.probability(fault_signals(sight, column))
        yield from (abs(sure - edge) for bar in scales.bars for edge in (SUSPECT * bar, bar))


def _methods(finder: Finder, seen: Seen, sight: Sight) -> Iterator[float]:
    head, scales = finder.model.heads.get("methods"), finder.weighing.methods
    if head is None:
        return
    at_work = ways(finder.rubric, head, seen, finder.steps(seen, sight)[0])
    for _, signals in way_signals(seen, at_work):
        sure = scales.probability(signals)
        yield from (abs(sure - bar) for bar in scales.bars)


def _quality(finder: Finder, seen: Seen, sight: Sight) -> list[float]:
    steps, _, _ = finder.steps(seen, sight)
    faults, _ = finder.faults(seen, sight)
    found = (steps, finder.methods(seen, steps), faults)
    scales = finder.weighing.quality
    total = round(scales.total(quality_signals(sight, *found)), 3)
    return [abs(total - bar) for bar in scales.bars]
