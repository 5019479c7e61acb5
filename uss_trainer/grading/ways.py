"""Which of a rubric's methods may be at work in a reply, and what bears on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.grading.signals import odds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.head import Head
    from uss_trainer.grading.seen import Seen
    from uss_trainer.grading.signals import Shares, Signals
    from uss_trainer.grading.values import Evidence


@dataclass(frozen=True, slots=True)
class Ways:
    """What the heads say of the methods in one reply."""

    labels: tuple[str, ...]
    bars: tuple[float, ...]
    shares: Shares
    """Shape (stretches, methods); nought where a guard strikes."""

    sure: tuple[float, ...]
    """How surely each method's step is performed; 0 where it isn't, or where it has none."""

    open: tuple[int, ...]
    """The columns of methods that can be at work: a step that isn't performed has none."""


def ways(rubric: Rubric, head: Head, seen: Seen, steps: Sequence[Evidence]) -> Ways:
    """Return what the methods' head says, within what `steps` leave open."""
    performed = {step.id.rpartition("/")[2]: step.confidence for step in steps}
    home = {method.id: method.step for method in rubric.methods if method.performs}
    struck = np.array([bool(unit.guards) for unit in seen.units])
    shares = np.where(struck[:, None], 0.0, head.probabilities(seen.table))
    sure = tuple(performed.get(home.get(method, ""), 0.0) for method in head.labels)
    may = [
        column
        for column, method in enumerate(head.labels)
        if shares[:, column].any() and (method not in home or home[method] in performed)
    ]
    return Ways(head.labels, head.thresholds, shares, sure, tuple(may))


def way_signals(seen: Seen, found: Ways) -> Iterator[tuple[int, Signals]]:
    """Yield what bears on each method that can be at work, with its column."""
    for column in found.open:
        own = found.shares[:, column]
        best, others = float(own.max()), np.delete(found.shares.max(axis=0), column)
        yield (
            column,
            {
                "method": odds(best),
                "method-whole": odds(float(own[-1])),
                "uses": odds(seen.uses.get(found.labels[column], best)),
                "other-method": odds(float(others.max()) if others.size else 0.0),
                "better": float((others > best).sum()),
                "bar": found.bars[column],
                "step-sure": found.sure[column],
                "homeless": float(found.sure[column] == 0),
            },
        )
