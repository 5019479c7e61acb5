"""Recognisers to compare the grader with, made from the same exemplars.

Each looks at a reply clause by clause and says how like each step it is; a step counts from a floor
on. The floor is the one that suits the recogniser best *on the very replies it is measured on*, so
what stands here for them is the most they can reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from figures import Told

from uss_trainer.grading.features import masks
from uss_trainer.grading.masking import masked, steady
from uss_trainer.grading.text import clauses
from uss_trainer.grading.training import step_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.semantic import Encoder

    Scores = NDArray[np.float64]
    Recogniser = Callable[[Sequence[str]], Scores]
    """Returns for each clause how like each step it is, shape (clauses, steps)."""

FUZZY = ("ratio", "token_set_ratio", "WRatio")
NAMES = (*FUZZY, "n-grams + logistic", "sentence vector")
FLOORS = np.linspace(0.02, 0.98, 97)


@dataclass(frozen=True, slots=True)
class Exemplars:
    """One rubric's lines and what they perform, nothing for lines that perform no step."""

    texts: Sequence[str]
    labels: Sequence[tuple[str, ...]]
    steps: Sequence[str]

    @property
    def table(self) -> Scores:
        """Which steps each line performs."""
        found = [[step in own for step in self.steps] for own in self.labels]
        return np.array(found, dtype=float)


def exemplars(rubric: Rubric) -> Exemplars:
    """Return the lines that also train the grader, each once."""
    found = {row.text: row.labels for row in step_rows(rubric)}
    names = masks(list(found))
    return Exemplars(names, list(found.values()), [step.id for step in rubric.steps])


def recogniser(name: str, known: Exemplars, encoder: Encoder) -> Recogniser:
    """Return one of `NAMES`."""
    if name in FUZZY:
        return _fuzzy(name, known)
    return _logistic(known) if name.startswith("n-grams") else _vectors(known, encoder)


def _fuzzy(name: str, known: Exemplars) -> Recogniser:
    from rapidfuzz import fuzz, process

    scorer, table = getattr(fuzz, name), known.table

    def look(said: Sequence[str]) -> Scores:
        alike = process.cdist(said, known.texts, scorer=scorer, dtype=np.float32) / 100
        return _nearest(alike, table)

    return look


def _vectors(known: Exemplars, encoder: Encoder) -> Recogniser:
    lines, table = encoder.encode([steady(text) for text in known.texts]), known.table

    def look(said: Sequence[str]) -> Scores:
        return _nearest(encoder.encode([steady(text) for text in said]) @ lines.T, table)

    return look


def _nearest(alike: NDArray[np.float32], table: Scores) -> Scores:
    """Return the likeness of each clause's nearest line in the steps which that line performs."""
    best = alike.argmax(axis=1)
    return np.asarray(alike.max(axis=1)[:, None] * table[best])


def _logistic(known: Exemplars) -> Recogniser:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier

    grams: Any = TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True)
    head: Any = OneVsRestClassifier(LogisticRegression(C=10.0, solver="liblinear"))
    head.fit(grams.fit_transform(known.texts), known.table.astype(int))
    return lambda said: np.asarray(head.predict_proba(grams.transform(said)))


def scores(look: Recogniser, text: str) -> Scores:
    """Return how like each step a reply's best clause is."""
    said = [masked(clause.text) for clause in clauses(text)]
    found = look(said) if said else None
    return found.max(axis=0) if found is not None else np.zeros(0)


def best(
    rows: Sequence[dict[str, Any]], given: Sequence[Scores], steps: Mapping[str, Sequence[str]]
) -> tuple[list[Told], float]:
    """Return what is told at the floor with the best F1 on these rows, and that floor."""

    def at(floor: float) -> list[frozenset[str]]:
        return [
            frozenset(
                step
                for step, score in zip(steps[row["technique"]], own, strict=False)
                if score >= floor
            )
            for row, own in zip(rows, given, strict=True)
        ]

    def f1(floor: float) -> float:
        pairs = [(own, set(row["steps"])) for own, row in zip(at(floor), rows, strict=True)]
        hits = sum(len(a & b) for a, b in pairs)
        return 2 * hits / max(1, sum(len(a) + len(b) for a, b in pairs))

    floor = float(max(FLOORS, key=f1))
    found = zip(rows, at(floor), strict=True)
    return [Told(row, own, quality=2 if own else 0) for row, own in found], floor
