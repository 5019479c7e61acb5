"""What changes to a reply do to its judgement: `python bench/robustness.py [--most N] [--fuzz N]`.

Two sets: *lines*, drawn from the rubrics' own lines (like an exemplar, word for word), and *labelled*,
replies of `bench/replies/`. Each figure stands with its count and 95 % interval (Wilson); a reply
that performs nothing to begin with is left out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

import twists
from fuzzing import BATCH, fuzzed
from samples import deniable, labelled, lines

from uss_trainer.content.bundled import bundled
from uss_trainer.content.scoring import Scoring
from uss_trainer.grading.judge import prepare
from uss_trainer.grading.semantic import load_encoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from samples import Said

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.grader import Grader
    from uss_trainer.grading.values import Judgement


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
    """Judges changed replies, in batches, and counts how often the judgement is as it should be."""

    def __init__(self, graders: Mapping[str, Grader], said: Sequence[Said]) -> None:
        self._graders = graders
        self._known: dict[Said, Judgement] = {}
        self.judge(said)
        self.said = [one for one in said if self._known[one].steps]

    def judge(self, said: Iterable[Said]) -> None:
        """Judge what wasn't judged yet."""
        missing = [one for one in dict.fromkeys(said) if one not in self._known]
        for technique, grader in self._graders.items():
            own = [one for one in missing if one[0] == technique]
            for start in range(0, len(own), BATCH):
                part = own[start : start + BATCH]
                found = grader.judge_all([(text, context, ()) for _, text, context in part])
                self._known.update(zip(part, found, strict=True))

    def share(
        self, change: Callable[[Said], str], good: Callable[[Judgement, Judgement], bool]
    ) -> tuple[int, int]:
        """Return for how many replies `good` holds before and after, of those that `change` changes."""
        pairs = [
            (one, (one[0], text, one[2]))
            for one in self.said
            if (text := change(one)) and text != one[1]
        ]
        self.judge(new for _, new in pairs)
        return sum(good(self._known[one], self._known[new]) for one, new in pairs), len(pairs)

    def figures(self) -> Iterator[tuple[str, int, int]]:
        """Yield each property with its hits and its count."""
        yield (
            "a polite sentence removes no step",
            *self.share(lambda one: twists.polite(one[1]), lambda a, b: _steps(a) <= _steps(b)),
        )
        for name, twist in twists.HARMLESS.items():
            same = self.share(
                lambda one, twist=twist: twist(one[1]), lambda a, b: _steps(a) == _steps(b)
            )
            yield (f"{name}: same steps", *same)
        yield (
            "said twice, worth no more",
            *self.share(lambda one: f"{one[1]}\n{one[1]}", lambda a, b: _worth(b) <= _worth(a)),
        )
        yield (
            "the customer's own line earns nothing",
            *self.share(lambda one: one[2], lambda _, b: not b.steps),
        )


def _steps(judgement: Judgement) -> frozenset[str]:
    return frozenset(judgement.step_ids)


def _worth(judgement: Judgement) -> int:
    """Return what a reply is worth: its quality times its steps."""
    return judgement.quality * len(judgement.steps)


def recited(graders: Mapping[str, Grader], rubrics: Mapping[str, Rubric]) -> tuple[int, int]:
    """Return how many recitals of step names earn nothing."""
    good = count = 0
    for technique, rubric in rubrics.items():
        for lang in ("zh", "en"):
            for text in twists.recited([step.name.of(lang) for step in rubric.steps]):
                good += not graders[technique].judge(text).steps
                count += 1
    return good, count


def refused(graders: Mapping[str, Grader], rubrics: Mapping[str, Rubric], most: int) -> None:
    """Print for each way to refuse how often the refused clause performs its step no more."""
    rates, good, count = Rates(graders, deniable(rubrics, most)), 0, 0
    for way in dict.fromkeys(way for one in rates.said for way in twists.denied(one[1])):
        own, those = rates.share(
            lambda one, way=way: twists.denied(one[1]).get(way, ""),
            lambda a, b: not _steps(a) & _steps(b),
        )
        show(f"refused with “{way}”, performs it no more", own, those)
        good, count = good + own, count + those
    show("refused in any way", good, count)


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
        "labelled": labelled(max(1, asked.most // 2)),
    }
    for name, said in sets.items():
        rates = Rates(graders, said)
        print(f"{name}: {len(said)} replies, {len(rates.said)} of them perform something")
        for told, hits, count in rates.figures():
            show(told, hits, count)
    refused(graders, rubrics, asked.most)
    good, count = recited(graders, rubrics)
    show("step names recited earn nothing", good, count)
    print(fuzzed(graders, [text for _, text, _ in sets["lines"]], asked.fuzz))


if __name__ == "__main__":
    main()
