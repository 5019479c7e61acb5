"""Item analysis as classical test theory has it: difficulty, discrimination, reliability."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 30
"""People below whom no figure is worth acting on; the interval of a correlation of 0.3 then still
reaches below zero."""

WIDE = 0.3
"""An interval of alpha wider than this says too little."""

EASY, HARD = 0.95, 0.2
"""Mean scores, 0 to 1, above and below which an item tells nobody apart."""

WEAK = 0.2
"""Discrimination below which an item is poor (Ebel, Measuring Educational Achievement, 1965)."""

SURE = 1.96
"""Standard deviations to either side that hold 95 % of a normal distribution."""

Verdict = Literal["few", "easy", "hard", "reverse", "weak", "fine"]


@dataclass(frozen=True, slots=True)
class Moments:
    """Sums over pairs: what an item earned, x, and what all others of its test earned, y."""

    count: int
    x: float
    xx: float
    y: float
    yy: float
    xy: float

    @property
    def mean(self) -> float:
        """Mean of x; 0 where there is none."""
        return self.x / self.count if self.count else 0.0

    @property
    def correlation(self) -> float | None:
        """Pearson's correlation; None where x or y never differs."""
        both = self.count * self.xy - self.x * self.y
        spread = (self.count * self.xx - self.x**2) * (self.count * self.yy - self.y**2)
        if self.count < 2 or spread <= 1e-9 * self.count**2:
            return None
        return max(-1.0, min(1.0, both / sqrt(spread)))


def moments(pairs: Sequence[tuple[float, float]]) -> Moments:
    """Return the sums of pairs."""
    return Moments(
        len(pairs),
        sum(x for x, _ in pairs),
        sum(x * x for x, _ in pairs),
        sum(y for _, y in pairs),
        sum(y * y for _, y in pairs),
        sum(x * y for x, y in pairs),
    )


@dataclass(frozen=True, slots=True)
class Item:
    """How one scenario or step does as a question of a test."""

    key: str
    people: int
    difficulty: float
    """Mean score, 0 to 1: the higher, the easier."""

    discrimination: float | None
    """Corrected item–total correlation, -1 to 1; None where nothing differs."""

    compared: int
    """People it was reckoned from."""

    @property
    def verdict(self) -> Verdict:
        """What to make of it; the first that holds."""
        if self.people < ENOUGH:
            return "few"
        if self.difficulty > EASY or self.difficulty < HARD:
            return "easy" if self.difficulty > EASY else "hard"
        if self.compared < ENOUGH:
            return "few"
        if self.discrimination is not None and self.discrimination < 0:
            return "reverse"
        weak = self.discrimination is None or self.discrimination < WEAK
        return "weak" if weak else "fine"


def item(key: str, sums: Moments) -> Item:
    """Return an item from its sums, scores from 0 to 1."""
    return Item(key, sums.count, sums.mean, sums.correlation, sums.count)


def discriminations(scores: Sequence[Sequence[float]]) -> tuple[float | None, ...]:
    """Return each column's correlation with the sum of the others; a row of scores a person."""
    wholes = [sum(row) for row in scores]
    count = len(scores[0]) if scores else 0
    return tuple(
        moments(
            [(row[at], whole - row[at]) for row, whole in zip(scores, wholes, strict=True)]
        ).correlation
        for at in range(count)
    )


@dataclass(frozen=True, slots=True)
class Reliability:
    """Cronbach's alpha with its 95 % interval."""

    alpha: float
    low: float
    high: float
    people: int
    items: int

    @property
    def sure(self) -> bool:
        """Whether there are enough people to say."""
        return self.people >= ENOUGH and self.high - self.low <= WIDE


def reliability(scores: Sequence[Sequence[float]]) -> Reliability | None:
    """Return alpha of a row of scores a person; None below two items, three people or any spread.

    The interval is Bonett's (Journal of Educational and Behavioral Statistics 27, 2002).
    """
    people, count = len(scores), len(scores[0]) if scores else 0
    if people < 3 or count < 2:
        return None
    whole = _variance([sum(row) for row in scores])
    if whole <= 1e-12:
        return None
    parts = sum(_variance([row[at] for row in scores]) for at in range(count))
    alpha = count / (count - 1) * (1 - parts / whole)
    if alpha >= 1:
        return Reliability(1.0, 1.0, 1.0, people, count)
    half = SURE * sqrt(2 * count / ((count - 1) * (people - 2)))
    low, high = (1 - exp(log(1 - alpha) + side) for side in (half, -half))
    return Reliability(alpha, low, high, people, count)


def _variance(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)
