"""From the heads' shares to evidence: which steps, methods and faults, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.grading import lexical
from uss_trainer.grading.quality import grounds
from uss_trainer.grading.rubric import criteria, qualified, texts_of
from uss_trainer.grading.signals import (
    Sight,
    fault_signals,
    quality_signals,
    step_signals,
)
from uss_trainer.grading.values import Evidence
from uss_trainer.grading.ways import way_signals, ways

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.evidence import Unit
    from uss_trainer.grading.model import Model
    from uss_trainer.grading.seen import Seen
    from uss_trainer.grading.weighing import Weighing

UNSURE = 0.01
"""How near to the bar a step's probability is too close to call."""

SOME = 0.05
"""Share a step needs in words that count before the rest of the reply may speak for it."""

SUSPECT = 0.5
"""Part of a fault's bar from which it is mentioned without costing points."""

NEAR_BEST = 0.15
"""How far below the best stretch a shorter one may be and still be the one that is shown."""


class Finder:
    """Finds what one rubric names in replies that the heads have seen."""

    def __init__(self, rubric: Rubric, model: Model, weighing: Weighing) -> None:
        self.rubric = rubric
        self.model = model
        self.weighing = weighing
        self._lines = {
            kind: {label: lexical.Lines(texts_of(rubric, kind, label)) for label in head.labels}
            for kind, head in model.heads.items()
            if ":" not in kind
        }

    def sight(self, seen: Seen) -> Sight:
        """Return the heads' shares for steps and faults, and what stands around them."""
        head, wrong = self.model.heads["steps"], self.model.heads.get("faults")
        own = head.probabilities(seen.table, seen.shut)
        counts = np.array(
            [
                [unit.guards <= self.model.spared[step] for step in head.labels]
                for unit in seen.units
            ]
        )
        blame = wrong.probabilities(seen.table) if wrong else np.zeros((len(seen.units), 0))
        return Sight(
            text=seen.text,
            units=seen.units,
            steps=head.labels,
            bars=head.thresholds,
            own=own,
            free=np.where(counts, own, 0.0),
            faults=wrong.labels if wrong else (),
            blame=blame,
            shut=seen.shut,
            manner=seen.manner,
            does=seen.does,
            answered=seen.answered,
            near=seen.near,
        )

    def steps(self, seen: Seen, sight: Sight) -> tuple[list[Evidence], list[Evidence], set[str]]:
        """Return the steps performed, those too close to call, and the guards that kept any off."""
        steps: list[Evidence] = []
        unsure: list[Evidence] = []
        guards: set[str] = set()
        (bar,) = self.weighing.steps.bars
        sure = self._sure(sight)
        for column, step in enumerate(sight.steps):
            own, free = sight.own[:, column], sight.free[:, column]
            if column in sure:
                where = steps if sure[column] >= bar + UNSURE else unsure
                where.append(self._shown("steps", step, seen, free, sure[column]))
            elif own.max() >= sight.bars[column] > free.max():
                guards |= seen.units[int(own.argmax())].guards - self.model.spared[step]
        if seen.shut and not steps and self._would_be(seen):
            guards.add("out-of-place")
        return steps, unsure, guards

    def performed(self, sight: Sight) -> frozenset[str]:
        """Return the steps performed or too close to call, by their whole names."""
        return frozenset(
            qualified(self.rubric, sight.steps[column]) for column in self._sure(sight)
        )

    def _sure(self, sight: Sight) -> dict[int, float]:
        """Return the probability of each step that is performed or too close to call."""
        (bar,) = self.weighing.steps.bars
        some = np.flatnonzero(sight.free.max(axis=0) >= SOME)
        weigh = self.weighing.steps.probability
        found = {int(column): weigh(step_signals(sight, int(column))) for column in some}
        return {column: sure for column, sure in found.items() if sure >= bar - UNSURE}

    def _would_be(self, seen: Seen) -> bool:
        """Return whether a step that the customer's line doesn't call for would have been shown."""
        head = self.model.heads["steps"]
        best = head.probabilities(seen.table).max(axis=0)
        return any(
            best[column] >= bar and step in seen.shut
            for column, (step, bar) in enumerate(zip(head.labels, head.thresholds, strict=True))
        )

    def faults(self, seen: Seen, sight: Sight) -> tuple[list[Evidence], list[Evidence]]:
        """Return the faults that cost points and the ones that are only suspected.

        The likeliest first; a second one only in words of its own.
        """
        (bar,) = self.weighing.faults.bars
        found = [
            (self.weighing.faults.probability(fault_signals(sight, column)), column)
            for column in range(len(sight.faults))
        ]
        sure: list[Evidence] = []
        suspected: list[Evidence] = []
        taken: list[Unit] = []
        for share, column in sorted(found, key=lambda one: (-one[0], one[1])):
            unit = _best(seen, sight.blame[:, column])
            apart = all(unit.end <= one.start or one.end <= unit.start for one in taken)
            if share < SUSPECT * bar or not apart:
                continue
            taken.append(unit)
            told = self._evidence("faults", sight.faults[column], seen, unit, share)
            (sure if share >= bar else suspected).append(told)
        return sure, suspected

    def quality(
        self,
        sight: Sight,
        steps: Sequence[Evidence],
        methods: Sequence[Evidence],
        faults: Sequence[Evidence],
    ) -> tuple[int, tuple[str, ...]]:
        """Return how well the whole reply does what it does, 0 to 3, and on what grounds."""
        signals = quality_signals(sight, steps, methods, faults)
        scales = self.weighing.quality
        return scales.grade(signals), grounds(scales, signals)

    def methods(self, seen: Seen, steps: Sequence[Evidence]) -> list[Evidence]:
        """Return the methods at work, only of steps that are performed."""
        head = self.model.heads.get("methods")
        if head is None:
            return []
        scales, found = self.weighing.methods, []
        at_work = ways(self.rubric, head, seen, steps)
        for column, signals in way_signals(seen, at_work):
            sure = scales.probability(signals)
            if sure >= scales.bars[0]:
                own = at_work.shares[:, column]
                found.append(self._shown("methods", head.labels[column], seen, own, sure))
        return found

    def _shown(
        self, kind: str, label: str, seen: Seen, own: NDArray[np.float64], confidence: float
    ) -> Evidence:
        """Return evidence with the shortest stretch that shows it well and the line it is like."""
        return self._evidence(kind, label, seen, _best(seen, own), confidence)

    def _evidence(
        self, kind: str, label: str, seen: Seen, unit: Unit, confidence: float
    ) -> Evidence:
        """Return evidence with its words, the nearest line and, for a step, its criteria."""
        near = lexical.nearest(unit.text, self._lines[kind][label], seen.firms)
        step = self.rubric.step(label) if kind == "steps" else None
        met, missed = criteria(step, seen.text, seen.firms) if step else ((), ())
        name = qualified(self.rubric, label) if kind == "steps" else label
        return Evidence(
            name, confidence, unit.start, unit.end, near.line, near.likeness, met, missed
        )


def _best(seen: Seen, own: NDArray[np.float64]) -> Unit:
    """Return the shortest stretch whose share is near the best one's."""
    least = float(own.max()) - NEAR_BEST
    return next(unit for unit, share in zip(seen.units, own, strict=True) if share >= least)
