"""What changes to a reply do to its judgement: `python bench/robustness.py [--most N] [--fuzz N]`.

Two sets: *lines*, drawn from the rubrics' own lines (like an exemplar, word for word), and *unseen*,
the labelled replies of `bench/replies/`. Each figure stands with its count and 95 % interval
(Wilson); a reply that performs nothing to begin with is left out.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

import twists

from uss_trainer.content.bundled import bundled
from uss_trainer.content.scoring import Scoring
from uss_trainer.grading.judge import prepare
from uss_trainer.grading.rubric import lines_of
from uss_trainer.grading.semantic import load_encoder
from uss_trainer.grading.text import clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.grader import Grader

    Said = tuple[str, str, str]
    """Technique, reply, and the customer's line before it."""


def lines(rubrics: Mapping[str, Rubric], most: int) -> list[Said]:
    """Return lines of each step and language, evenly drawn, at most `most` a technique."""
    found: list[Said] = []
    for technique, rubric in rubrics.items():
        each = [
            lines_of(rubric, "steps", step.id, lang)
            for step in rubric.steps
            for lang in ("zh", "en")
        ]
        share = max(1, most // len(each))
        for some in each:
            found += [
                (technique, one.text, one.after)
                for one in some[:: max(1, len(some) // share)][:share]
            ]
    return found


def unseen(folder: Path, most: int) -> list[Said]:
    """Return labelled replies that perform something, at most `most` a file, evenly drawn."""
    found: list[Said] = []
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        rows = [row for row in rows if row["kind"] == "normal" and row["steps"]]
        drawn = rows[:: max(1, len(rows) // most)][:most]
        found += [(row["technique"], row["text"], row["context"] or "") for row in drawn]
    return found


def wilson(hits: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share."""
    if not count:
        return 0.0, 1.0
    z, share = 1.96, hits / count
    mid = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = (
        z * (share * (1 - share) / count + z * z / (4 * count * count)) ** 0.5 / (1 + z * z / count)
    )
    return max(0.0, mid - half), min(1.0, mid + half)


class Rates:
    """Judges changed replies and counts how often the judgement is as it should be."""

    def __init__(self, graders: Mapping[str, Grader], said: Sequence[Said]) -> None:
        self._graders = graders
        self.said = [one for one in said if self.steps(one)]

    def steps(self, said: Said, text: str | None = None) -> frozenset[str]:
        """Return what a reply performs, as it is or as `text`."""
        technique, own, context = said
        return frozenset(
            self._graders[technique].judge(own if text is None else text, context).step_ids
        )

    def worth(self, said: Said, text: str) -> int:
        """Return what a reply is worth: its quality times its steps."""
        judgement = self._graders[said[0]].judge(text, said[2])
        return judgement.quality * len(judgement.steps)

    def share(self, good: Callable[[Said], bool | None]) -> tuple[int, int]:
        """Return for how many of the replies `good` holds, of those it says anything about."""
        told = [verdict for one in self.said if (verdict := good(one)) is not None]
        return sum(told), len(told)

    def figures(self) -> Iterator[tuple[str, int, int]]:
        """Yield each property with its hits and its count."""
        yield ("a polite sentence removes no step", *self.share(
            lambda one: self.steps(one) <= self.steps(one, twists.polite(one[1]))))  # fmt: skip
        for name, twist in twists.HARMLESS.items():
            yield (
                f"{name}: same steps",
                *self.share(lambda one, twist=twist: self._same(one, twist)),
            )
        yield ("said twice, worth no more", *self.share(
            lambda one: self.worth(one, f"{one[1]}\n{one[1]}") <= self.worth(one, one[1])))  # fmt: skip
        yield ("the customer's own line earns nothing", *self.share(
            lambda one: not self.steps(one, one[2]) if one[2] else None))  # fmt: skip

    def _same(self, said: Said, twist: Callable[[str], str]) -> bool | None:
        changed = twist(said[1])
        return self.steps(said) == self.steps(said, changed) if changed != said[1] else None


def deniable(rubrics: Mapping[str, Rubric], most: int) -> list[Said]:
    """Return single clauses of the rubrics' lines that can be denied, evenly drawn."""
    found: list[Said] = []
    for technique, rubric in rubrics.items():
        each = [line for step in rubric.steps for line in lines_of(rubric, "steps", step.id)]
        rows = [
            (technique, line.text[part.start : part.end].rstrip("，,。.！!"), line.after)
            for line in each
            for part in clauses(line.text)
        ]
        rows = [row for row in rows if len(row[1]) > 8 and twists.denied(row[1])]
        found += rows[:: max(1, len(rows) // most)][:most]
    return found


def recited(graders: Mapping[str, Grader], rubrics: Mapping[str, Rubric]) -> tuple[int, int]:
    """Return how many recitals of step names earn nothing."""
    good = count = 0
    for technique, rubric in rubrics.items():
        for lang in ("zh", "en"):
            for text in twists.recited([step.name.of(lang) for step in rubric.steps]):
                good += not graders[technique].judge(text).steps
                count += 1
    return good, count


def fuzzed(graders: Mapping[str, Grader], seeds: Sequence[str], count: int) -> tuple[int, float]:
    """Return how many fuzzed strings raised an exception, and the longest one took in milliseconds."""
    names, chance, failed, longest = sorted(graders), random.Random(7), 0, 0.0
    for number, text in enumerate(islice(twists.fuzz(chance, seeds), count)):
        begun = time.perf_counter()
        try:
            graders[names[number % len(names)]].judge(text, chance.choice(seeds))
        except Exception as error:  # whatever it is, it is counted and shown
            failed += 1
            print(f"  {type(error).__name__}: {text[:60]!r}")
        longest = max(longest, time.perf_counter() - begun)
    return failed, longest * 1000


def show(told: str, hits: int, count: int) -> None:
    """Print one figure."""
    low, high = wilson(hits, count)
    share = hits / max(1, count)
    print(f"  {told:<42} {hits:>4}/{count:<4} {share:.3f} ({low:.2f}-{high:.2f})", flush=True)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=48)
    parser.add_argument("--fuzz", type=int, default=10_000)
    asked = parser.parse_args()
    folder = bundled("scoring")
    scoring, encoder = Scoring((folder,)), load_encoder()
    rubrics = {name: scoring.full(name) for name in scoring.techniques()}
    graders = {
        name: prepare(one, scoring.faults, encoder, None, folder) for name, one in rubrics.items()
    }
    sets = {
        "lines": lines(rubrics, asked.most),
        "unseen": unseen(Path(__file__).parent / "replies", asked.most // 2),
    }
    for name, said in sets.items():
        rates = Rates(graders, said)
        print(f"{name}: {len(said)} replies, {len(rates.said)} of them perform something")
        for told, hits, count in rates.figures():
            show(told, hits, count)
    rates = Rates(graders, deniable(rubrics, asked.most))
    hits, count = rates.share(
        lambda one: not rates.steps(one) & rates.steps(one, twists.denied(one[1]))
    )
    show("a clause denied performs its step no more", hits, count)
    good, count = recited(graders, rubrics)
    show("step names recited earn nothing", good, count)
    failed, longest = fuzzed(graders, [text for _, text, _ in sets["lines"]], asked.fuzz)
    print(f"fuzzed: {asked.fuzz}, exceptions {failed}, the longest took {longest:.0f} ms")


if __name__ == "__main__":
    main()
