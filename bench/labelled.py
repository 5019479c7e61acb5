"""The labelled replies as the graders see them, and the heads that see a reply as a whole."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from uss_trainer.content.bundled import bundled
from uss_trainer.content.scoring import Scoring
from uss_trainer.grading.finding import Finder
from uss_trainer.grading.judge import prepare
from uss_trainer.grading.seen import marked
from uss_trainer.grading.semantic import load_encoder
from uss_trainer.grading.whole import (
    FILE,
    MANNER,
    METHODS,
    SHAM,
    Whole,
    WholeHead,
    fit_whole,
    save_whole,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.features import Matrix
    from uss_trainer.grading.grader import Grader
    from uss_trainer.grading.seen import Seen
    from uss_trainer.grading.signals import Sight

FOLDS = 6
"""Parts into which the groups are dealt; a head that judges a group never saw its part."""

STEPS, MANNERS = 0.3, 0.3
"""Inverse of the weight that keeps the coefficients of the two kinds of head small."""

LOST = 0.005
"""Share of replies with a step that may be taken for sham."""

RARE = frozenset({"wrong-time", "wrong-role"})
"""Faults too rare in the replies, or too much a matter of the scene, to be learnt from them."""


@dataclass(frozen=True)
class Looked:
    """One labelled reply as the heads see it."""

    row: Mapping[str, Any]
    writer: str
    seen: Seen
    finder: Finder

    @cached_property
    def sight(self) -> Sight:
        """What the heads say of it."""
        return self.finder.sight(self.seen)


def look() -> tuple[list[Looked], dict[str, Finder], Matrix]:
    """Return every labelled reply that says something, each technique's finder, the lines' rows."""
    if not (bundled("scoring") / FILE).exists():
        save_whole(Whole({}, 1.0), bundled("scoring") / FILE)
    scoring, encoder = Scoring((bundled("scoring"),)), load_encoder()
    looked: list[Looked] = []
    graders: dict[str, Grader] = {}
    for path in sorted((Path(__file__).parent / "teaching").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            name = row["technique"]
            if name not in graders:
                graders[name] = prepare(
                    scoring.full(name), scoring.faults, encoder, None, bundled("scoring")
                )
            seen = graders[name].look(row["text"], row["context"] or "")
            if seen is not None:
                looked.append(Looked(row, path.stem, seen, graders[name].finder))
        print(f"{path.name}: {len(looked)} replies so far", flush=True)
    plain = [
        seen.whole
        for name, grader in graders.items()
        for text, after in _plainly_said(scoring.full(name))
        if (seen := grader.look(text, after))
    ]
    print(f"{len(plain)} of the rubrics' own lines", flush=True)
    finders = {name: grader.finder for name, grader in graders.items()}
    return looked, finders, np.vstack(plain)


def _plainly_said(rubric: Rubric) -> list[tuple[str, str]]:
    """Return every third line that performs a step, with the customer's line it answers."""
    lines = [line for part in rubric.lines for step in part.steps.values() for line in step]
    return [(line.text, line.after) for line in lines[::3] if "$" not in line.text + line.after]


def seen_whole(
    plain: Sequence[Looked], groups: NDArray[np.str_], lines: Matrix
) -> tuple[Whole, list[Looked]]:
    """Return the heads fitted on all replies, and the replies as heads see them that lack their group.

    So the scales learn how far to trust the heads on replies they have never seen. `lines` are what a
    rubric praises: they teach that a step said as in the book is neither sham nor a fault.
    """
    rows = np.vstack([one.seen.whole for one in plain])
    names = sorted(set(groups))
    parts = np.array([names.index(group) % FOLDS for group in groups])
    left_out = parts if len(names) > FOLDS else np.array([names.index(group) for group in groups])
    techniques = np.array([one.row["technique"] for one in plain])
    held: list[dict[str, Mapping[str, float]]] = [{} for _ in plain]
    heads: dict[str, WholeHead] = {}
    skilled = {one.row["technique"] for one in plain if one.row.get("methods")}
    about = {MANNER: "", **{name: name for name in sorted(set(techniques))}}
    about |= {f"{name}{METHODS}": name for name in sorted(skilled)}
    for name, technique in about.items():
        own = np.flatnonzero((techniques == technique) | (name == MANNER))
        labels, truth = _truth([plain[place] for place in own], name)
        strength = MANNERS if name == MANNER else STEPS
        proper = lines if name == MANNER else lines[:0]
        neither = np.zeros((len(proper), len(labels)), dtype=bool)
        for part in sorted(set(left_out[own])):
            out = left_out[own] == part
            if not out.all():
                taught = np.vstack([rows[own[~out]], proper]), np.vstack([truth[~out], neither])
                fitted = fit_whole(labels, *taught, strength)
                for place, told in zip(own[out], fitted.shares(rows[own[out]]), strict=True):
                    held[place][name] = told
        taught = np.vstack([rows[own], proper]), np.vstack([truth, neither])
        heads[name] = fit_whole(labels, *taught, strength)
    bar = _bar(plain, held)
    marks = [
        replace(one, seen=marked(one.seen, Whole(_Said.of(told), bar), one.row["technique"]))
        for one, told in zip(plain, held, strict=True)
    ]
    return Whole(heads, bar), marks


def _bar(plain: Sequence[Looked], held: Sequence[Mapping[str, Mapping[str, float]]]) -> float:
    """Return from what share on a reply is sham, and print what that bar finds and loses."""
    sham = np.array([told[MANNER][SHAM] for told in held])
    honest = np.array([bool(one.row["steps"]) for one in plain])
    gaming = np.array([one.row["kind"] == "gaming" for one in plain])
    bar = round(float(np.quantile(sham[honest], 1 - LOST)), 3)
    found, lost = (sham[gaming] >= bar).mean(), (sham[honest] >= bar).mean()
    print(f"sham: bar {bar}; found {found:.3f}, honest taken for it {lost:.4f}", flush=True)
    return bar


def _truth(looked: Sequence[Looked], name: str) -> tuple[tuple[str, ...], NDArray[np.bool_]]:
    """Return a head's labels and which of them each reply bears."""
    key = "faults" if name == MANNER else "methods" if name.endswith(METHODS) else "steps"
    borne = [one.row.get(key, ()) for one in looked]
    labels = sorted({label for each in borne for label in each} - RARE)
    truth = [[label in each for label in labels] for each in borne]
    if name == MANNER:
        labels = [*labels, SHAM]
        truth = [
            [*row, one.row["kind"] == "gaming"] for row, one in zip(truth, looked, strict=True)
        ]
    return tuple(labels), np.array(truth)


@dataclass(frozen=True, slots=True)
class _Said:
    """A head that has already said what it says of one reply."""

    told: Mapping[str, float]

    @classmethod
    def of(cls, told: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
        """Return such heads by name."""
        return {name: cls(shares) for name, shares in told.items()}

    def shares(self, rows: Matrix) -> list[Mapping[str, float]]:
        """Return it."""
        return [self.told]
