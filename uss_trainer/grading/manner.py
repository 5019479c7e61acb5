"""What kind of talk a whole reply is: proper, faulty, or sham that only talks about the method.

One head for every technique, fitted on labelled replies (`bench/fit_weighing.py`). It sees all of a
reply at once, where the technique's own heads see stretches.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.content.bundled import bundled
from uss_trainer.grading.features import spelling, surface
from uss_trainer.grading.head import Head
from uss_trainer.grading.keeping import head_arrays, head_digest, read_head

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from uss_trainer.grading.features import Matrix

FILE = "manner.head.npz"
SHAM = "sham"
"""Recited, announced, chanted, begged for: words about selling instead of words to a customer."""

MEANING, CONTEXT, SPELLING, SURFACE = 3.0, 1.5, 2.5, 0.5
"""How much each kind of evidence weighs beside the tells, which weigh 1."""


@dataclass(frozen=True, slots=True)
class Manner:
    """The fitted head; its labels are faults and `SHAM`, whose threshold alone is used."""

    head: Head

    @property
    def version(self) -> str:
        """SHA-256 of its numbers and names."""
        return head_digest("manner", self.head)

    def shares(self, rows: Matrix) -> list[dict[str, float]]:
        """Return for each of the rows that `manner_rows` makes how likely each label is."""
        told = self.head.probabilities(rows)
        return [dict(zip(self.head.labels, map(float, row), strict=True)) for row in told]

    def sham(self, shares: Mapping[str, float]) -> bool:
        """Return whether a reply with these shares is sham."""
        return shares[SHAM] >= self.head.thresholds[self.head.labels.index(SHAM)]


def manner_rows(
    said: Sequence[str],
    heard: Sequence[str],
    meaning: Matrix,
    before: Matrix,
    told: Sequence[Sequence[float]],
) -> Matrix:
    """Return what the head is fitted on and judges by, one row a reply.

    `said` and `heard` are the replies and the customer's lines, masked; `meaning` and `before` their
    vectors, nought where there is no line; `told` their tells.
    """
    letters = spelling(said)
    letters /= np.maximum(np.linalg.norm(letters, axis=1, keepdims=True), 1e-9)
    near = (meaning * before).sum(axis=1, keepdims=True)
    signs = np.hstack([np.asarray(told, dtype=np.float32), near])
    parts = (MEANING * meaning, CONTEXT * before, signs, SPELLING * letters)
    return np.hstack([*parts, SURFACE * surface(said, heard)]).astype(np.float32)


def load_manner(folder: Path | None = None) -> Manner:
    """Return the head in `folder`, the one that comes with the program if None."""
    with np.load(((folder or bundled("scoring")) / FILE), allow_pickle=False) as file:
        return Manner(read_head(file, "manner"))


def save_manner(manner: Manner, path: Path) -> None:
    """Write the head at half precision."""
    stream = BytesIO()
    np.savez_compressed(stream, allow_pickle=False, **head_arrays("manner", manner.head))
    path.write_bytes(stream.getvalue())
