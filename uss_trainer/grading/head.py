"""A softmax over steps and *none*, fitted on the rubric's own lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Vector = NDArray[np.float64]

FOLDS = 3
STRENGTH = 10.0
"""Inverse of the weight that keeps coefficients small."""

LOOSE = 2e-4
"""Relative gain below which fitting stops; tighter changes no decision worth the seconds."""

TEMPERATURES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.4)
THRESHOLDS = tuple(round(0.25 + 0.025 * i, 3) for i in range(17))
SHRINK = 60.0
"""How many lines' worth of trust the common threshold has against a step's own."""


@dataclass(frozen=True, slots=True)
class Head:
    """One fitted recogniser; the last column of `weights` stands for *none*."""

    labels: tuple[str, ...]
    weights: Matrix
    """Shape (features + 1, labels + 1); the last row is the constant."""

    temperature: float = 1.0
    thresholds: tuple[float, ...] = ()
    """Least probability a label needs, in the order of `labels`."""

    def probabilities(self, rows: Matrix, shut: Collection[str] = ()) -> NDArray[np.float64]:
        """Return calibrated probabilities, three decimals, one column a label, *none* left out.

        Labels in `shut` can't be; what they would have had goes to the others.
        """
        scores = (rows @ self.weights[:-1] + self.weights[-1]) / self.temperature
        scores[:, [label in shut for label in self.labels] + [False]] = -np.inf
        shares: NDArray[np.float64] = softmax(scores)[:, :-1].astype(np.float64)
        return shares.round(3)


def softmax(scores: Matrix) -> Matrix:
    """Return each row's scores as shares of one."""
    scores = scores - scores.max(axis=1, keepdims=True)
    odds = np.exp(scores)
    shares: Matrix = odds / odds.sum(axis=1, keepdims=True)
    return shares


def fit(
    rows: Matrix,
    targets: Matrix,
    weights: Vector,
    strength: float = STRENGTH,
    start: Matrix | None = None,
) -> Matrix:
    """Return the coefficients that explain `targets` (rows of shares of one) best.

    `start` is where the search begins; nought without it.
    """
    size, kinds = rows.shape[1] + 1, targets.shape[1]
    targets = targets.astype(np.float32)
    weighting = weights.astype(np.float32)[:, None]

    def loss(flat: Vector) -> tuple[float, Vector]:
        table = flat.reshape(size, kinds).astype(np.float32)
        scores = rows @ table[:-1] + table[-1]
        top = scores.max(axis=1, keepdims=True)
        log_shares = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
        error = (np.exp(log_shares) - targets) * weighting
        slope = np.empty((size, kinds))
        slope[:-1] = rows.T @ error + table[:-1] / strength
        slope[-1] = error.sum(axis=0)
        value = -float((targets * log_shares * weighting).sum(dtype=np.float64))
        return value + float((flat[:-kinds] ** 2).sum()) / (2 * strength), slope.ravel()

    begin = np.zeros(size * kinds) if start is None else start.ravel().astype(np.float64)
    return minimise(loss, begin).reshape(size, kinds).astype(np.float32)


def minimise(
    loss: Callable[[Vector], tuple[float, Vector]], at: Vector, rounds: int = 120, memory: int = 8
) -> Vector:
    """Return where `loss` is least, by limited-memory BFGS with a halving line search."""
    value, slope = loss(at)
    steps: list[tuple[Vector, Vector]] = []
    for _ in range(rounds):
        direction = -_newton(slope, steps)
        descent = float(direction @ slope)
        size = 1.0 if steps else min(1.0, 1.0 / (float(np.abs(slope).sum()) + 1e-12))
        for _ in range(30):
            ahead = at + size * direction
            new_value, new_slope = loss(ahead)
            if new_value <= value + 1e-4 * size * descent:
                break
            size /= 2
        moved, turned = ahead - at, new_slope - slope
        if float(moved @ turned) > 1e-10:
            steps = [*steps, (moved, turned)][-memory:]
        done = abs(value - new_value) <= LOOSE * max(1.0, abs(value))
        at, value, slope = ahead, new_value, new_slope
        if done:
            break
    return at


def _newton(slope: Vector, steps: Sequence[tuple[Vector, Vector]]) -> Vector:
    """Return the slope scaled by the curvature seen so far (two-loop recursion)."""
    result, shares = slope.copy(), []
    for moved, turned in reversed(steps):
        share = float(moved @ result) / float(moved @ turned)
        result -= share * turned
        shares.append(share)
    if steps:
        moved, turned = steps[-1]
        result *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), share in zip(steps, reversed(shares), strict=True):
        result += moved * (share - float(turned @ result) / float(moved @ turned))
    return result


def calibrated(
    labels: tuple[str, ...],
    rows: Matrix,
    targets: Matrix,
    weights: Vector,
    groups: NDArray[np.int64],
    strength: float = STRENGTH,
) -> Head:
    """Return a head with temperature and thresholds chosen on lines it wasn't fitted on."""
    scores = np.zeros(targets.shape, dtype=np.float32)
    mean = np.zeros((rows.shape[1] + 1, targets.shape[1]), dtype=np.float32)
    for fold in range(FOLDS):
        out = groups % FOLDS == fold
        table = fit(rows[~out], targets[~out], weights[~out], strength)
        scores[out] = rows[out] @ table[:-1] + table[-1]
        mean += table / FOLDS
    temperature = min(TEMPERATURES, key=lambda t: _surprise(scores / t, targets))
    shares = softmax(scores / temperature)[:, :-1]
    thresholds = _thresholds(shares, targets[:, :-1] > 0)
    return Head(labels, fit(rows, targets, weights, strength, mean), temperature, thresholds)


def _surprise(scores: Matrix, targets: Matrix) -> float:
    """Return the mean log loss."""
    return float(-(targets * np.log(softmax(scores) + 1e-9)).sum(axis=1).mean())


def _thresholds(shares: Matrix, truth: NDArray[np.bool_]) -> tuple[float, ...]:
    """Return each label's best threshold by F1, drawn towards the common best."""

    def f1(bar: float, which: slice) -> float:
        told = shares[:, which] >= bar
        both = (told & truth[:, which]).sum()
        return float(2 * both / max(1, told.sum() + truth[:, which].sum()))

    common = max(THRESHOLDS, key=lambda bar: f1(bar, slice(None)))
    result = []
    for label in range(shares.shape[1]):
        own = max(THRESHOLDS, key=lambda bar: f1(bar, slice(label, label + 1)))
        trust = truth[:, label].sum() / (truth[:, label].sum() + SHRINK)
        result.append(round(float(trust * own + (1 - trust) * common), 3))
    return tuple(result)
