"""A second look: how much each signal of the whole reply moves a step, a fault, the quality.

The heads learn from short lines and see a reply stretch by stretch. What only the whole shows (a
promise beside the answer, a fifth step in one breath, two words where a sentence was due) is
weighed here, by a few numbers that are the same for every technique and were fitted on labelled
replies (`bench/fit_weighing.py`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from math import exp
from typing import TYPE_CHECKING, Any

from uss_trainer.content.bundled import bundled
from uss_trainer.grading.whole import Whole, load_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "weighing.json"


@dataclass(frozen=True, slots=True)
class Scales:
    """One weighted sum of signals."""

    terms: Mapping[str, tuple[float, float]]
    """For each signal its weight for one unit, and its usual value, at which it moves nothing."""

    constant: float
    bars: tuple[float, ...]
    """Where the outcome changes: the least probability, or the least sums for quality 1, 2, 3."""

    def total(self, signals: Mapping[str, float]) -> float:
        """Return the weighted sum; KeyError where a signal is missing."""
        return self.constant + sum(self.shares(signals).values())

    def shares(self, signals: Mapping[str, float]) -> dict[str, float]:
        """Return what each signal adds to the sum."""
        return {
            name: weight * (signals[name] - usual) for name, (weight, usual) in self.terms.items()
        }

    def probability(self, signals: Mapping[str, float]) -> float:
        """Return the sum as a probability, three decimals."""
        return round(1 / (1 + exp(-max(-30.0, min(30.0, self.total(signals))))), 3)

    def grade(self, signals: Mapping[str, float]) -> int:
        """Return how many bars the sum, three decimals, reaches."""
        total = round(self.total(signals), 3)
        return sum(total >= bar for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Weighing:
    """The four scales and the heads for whole replies that every grader uses."""

    steps: Scales
    faults: Scales
    methods: Scales
    quality: Scales
    whole: Whole
    version: str
    """The first characters of the SHA-256 of the scales' file and the heads' numbers."""


def load_weighing(folder: Path | None = None) -> Weighing:
    """Return what stands in `folder`, what comes with the program if None."""
    raw = ((folder or bundled("scoring")) / FILE).read_bytes()
    told: dict[str, Any] = json.loads(raw)
    names = ("steps", "faults", "methods", "quality")
    steps, faults, methods, quality = (_scales(told[name]) for name in names)
    whole = load_whole(folder)
    sha = sha256(raw.replace(b"\r\n", b"\n") + whole.version.encode())
    return Weighing(steps, faults, methods, quality, whole, sha.hexdigest()[:12])


def _scales(told: Mapping[str, Any]) -> Scales:
    terms = {name: (float(weight), float(usual)) for name, (weight, usual) in told["terms"].items()}
    return Scales(terms, float(told["constant"]), tuple(map(float, told["bars"])))
