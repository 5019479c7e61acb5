"""How well typed replies are graded: `python bench/grading.py [replies.jsonl] [--technique T]`.

Reads labelled replies (`docs/scoring.md` says by which rules they were labelled) and prints the
figures of the grader and of the same grader with one part taken out.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from uss_trainer.content.bundled import bundled
from uss_trainer.content.scoring import Scoring
from uss_trainer.grading import lexical
from uss_trainer.grading.features import Blend
from uss_trainer.grading.grader import Grader
from uss_trainer.grading.judge import prepare
from uss_trainer.grading.meanings import Meanings
from uss_trainer.grading.model import fit_model
from uss_trainer.grading.rubric import texts_of
from uss_trainer.grading.semantic import load_encoder
from uss_trainer.grading.values import Judgement
from uss_trainer.paths import folders

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uss_trainer.grading.guards import Strikes
    from uss_trainer.grading.text import Clause

    Row = dict[str, Any]
    Judge = Callable[[str, str], Judgement]

LEXICAL_FLOOR = 45.0
"""Likeness from which the nearest line decides where nothing but rapidfuzz is used."""


class Unguarded(Grader):
    """The grader without its guards."""

    def _strikes(self, text: str, spans: Sequence[Clause], context: str) -> Strikes:
        return tuple(frozenset() for _ in spans)


@dataclass(frozen=True, slots=True)
class Told:
    """One labelled reply and what the grader says of it."""

    row: Row
    steps: frozenset[str]
    faults: frozenset[str]
    quality: int


def ask(judge: Judge, rows: Sequence[Row]) -> list[Told]:
    """Return what `judge` says of every row."""
    told = []
    for row in rows:
        judgement = judge(row["text"], row["context"] or "")
        steps = frozenset(step.rpartition("/")[2] for step in judgement.step_ids)
        told.append(Told(row, steps, frozenset(judgement.fault_ids), judgement.quality))
    return told


def f1(told: Sequence[Told], kind: str) -> float:
    """Return the micro-averaged F1 of steps or faults."""
    hits = sum(len(getattr(one, kind) & set(one.row[kind])) for one in told)
    said = sum(len(getattr(one, kind)) + len(one.row[kind]) for one in told)
    return 2 * hits / said if said else float("nan")


def interval(told: Sequence[Told], draws: int = 1000) -> tuple[float, float]:
    """Return the middle 95 % of the steps' F1 over rows drawn with replacement."""
    chance = np.random.default_rng(0)
    picks = chance.integers(0, len(told), (draws, len(told)))
    scores = sorted(f1([told[i] for i in pick], "steps") for pick in picks)
    return scores[int(0.025 * draws)], scores[int(0.975 * draws)]


def rewarded(told: Sequence[Told], kind: str) -> float:
    """Return the share of rows of a kind that were given a step their label doesn't hold."""
    those = [one for one in told if one.row["kind"] == kind]
    return (
        sum(bool(one.steps - set(one.row["steps"])) for one in those) / len(those) if those else 0.0
    )


def kappa(told: Sequence[Told]) -> float:
    """Return the quadratically weighted kappa of quality."""
    table = np.zeros((4, 4))
    for one in told:
        table[one.row["quality"], one.quality] += 1
    apart = (np.arange(4)[:, None] - np.arange(4)) ** 2
    chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return float(1 - (apart * table).sum() / (apart * chance).sum())


def line(name: str, told: Sequence[Told]) -> str:
    """Return one row of the table."""
    low, high = interval(told)
    zh, en = (
        f1([one for one in told if one.row["lang"] == lang], "steps") for lang in ("zh", "en")
    )
    idle, gaming = rewarded(told, "none"), rewarded(told, "gaming")
    return (
        f"{name:<18} {f1(told, 'steps'):.3f} ({low:.2f}-{high:.2f})  {zh:.3f}  {en:.3f}"
        f"  {idle:.2f}   {gaming:.2f}    {f1(told, 'faults'):.2f}    {kappa(told):.2f}"
    )


def speed(grader: Grader, rows: Sequence[Row]) -> float:
    """Return the median over replies of judging time ÷ time of encoding that reply alone."""
    encoder, shares = load_encoder(), []
    for row in rows:
        judging, encoding = [], []
        for _ in range(9):
            start = time.perf_counter()
            grader.judge(row["text"], row["context"] or "")
            middle = time.perf_counter()
            encoder.encode([row["text"]])
            judging.append(middle - start)
            encoding.append(time.perf_counter() - middle)
        shares.append(median(judging) / median(encoding))
    return median(shares)


def main() -> int:
    """Print the table; 1 where there are no replies to measure on."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(__file__).resolve().parents[2] / "shared" / "replies-dev.jsonl"
    parser.add_argument("replies", nargs="?", type=Path, default=default)
    parser.add_argument("--technique", default="phone")
    parser.add_argument("--quick", action="store_true", help="no ablation that needs a new fit")
    asked = parser.parse_args()
    if not asked.replies.is_file():
        print(f"{asked.replies}: no such file; nothing measured", file=sys.stderr)
        return 1
    rows = [
        json.loads(one) for one in asked.replies.read_text(encoding="utf-8").splitlines() if one
    ]
    rows = [row for row in rows if row["technique"] == asked.technique]
    if not rows:
        print(f"{asked.replies}: no row for {asked.technique}; nothing measured", file=sys.stderr)
        return 1
    measure(rows, asked.technique, asked.quick)
    return 0


def measure(rows: Sequence[Row], technique: str, quick: bool) -> None:
    """Print the grader's figures on `rows` and those with one part taken out."""
    scoring, encoder, cache = Scoring((bundled("scoring"),)), load_encoder(), folders().cache
    rubric, faults = scoring.full(technique), scoring.faults
    grader = prepare(rubric, faults, encoder, cache, bundled("scoring"))
    print(f"{technique}: {len(rows)} labelled replies, grader {grader.version}")
    print("                   steps F1 (95 %)       zh     en     idle  gaming  faults  quality")
    print(line("grader", ask(grader.judge, rows)))
    bare = Unguarded(rubric, faults, encoder, grader._model)
    print(line("without guards", ask(bare.judge, rows)))
    print(line("without context", ask(lambda text, _: grader.judge(text), rows)))
    if not quick:
        model = fit_model(
            rubric, faults, encoder.version, Meanings(encoder, cache), Blend(spelling=0)
        )
        print(line("without spelling", ask(Grader(rubric, faults, encoder, model).judge, rows)))
    lines = {step.id: lexical.Lines(texts_of(rubric, "steps", step.id)) for step in rubric.steps}
    print(line("rapidfuzz alone", [_nearest(row, lines) for row in rows]))
    print(f"judging ÷ encoding the reply: {speed(grader, rows):.2f} (median)")


def _nearest(row: Row, lines: dict[str, lexical.Lines]) -> Told:
    """Return the steps whose nearest line reaches the floor, clause by clause."""
    found = {step: lexical.best_clause(row["text"], texts) for step, texts in lines.items()}
    steps = {step for step, best in found.items() if best and best[1].likeness >= LEXICAL_FLOOR}
    return Told(row, frozenset(steps), frozenset(), 2 if steps else 0)


if __name__ == "__main__":
    raise SystemExit(main())
