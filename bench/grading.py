"""How well typed replies are graded: `python bench/grading.py [replies.jsonl …] [--all]`.

Reads labelled replies (those in `bench/replies/` where no file is named) and prints the figures for
all of them, by technique, language and kind. With `--all` also those of simpler recognisers, of the
graders with one part taken out and of graders of fewer lines, and what grading costs; all of it is
written to `bench/results/`. Totals only: no reply's text is shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))

import baselines
import cost
import numpy as np
import results
from ablation import Kit, Remembering, without
from curve import curve
from figures import Figure, Told, difference, figures, told

from uss_trainer.content.bundled import bundled
from uss_trainer.content.scoring import Scoring
from uss_trainer.grading.semantic import load_encoder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.grading.grader import Grader

    Row = dict[str, Any]

BATCH = 64
SAMPLE = 500
"""Replies, evenly drawn, on which recognisers and graders without a part are compared."""

TIMED = 100
CURVED = 2
"""Techniques whose learning curve is drawn, those with most replies first."""


def ask(graders: Mapping[str, Grader], rows: Sequence[Row]) -> list[Told]:
    """Return what each row's technique's grader says of it, in the order of the rows."""
    found: dict[int, Told] = {}
    for name, grader in graders.items():
        own = [place for place, row in enumerate(rows) if row["technique"] == name]
        for start in range(0, len(own), BATCH):
            places = own[start : start + BATCH]
            asked = [(rows[one]["text"], rows[one]["context"] or "", ()) for one in places]
            for place, judgement in zip(places, grader.judge_all(asked), strict=True):
                found[place] = told(rows[place], judgement)
    return [found[place] for place in sorted(found)]


def evenly(rows: Sequence[Row], most: int) -> list[Row]:
    """Return at most `most` rows, evenly drawn."""
    if len(rows) <= most:
        return list(rows)
    return [rows[place * len(rows) // most] for place in range(most)]


def parts(rows: Sequence[Told]) -> dict[str, list[Told]]:
    """Return all replies, then those of each language, technique and kind."""
    found = {"all": list(rows)}
    for key in ("lang", "technique", "kind"):
        for value in sorted({one.row[key] for one in rows}):
            found[value] = [one for one in rows if one.row[key] == value]
    return found


def quality(rows: Sequence[Row], kit: Kit) -> dict[str, dict[str, Figure]]:
    """Return the figures of all replies and of each part of them."""
    judged = ask(kit.shipped, rows)
    found = {name: figures(own) for name, own in parts(judged).items()}
    for kind in {row["kind"] for row in rows}:
        del found[kind]["calibration"]  # a kind is known by its labels, so it says nothing there
    found["zh − en"] = {"steps F1": difference(judged)}
    return found


def compared(rows: Sequence[Row], kit: Kit) -> dict[str, dict[str, Figure]]:
    """Return the figures of the grader, of simpler recognisers, and of graders without a part."""
    found = {"grader": figures(ask(kit.shipped, rows))}
    for name, make in without(kit):
        found[f"without {name}"] = figures(ask(make(), rows))
        say(f"without {name}", found[f"without {name}"])
    known = {name: baselines.exemplars(rubric) for name, rubric in kit.rubrics.items()}
    steps = {name: own.steps for name, own in known.items()}
    for name in baselines.NAMES:
        looks = {key: baselines.recogniser(name, own, kit.encoder) for key, own in known.items()}
        scores = [baselines.scores(looks[row["technique"]], row["text"]) for row in rows]
        best, floor = baselines.best(rows, scores, steps)
        only = ("steps F1", "idle credited", "gaming rewarded")
        found[f"{name} ≥ {floor:.2f}"] = figures(best, only)
        say(name, found[f"{name} ≥ {floor:.2f}"])
    return found


def learning(rows: Sequence[Row], kit: Kit) -> dict[str, dict[str, Figure]]:
    """Return the steps' F1 by lines a step, for the techniques with most replies."""
    names = [row["technique"] for row in rows]
    found = {}
    for name in sorted(set(names), key=lambda one: (-names.count(one), one))[:CURVED]:
        own = [row for row in rows if row["technique"] == name]
        for most, grader in curve(kit, name):
            key = f"{name} {most or 'all'}"
            found[key] = figures(ask({name: grader}, own))
            say(key, found[key])
    return found


def costs(rows: Sequence[Row], kit: Kit) -> dict[str, dict[str, float]]:
    """Return what grading costs, beside what the simpler recognisers do."""
    encoder = load_encoder()
    fresh = Kit(kit.techniques, encoder)
    shares = cost.judging(fresh.shipped, evenly(rows, TIMED), encoder)
    warm = {"median": float(np.median(shares)), "p99": float(np.quantile(shares, 0.99))}
    return {
        "judging ÷ encoding": {**warm, "n": len(shares)},
        **{f"first, {name}": one for name, one in cost.first_judgements().items()},
        **cost.each(["nothing", "grader", *baselines.NAMES]),
    }


def say(name: str, found: Mapping[str, Figure]) -> None:
    """Print one row at once, for this takes minutes."""
    shown = "  ".join(f"{key} {one}" for key, one in found.items() if not isnan(one.value))
    print(f"{name}: {shown}", flush=True)


def main() -> int:
    """Print and write what was asked for; 1 where there are no replies to measure on."""
    parser = argparse.ArgumentParser(description=__doc__)
    folder = Path(__file__).parent
    own = sorted((folder / "replies").glob("*.jsonl"))
    parser.add_argument("replies", nargs="*", type=Path, default=own)
    parser.add_argument("--technique", action="append", help="only this one; may be repeated")
    parser.add_argument("--all", action="store_true", help="everything; written to bench/results")
    parser.add_argument("--name", help="what the results are called")
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
        print("no labelled reply; nothing measured", file=sys.stderr)
        return 1
    learnt = any(path.resolve().parent == folder.resolve() / "teaching" for path in asked.replies)
    name = asked.name or ("own" if asked.replies == own else asked.replies[0].stem)
    measure(rows, name, learnt=learnt, everything=asked.all)
    return 0


def measure(rows: Sequence[Row], name: str, *, learnt: bool, everything: bool) -> None:
    """Print the figures on `rows`; with `everything` measure and write all there is."""
    kit = Kit(tuple(sorted({row["technique"] for row in rows})), Remembering(load_encoder()))
    found = results.Results(name, len(rows), learnt)
    found.figures = quality(rows, kit)
    print(results.markdown(found), flush=True)
    if not everything:
        return
    some, folder = evenly(rows, SAMPLE), Path(__file__).parent / "results"
    found.compared = compared(some, kit)
    results.write(found, folder)  # what is measured is kept, should the rest be interrupted
    found.curve = learning(rows, kit)
    results.write(found, folder)
    found.costs = costs(rows, kit)
    results.write(found, folder)


if __name__ == "__main__":
    raise SystemExit(main())
