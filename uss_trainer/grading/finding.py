"""From the heads' probabilities to evidence: which steps, methods and faults, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.grading import lexical
from uss_trainer.grading.firms import NOBODY, Firms
from uss_trainer.grading.rubric import criteria, qualified, texts_of
from uss_trainer.grading.values import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.evidence import Unit
    from uss_trainer.grading.features import Matrix
    from uss_trainer.grading.model import Model

UNSURE = 0.015
"""How near to its threshold a step is too close to call."""

FAULT_BAR = 0.75
"""Probability that something is wrong from which it costs points."""

NAMED_BAR = 0.4
"""Probability the fault's name needs besides."""

SUSPECT_BAR = 0.5
"""Probability that something is wrong from which it is mentioned."""

SURE_ALONE = 0.95
"""Probability from which a stretch is at fault whatever stands around it."""

NEAR_BEST = 0.15
"""How far below the best stretch a shorter one may be and still be the one that is shown."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the heads say of one reply's stretches, a row each."""

    text: str
    units: Sequence[Unit]
    table: Matrix
    shut: frozenset[str]
    """Steps the customer's line doesn't call for."""

    firms: Firms = NOBODY


class Finder:
    """Finds what one rubric names in replies that the heads have seen."""

    def __init__(self, rubric: Rubric, model: Model) -> None:
        self._rubric = rubric
        self._model = model
        self._lines = {
            kind: {label: lexical.Lines(texts_of(rubric, kind, label)) for label in head.labels}
            for kind, head in model.heads.items()
            if ":" not in kind
        }

    def steps(self, seen: Seen) -> tuple[list[Evidence], list[Evidence], set[str]]:
        """Return the steps performed, those too close to call, and the guards that kept any off."""
        steps: list[Evidence] = []
        unsure: list[Evidence] = []
        guards: set[str] = set()
        head = self._model.heads["steps"]
        shares = head.probabilities(seen.table, seen.shut)
        for column, (step, bar) in enumerate(zip(head.labels, head.thresholds, strict=True)):
            own = [float(share) for share in shares[:, column]]
            free = [
                share if unit.guards <= self._model.spared[step] else 0.0
                for share, unit in zip(own, seen.units, strict=True)
            ]
            if max(free) >= bar - UNSURE:
                where = steps if max(free) >= bar + UNSURE else unsure
                where.append(self._shown("steps", step, seen, free, bar))
            elif max(own) >= bar:
                unit = seen.units[own.index(max(own))]
                guards |= unit.guards - self._model.spared[step]
        if seen.shut and not steps and self._would_be(seen):
            guards.add("out-of-place")
        return steps, unsure, guards

    def _would_be(self, seen: Seen) -> bool:
        """Return whether a step that the customer's line doesn't call for would have been shown."""
        head = self._model.heads["steps"]
        best = head.probabilities(seen.table).max(axis=0)
        return any(
            best[column] >= bar and step in seen.shut
            for column, (step, bar) in enumerate(zip(head.labels, head.thresholds, strict=True))
        )

    def faults(self, seen: Seen) -> tuple[list[Evidence], list[Evidence]]:
        """Return the faults that cost points and the ones that are only suspected.

        The dominant fault of each stretch; a second one only in words of its own. The whole reply
        has a say in each, because half a sentence often sounds ruder than all of it.
        """
        head = self._model.heads.get("faults")
        sure: list[Evidence] = []
        suspected: list[Evidence] = []
        if head is None:
            return sure, suspected
        shares = head.probabilities(seen.table)
        own = shares.sum(axis=1)
        wrong = np.where(own >= SURE_ALONE, own, (own + own[-1]) / 2).round(3)
        taken: list[Unit] = []
        for row in sorted(range(len(wrong)), key=lambda row: -wrong[row]):
            unit, column = seen.units[row], int(shares[row].argmax())
            apart = all(unit.end <= one.start or one.end <= unit.start for one in taken)
            if wrong[row] < SUSPECT_BAR or not apart:
                continue
            taken.append(unit)
            clear = wrong[row] >= FAULT_BAR and shares[row, column] >= NAMED_BAR
            told = self._evidence("faults", head.labels[column], seen, unit, float(wrong[row]))
            if told.id not in {one.id for one in (*sure, *suspected)}:
                (sure if clear else suspected).append(told)
        return sure, suspected

    def methods(self, seen: Seen, steps: Sequence[Evidence]) -> list[Evidence]:
        """Return the methods at work, only of steps that are performed."""
        head = self._model.heads.get("methods")
        if head is None:
            return []
        performed = {step.id.rpartition("/")[2] for step in steps}
        home = {method.id: method.step for method in self._rubric.methods if method.performs}
        shares = head.probabilities(seen.table)
        found = []
        for column, (method, bar) in enumerate(zip(head.labels, head.thresholds, strict=True)):
            own = [
                0.0 if unit.guards else float(share)
                for share, unit in zip(shares[:, column], seen.units, strict=True)
            ]
            if max(own) >= bar and (method not in home or home[method] in performed):
                found.append(self._shown("methods", method, seen, own, bar))
        return found

    def _shown(
        self, kind: str, label: str, seen: Seen, own: Sequence[float], bar: float
    ) -> Evidence:
        """Return evidence with the shortest stretch that shows it well and the line it is like."""
        best = max(own)
        least = max(best - NEAR_BEST, min(bar, best))
        unit = next(unit for unit, share in zip(seen.units, own, strict=True) if share >= least)
        return self._evidence(kind, label, seen, unit, best)

    def _evidence(
        self, kind: str, label: str, seen: Seen, unit: Unit, confidence: float
    ) -> Evidence:
        """Return evidence with its words, the nearest line and, for a step, its criteria."""
        near = lexical.nearest(unit.text, self._lines[kind][label], seen.firms)
        step = self._rubric.step(label) if kind == "steps" else None
        met, missed = criteria(step, seen.text, seen.firms) if step else ((), ())
        name = qualified(self._rubric, label) if kind == "steps" else label
        return Evidence(
            name, confidence, unit.start, unit.end, near.line, near.likeness, met, missed
        )
