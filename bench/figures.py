"""Figures of graded replies, each with its count and a 95 % bootstrap interval.

Every figure is a function of sums over replies, so drawing replies with replacement is a product of
two tables: how often each reply is drawn, and what each adds to the sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from uss_trainer.grading.values import Judgement

    Row = dict[str, Any]
    Table = NDArray[np.float64]

DRAWS = 1000
BINS = 10
"""Parts of equal size into which confidences are dealt for the calibration error."""


@dataclass(frozen=True, slots=True)
class Told:
    """One labelled reply and what a grader says of it."""

    row: Row
    steps: frozenset[str]
    methods: frozenset[str] = frozenset()
    faults: frozenset[str] = frozenset()
    quality: int = 0
    gradable: bool = True
    sure: tuple[tuple[float, bool], ...] = ()
    """For each step shown, also the undecided ones: its confidence, and whether the label holds it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure."""

    value: float
    low: float
    high: float
    n: int
    """Replies it rests on."""

    def __str__(self) -> str:
        return "–" if isnan(self.value) else f"{self.value:.3f} ({self.low:.2f}–{self.high:.2f})"


def told(row: Row, judgement: Judgement) -> Told:
    """Return a row with its judgement."""
    shown = [
        (one.id.rpartition("/")[2], one.confidence) for one in (*judgement.steps, *judgement.open)
    ]
    return Told(
        row,
        frozenset(step.rpartition("/")[2] for step in judgement.step_ids),
        frozenset(judgement.method_ids),
        frozenset(judgement.fault_ids),
        judgement.quality,
        judgement.gradable,
        tuple((sure, step in row["steps"]) for step, sure in shown),
    )


def _found(kind: str) -> Callable[[Sequence[Told]], Table]:
    """Return what makes a column of hits and one of all that was told or labelled."""

    def columns(rows: Sequence[Told]) -> Table:
        pairs = [(getattr(one, kind), set(one.row.get(kind, ()))) for one in rows]
        return np.array([[len(a & b), len(a) + len(b)] for a, b in pairs], dtype=float)

    return columns


def _wronged(rows: Sequence[Told]) -> Table:
    return np.array([[bool(one.steps - set(one.row["steps"])), 1] for one in rows], dtype=float)


def _shut(rows: Sequence[Told]) -> Table:
    return np.array([[not one.gradable, 1] for one in rows], dtype=float)


def _qualities(rows: Sequence[Told]) -> Table:
    table = np.zeros((len(rows), 16))
    table[range(len(rows)), [4 * one.row["quality"] + one.quality for one in rows]] = 1
    return table


def _sureness(rows: Sequence[Told]) -> Table:
    """Return for each bin the columns count, sum of confidences, number of true ones."""
    every = np.array([sure for one in rows for sure, _ in one.sure])
    cuts = np.quantile(every, np.arange(1, BINS) / BINS) if every.size else np.zeros(BINS - 1)
    table = np.zeros((len(rows), BINS, 3))
    for number, one in enumerate(rows):
        for sure, true in one.sure:
            table[number, np.searchsorted(cuts, sure, side="right")] += (1, sure, true)
    return table.reshape(len(rows), -1)


def _twice(sums: Table) -> Table:
    """Return F1; not a number where nothing was told and nothing labelled."""
    return np.asarray(2 * sums[:, 0] / np.where(sums[:, 1] > 0, sums[:, 1], np.nan))


def _share(sums: Table) -> Table:
    return sums[:, 0] / np.maximum(1, sums[:, 1])


def _kappa(sums: Table) -> Table:
    """Return the quadratically weighted kappa."""
    tables = sums.reshape(-1, 4, 4)
    apart = (np.arange(4)[:, None] - np.arange(4)) ** 2
    chance = tables.sum(axis=2)[:, :, None] * tables.sum(axis=1)[:, None, :]
    expected = (apart * chance).sum(axis=(1, 2)) / np.maximum(1, tables.sum(axis=(1, 2)))
    return np.asarray(1 - (apart * tables).sum(axis=(1, 2)) / np.maximum(1e-9, expected))


def _error(sums: Table) -> Table:
    """Return the expected calibration error: mean distance of confidence and truth over the bins."""
    bins = sums.reshape(-1, BINS, 3)
    apart = np.abs(bins[:, :, 1] - bins[:, :, 2]).sum(axis=1)
    return np.asarray(apart / np.maximum(1, bins[:, :, 0].sum(axis=1)))


def _everything(_: Told) -> bool:
    return True


def _labelled(kind: str) -> Callable[[Told], bool]:
    return lambda one: kind in one.row


def _kind(kind: str) -> Callable[[Told], bool]:
    return lambda one: bool(one.row["kind"] == kind)


HONEST = ("normal", "hard", "none")

FIGURES: Mapping[str, tuple[Callable[[Told], bool], Callable[..., Table], Callable[..., Table]]] = {
    "steps F1": (_everything, _found("steps"), _twice),
    "idle credited": (_kind("none"), _wronged, _share),
    "gaming rewarded": (_kind("gaming"), _wronged, _share),
    "methods F1": (_labelled("methods"), _found("methods"), _twice),
    "faults F1": (_everything, _found("faults"), _twice),
    "quality kappa": (_everything, _qualities, _kappa),
    "not gradable": (lambda one: one.row["kind"] in HONEST, _shut, _share),
    "calibration": (lambda one: bool(one.sure), _sureness, _error),
}
"""For each figure: which replies it is about, what they add up, and what the sums say."""


def figures(rows: Sequence[Told], names: Sequence[str] = tuple(FIGURES)) -> dict[str, Figure]:
    """Return the figures of these replies; those without a reply they are about have `n` 0."""
    return {name: _figure(name, rows) for name in names}


def _figure(name: str, rows: Sequence[Told]) -> Figure:
    wanted, columns, what = FIGURES[name]
    those = [one for one in rows if wanted(one)]
    if not those:
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    table = columns(those)
    if not table.any():
        return Figure(float("nan"), float("nan"), float("nan"), len(those))
    drawn = what(_draws(len(those)) @ table)
    low, high = np.nanquantile(drawn, (0.025, 0.975))
    return Figure(float(what(table.sum(axis=0)[None])[0]), float(low), float(high), len(those))


def difference(rows: Sequence[Told], name: str = "steps F1") -> Figure:
    """Return how much higher a figure is in Chinese than in English."""
    _, columns, what = FIGURES[name]
    sides = [[one for one in rows if one.row["lang"] == lang] for lang in ("zh", "en")]
    if not all(sides):
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    tables = [columns(side) for side in sides]
    whole = [float(what(table.sum(axis=0)[None])[0]) for table in tables]
    # Drawn apart: the two languages are different replies.
    zh, en = (what(_draws(len(table), seed) @ table) for seed, table in enumerate(tables, start=1))
    low, high = np.quantile(zh - en, (0.025, 0.975))
    return Figure(whole[0] - whole[1], float(low), float(high), len(rows))


@cache
def _draws(count: int, seed: int = 0) -> NDArray[np.float32]:
    """Return how often each of `count` replies is drawn, one row a draw."""
    chance = np.random.default_rng(seed)
    drawn = chance.multinomial(count, np.full(count, 1 / count), size=DRAWS)
    return drawn.astype(np.float32)
