"""How near a judgement is to coming out otherwise, for `verify` to name what hangs by a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.grading.finding import (
    FAULT_BAR,
    NAMED_BAR,
    SUSPECT_BAR,
    UNSURE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from uss_trainer.grading.finding import Seen
    from uss_trainer.grading.model import Model


def margin(model: Model, seen: Seen, called: Mapping[str, float]) -> float:
    """Return the least distance of a probability to a bar that decides on something, 0 to 1.

    `called` is how surely the customer's line calls for each step that isn't always owed.
    """
    bars = [*_steps(model, seen), *_faults(model, seen), *_methods(model, seen)]
    bars += [
        abs(share - model.heads[f"gate:{step}"].thresholds[0]) for step, share in called.items()
    ]
    return round(min(bars, default=1.0), 4)


def _steps(model: Model, seen: Seen) -> Iterator[float]:
    head = model.heads["steps"]
    shares = head.probabilities(seen.table, seen.shut)
    for column, (step, bar) in enumerate(zip(head.labels, head.thresholds, strict=True)):
        own = [
            float(share) if unit.guards <= model.spared[step] else 0.0
            for share, unit in zip(shares[:, column], seen.units, strict=True)
        ]
        yield from (abs(max(own) - edge) for edge in (bar - UNSURE, bar + UNSURE))


def _faults(model: Model, seen: Seen) -> Iterator[float]:
    head = model.heads.get("faults")
    if head is None:
        return
    shares = head.probabilities(seen.table)
    own = shares.sum(axis=1)
    for row in range(len(own)):
        for wrong in (own[row], (own[row] + own[-1]) / 2):
            yield from (abs(float(wrong) - bar) for bar in (SUSPECT_BAR, FAULT_BAR))
        if (own[row] + own[-1]) / 2 >= FAULT_BAR:
            yield abs(float(shares[row].max()) - NAMED_BAR)


def _methods(model: Model, seen: Seen) -> Iterator[float]:
    head = model.heads.get("methods")
    if head is None:
        return
    shares = head.probabilities(seen.table)
    for column, bar in enumerate(head.thresholds):
        own = [
            0.0 if unit.guards else float(share)
            for share, unit in zip(shares[:, column], seen.units, strict=True)
        ]
        yield abs(max(own) - bar)
