"""What a reply shows as a whole, by heads fitted on labelled replies (`bench/fit_weighing.py`).

A technique's own heads learn from lines and see a reply stretch by stretch. These see all of it at
once: one, the same for every technique, tells faults and sham from proper talk; beside it stand those for
the steps and methods of each technique whose replies were labelled.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.content.bundled import bundled
from uss_trainer.grading.features import spelling, surface
from uss_trainer.grading.head import minimise
from uss_trainer.grading.keeping import arrays_digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from uss_trainer.grading.features import Matrix
    from uss_trainer.grading.head import Vector

FILE = "whole.heads.npz"
MANNER = "manner"
"""The head of faults and sham; those of steps bear their technique's name."""

METHODS = ":methods"
"""Stands behind the technique's name where a head is about its methods."""

SHAM = "sham"
"""Recited, announced, chanted, begged for: words about selling instead of words to a customer."""

MEANING, CONTEXT, SPELLING, SURFACE = 3.0, 1.5, 2.5, 0.5
"""How much each kind of evidence weighs beside the tells, which weigh 1."""

Shares = dict[str, float]
"""How likely each label is, 0 to 1, three decimals."""


@dataclass(frozen=True, slots=True)
class WholeHead:
    """A logistic model a label, each by itself: a reply can do several things at once."""

    labels: tuple[str, ...]
    weights: Matrix
    """Shape (features + 1, labels); the last row is the constant."""

    def shares(self, rows: Matrix) -> list[Shares]:
        """Return for each of the rows that `whole_rows` makes how likely each label is."""
        scores = rows @ self.weights[:-1] + self.weights[-1]
        told = (1 / (1 + np.exp(-scores.astype(np.float64).clip(-30, 30)))).round(3)
        return [dict(zip(self.labels, map(float, row), strict=True)) for row in told]


@dataclass(frozen=True, slots=True)
class Whole:
    """The heads that come with the program."""

    heads: Mapping[str, WholeHead]
    bar: float
    """How likely sham must be for a reply to count as nothing else."""

    def shares(self, name: str, row: Matrix) -> Shares:
        """Return what one head says of one reply; nothing where there is no such head."""
        head = self.heads.get(name)
        return head.shares(row)[0] if head else {}

    @property
    def version(self) -> str:
        """SHA-256 of all numbers and names as they are kept."""
        return arrays_digest(_arrays(self))


def whole_rows(
    said: Sequence[str],
    heard: Sequence[str],
    meaning: Matrix,
    before: Matrix,
    told: Sequence[Sequence[float]],
) -> Matrix:
    """Return what the heads are fitted on and judge by, one row a reply.

    `said` and `heard` are the replies and the customer's lines, masked; `meaning` and `before` their
    vectors, nought where there is no line; `told` their tells.
    """
    letters = spelling(said)
    letters /= np.maximum(np.linalg.norm(letters, axis=1, keepdims=True), 1e-9)
    near = (meaning * before).sum(axis=1, keepdims=True)
    signs = np.hstack([np.asarray(told, dtype=np.float32), near])
    parts = (MEANING * meaning, CONTEXT * before, signs, SPELLING * letters)
    return np.hstack([*parts, SURFACE * surface(said, heard)]).astype(np.float32)


def fit_whole(
    labels: tuple[str, ...], rows: Matrix, truth: NDArray[np.bool_], strength: float
) -> WholeHead:
    """Return the likeliest head, as exact as it is kept; `truth` has a column a label.

    `strength` is the inverse of the weight that keeps coefficients small.
    """
    size, kinds = rows.shape[1] + 1, len(labels)
    signs = np.where(truth, 1.0, -1.0).astype(np.float32)

    def loss(flat: Vector) -> tuple[float, Vector]:
        table = flat.reshape(size, kinds).astype(np.float32)
        margins = signs * (rows @ table[:-1] + table[-1])
        error = -signs / (1 + np.exp(margins.clip(-30, 30)))
        slope = np.empty((size, kinds))
        slope[:-1] = rows.T @ error + table[:-1] / strength
        slope[-1] = error.sum(axis=0)
        value = float(np.logaddexp(0, -margins).sum(dtype=np.float64))
        return value + float((flat[:-kinds] ** 2).sum()) / (2 * strength), slope.ravel()

    fitted = minimise(loss, np.zeros(size * kinds)).reshape(size, kinds)
    return WholeHead(labels, fitted.astype(np.float16).astype(np.float32))


def load_whole(folder: Path | None = None) -> Whole:
    """Return the heads in `folder`, those that come with the program if None."""
    with np.load(((folder or bundled("scoring")) / FILE), allow_pickle=False) as file:
        names = [name.removesuffix("|labels") for name in file.files if name.endswith("|labels")]
        heads = {
            name: WholeHead(
                tuple(map(str, file[f"{name}|labels"])),
                file[f"{name}|weights"].astype(np.float32),
            )
            for name in names
        }
        return Whole(heads, float(file["bar"]))


def save_whole(whole: Whole, path: Path) -> None:
    """Write the heads at half precision."""
    stream = BytesIO()
    np.savez_compressed(stream, allow_pickle=False, **_arrays(whole))
    path.write_bytes(stream.getvalue())


def _arrays(whole: Whole) -> dict[str, NDArray[np.generic]]:
    arrays: dict[str, NDArray[np.generic]] = {"bar": np.array(whole.bar)}
    for name, head in whole.heads.items():
        arrays[f"{name}|labels"] = np.array(head.labels)
        arrays[f"{name}|weights"] = head.weights.astype(np.float16)
    return arrays
