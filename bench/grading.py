"""How well typed replies are graded: `python bench/grading.py [replies.jsonl …] [--technique T …]`.

Reads labelled replies (those in `bench/replies/` where no file is named) and prints the figures for
all of them, by technique, language and kind; with `--ablate` also those of the same graders with
one part taken out. Totals only: no reply's text is shown.
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
from uss_trainer.grading.weighing import load_weighing
from uss_trainer.paths import folders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from uss_trainer.grading.guards import Strikes
    from uss_trainer.grading.text import Clause
    from uss_trainer.grading.values import Judgement

    Row = dict[str, Any]
    Judge = Callable[[str, str], Judgement]

LEXICAL_FLOOR = 45.0
"""Likeness from which the nearest line decides where nothing but rapidfuzz is used."""

HEADINGS = "steps F1 (95 %)         idle  gaming  methods  faults  quality"


class Unguarded(Grader):
    """The grader without its guards."""

    def _strikes(self, text: str, spans: Sequence[Clause], context: str) -> Strikes:
        return tuple(frozenset() for _ in spans)


@dataclass(frozen=True, slots=True)
class Told:
    """One labelled reply and what the grader says of it."""

    row: Row
    steps: frozenset[str]
    methods: frozenset[str] = frozenset()
    faults: frozenset[str] = frozenset()
    quality: int = 0
    gradable: bool = True


def ask(judges: Mapping[str, Judge], rows: Sequence[Row]) -> list[Told]:
    """Return what each row's technique's judge says of it."""
    told = []
    for row in rows:
        judgement = judges[row["technique"]](row["text"], row["context"] or "")
        told.append(
            Told(
                row,
                frozenset(step.rpartition("/")[2] for step in judgement.step_ids),
                frozenset(judgement.method_ids),
                frozenset(judgement.fault_ids),
                judgement.quality,
                judgement.gradable,
            )
        )
    return told


def f1(told: Sequence[Told], kind: str) -> float:
    """Return the micro-averaged F1 of steps, methods or faults, over rows labelled for them."""
    labelled = [one for one in told if kind in one.row]
    hits = sum(len(getattr(one, kind) & set(one.row[kind])) for one in labelled)
    said = sum(len(getattr(one, kind)) + len(one.row[kind]) for one in labelled)
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
    wrong = sum(bool(one.steps - set(one.row["steps"])) for one in those)
    return wrong / len(those) if those else float("nan")


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
    return (
        f"{name:<18} {len(told):>4}  {f1(told, 'steps'):.3f} ({low:.2f}-{high:.2f})"
        f"     {rewarded(told, 'none'):.2f}    {rewarded(told, 'gaming'):.2f}"
        f"     {f1(told, 'methods'):.2f}    {f1(told, 'faults'):.2f}     {kappa(told):.2f}"
    )


def table(told: Sequence[Told]) -> None:
    """Print all rows, those of each technique and of each language."""
    print(f"{'':<18} {'n':>4}  {HEADINGS}")
    print(line("all", told))
    for key in ("lang", "technique", "kind"):
        for value in sorted({one.row[key] for one in told}):
            print(line(value, [one for one in told if one.row[key] == value]))
    shut = [one for one in told if not one.gradable]
    print(f"not gradable: {len(shut)} of {len(told)}")


def speed(graders: Mapping[str, Grader], rows: Sequence[Row]) -> tuple[float, float]:
    """Return median and 99 % of judging time ÷ time of encoding that reply alone."""
    encoder, shares = load_encoder(), []
    for row in rows:
        judging, encoding = [], []
        for _ in range(5):
            start = time.perf_counter()
            graders[row["technique"]].judge(row["text"], row["context"] or "")
            middle = time.perf_counter()
            encoder.encode([row["text"]])
            judging.append(middle - start)
            encoding.append(time.perf_counter() - middle)
        shares.append(median(judging) / median(encoding))
    return median(shares), float(np.quantile(shares, 0.99))


def main() -> int:
    """Print the table; 1 where there are no replies to measure on."""
    parser = argparse.ArgumentParser(description=__doc__)
    own = sorted((Path(__file__).parent / "replies").glob("*.jsonl"))
    parser.add_argument("replies", nargs="*", type=Path, default=own)
    parser.add_argument("--technique", action="append", help="only this one; may be repeated")
    parser.add_argument("--ablate", action="store_true", help="also with one part taken out")
    parser.add_argument("--speed", action="store_true", help="also how long judging takes")
    asked = parser.parse_args()
    missing = [path for path in asked.replies if not path.is_file()]
    if missing:
        print(f"{missing[0]}: no such file; nothing measured", file=sys.stderr)
        return 1
    texts = [path.read_text(encoding="utf-8") for path in asked.replies]
    rows = [json.loads(one) for text in texts for one in text.splitlines() if one]
    known = Scoring((bundled("scoring"),)).techniques()
    rows = [row for row in rows if row["technique"] in (asked.technique or known)]
    if not rows:
        print("no such row; nothing measured", file=sys.stderr)
        return 1
    measure(rows, ablate=asked.ablate, timed=asked.speed)
    return 0


def measure(rows: Sequence[Row], *, ablate: bool, timed: bool) -> None:
    """Print the graders' figures on `rows`, and those with one part taken out."""
    scoring, encoder, cache = Scoring((bundled("scoring"),)), load_encoder(), folders().cache
    techniques = sorted({row["technique"] for row in rows})
    rubrics = {name: scoring.full(name) for name in techniques}
    graders = {
        name: prepare(rubric, scoring.faults, encoder, cache, bundled("scoring"))
        for name, rubric in rubrics.items()
    }
    table(ask({name: grader.judge for name, grader in graders.items()}, rows))
    if timed:
        print(
            "judging ÷ encoding the reply: {:.2f} median, {:.2f} at 99 %".format(
                *speed(graders, rows)
            )
        )
    if not ablate:
        return
    weighing = load_weighing()
    bare = {
        name: Unguarded(rubrics[name], encoder, grader.finder.model, weighing).judge
        for name, grader in graders.items()
    }
    print(line("without guards", ask(bare, rows)))
    deaf = {name: _deaf(grader) for name, grader in graders.items()}
    print(line("without context", ask(deaf, rows)))
    plain = {}
    for name, rubric in rubrics.items():
        meaning = Meanings(encoder, cache)
        model = fit_model(rubric, scoring.faults, encoder.version, meaning, Blend(spelling=0))
        plain[name] = Grader(rubric, encoder, model, weighing).judge
    print(line("without spelling", ask(plain, rows)))
    lines = {
        (name, step.id): lexical.Lines(texts_of(rubric, "steps", step.id))
        for name, rubric in rubrics.items()
        for step in rubric.steps
    }
    print(line("rapidfuzz alone", [_nearest(row, lines) for row in rows]))


def _deaf(grader: Grader) -> Judge:
    """Return the grader without the customer's line."""
    return lambda text, _: grader.judge(text)


def _nearest(row: Row, lines: Mapping[tuple[str, str], lexical.Lines]) -> Told:
    """Return the steps whose nearest line reaches the floor, clause by clause."""
    found = {
        step: lexical.best_clause(row["text"], texts)
        for (name, step), texts in lines.items()
        if name == row["technique"]
    }
    steps = {step for step, best in found.items() if best and best[1].likeness >= LEXICAL_FLOOR}
    return Told(row, frozenset(steps), quality=2 if steps else 0)


if __name__ == "__main__":
    raise SystemExit(main())
