"""All heads of one rubric together: fitted on its lines, kept as numbers in one file."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.content.digest import lines_digest
from uss_trainer.grading.features import USUAL, Blend, grams, masks, matrix, rarity, spelling
from uss_trainer.grading.guards import spared
from uss_trainer.grading.head import FOLDS, Head, calibrated, fit
from uss_trainer.grading.masking import masked, steady
from uss_trainer.grading.rubric import lines_of, texts_of
from uss_trainer.grading.surface import flags
from uss_trainer.grading.text import normalise
from uss_trainer.grading.training import context_rows, fault_rows, method_rows, step_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.grading.features import Matrix
    from uss_trainer.grading.training import Row

    Meaning = Callable[[Sequence[str]], Matrix]
    """Returns one vector a text, as the encoder does, perhaps from a cache."""

GRADER = "3"
"""Raised whenever the same reply could be judged otherwise by the same lines."""

STRENGTHS = {"steps": 10.0, "faults": 30.0, "methods": 10.0}
GATE_STRENGTH = 3.0
GATE_LOSS = 0.02
"""Share of the customer's lines that do call for a step which its gate may shut out."""


@dataclass(frozen=True, slots=True)
class Model:
    """What judges by one rubric."""

    key: str
    """Digest of everything it was fitted on and by."""

    idf: Matrix
    heads: Mapping[str, Head]
    """`steps`, `faults`, `methods`, and `gate:<step>` for steps that aren't always owed."""

    spared: Mapping[str, frozenset[str]]
    """For each step the guards that leave it alone."""

    blend: Blend = USUAL


def model_key(rubric: Rubric, faults: Faults, encoder: str) -> str:
    """Return the digest of what a model depends on: lines, ids, names, grader and encoder.

    Criteria, prompts and weights are left out: they change no head.
    """
    learnt = {"id", "name", "when_due", "good", "near_miss"}
    plain = rubric.model_dump(
        mode="json",
        include={
            "technique": True,
            "name": True,
            "steps": {"__all__": learnt},
            "methods": {"__all__": {"id", "name", "step", "performs"}},
        },
    )
    settings = [GRADER, encoder, FOLDS, STRENGTHS, GATE_STRENGTH, astuple(USUAL)]
    ids = [fault.id for fault in faults.faults]
    parts = [*settings, _sample(rubric), ids, plain, lines_digest(rubric.lines)]
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()


def _sample(rubric: Rubric) -> list[list[str]]:
    """Return how some of the lines are read now: a head read otherwise is another head.

    In the order of the rubric's steps, which a stored rubric keeps; that of its lines it does not.
    """
    every = [text for step in rubric.steps for text in texts_of(rubric, "steps", step.id)]
    read = [masked(normalise(text)) for text in every[::12]]
    return [[text, *sorted(flags(text)), *grams(text)[-1:]] for text in read]


def fit_model(
    rubric: Rubric, faults: Faults, encoder: str, meaning: Meaning, blend: Blend = USUAL
) -> Model:
    """Return the heads fitted on a rubric's lines; a second or two for a thousand lines."""
    rows = {
        "steps": step_rows(rubric),
        "faults": fault_rows(rubric, faults),
        "methods": method_rows(rubric),
    }
    idf = rarity(spelling(masks([row.text for row in rows["steps"]])))
    orders = {
        "steps": [step.id for step in rubric.steps],
        "faults": [fault.id for fault in faults.faults],
        "methods": [method.id for method in rubric.methods],
    }
    heads = {
        kind: _head(told, orders[kind], idf, meaning, blend, STRENGTHS[kind])
        for kind, told in rows.items()
        if told
    }
    for step in rubric.steps:
        if step.when_due and (calls := context_rows(rubric, step.id)):
            heads[f"gate:{step.id}"] = _gate(calls, step.id, meaning)
    spares = {
        step.id: spared([(line.text, line.after) for line in lines_of(rubric, "steps", step.id)])
        for step in rubric.steps
    }
    return Model(model_key(rubric, faults, encoder), idf, heads, spares, blend)


def _head(
    rows: Sequence[Row],
    order: Sequence[str],
    idf: Matrix,
    meaning: Meaning,
    blend: Blend,
    strength: float,
) -> Head:
    """Return a calibrated head over the labels that occur in `rows`."""
    present = {label for row in rows for label in row.labels}
    labels = tuple(label for label in order if label in present)
    texts, contexts = [row.text for row in rows], [row.after for row in rows]
    said, heard = masks(texts), masks(contexts)
    seen = meaning([steady(words) for words in said])
    table = matrix(said, heard, seen, _before(heard, meaning), idf, blend)
    weights = np.array([row.weight for row in rows])
    groups = np.array([row.group for row in rows])
    return calibrated(labels, table, _targets(rows, labels), weights, groups, strength)


def _before(contexts: Sequence[str], meaning: Meaning) -> Matrix:
    """Return the vectors of the customer's lines, nothing where there is none."""
    vectors = meaning([steady(context) if context else "-" for context in contexts])
    vectors = vectors.copy()
    vectors[[not context for context in contexts]] = 0
    return vectors


def _targets(rows: Sequence[Row], labels: Sequence[str]) -> Matrix:
    """Return each row's shares over the labels and *none*."""
    table = np.zeros((len(rows), len(labels) + 1), dtype=np.float32)
    place = {label: column for column, label in enumerate(labels)}
    for number, row in enumerate(rows):
        columns = [place[label] for label in row.labels if label in place] or [len(labels)]
        table[number, columns] = 1 / len(columns)
    return table


def _gate(rows: Sequence[Row], step: str, meaning: Meaning) -> Head:
    """Return a head that tells customer's lines which call for `step`, with a lenient bar."""
    table = meaning([steady(words) for words in masks([row.text for row in rows])])
    targets, weights = _targets(rows, (step,)), np.ones(len(rows))
    groups: NDArray[np.int64] = np.arange(len(rows))
    held = np.zeros(len(rows))
    for fold in range(5):
        out = groups % 5 == fold
        part = Head((step,), fit(table[~out], targets[~out], weights[~out], GATE_STRENGTH))
        held[out] = part.probabilities(table[out])[:, 0]
    bar = float(np.quantile(held[targets[:, 0] > 0], GATE_LOSS))
    return Head((step,), fit(table, targets, weights, GATE_STRENGTH), 1.0, (min(bar, 0.5),))
