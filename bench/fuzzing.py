"""Fuzzed strings, judged in batches: how many raise an exception, and how long they take."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import twists

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.grading.grader import Grader

BATCH = 50


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """What fuzzed strings came to."""

    count: int
    failed: int
    seconds: float
    slowest: float
    """Milliseconds a string in the slowest batch."""

    def __str__(self) -> str:
        return (
            f"fuzzed: {self.count} strings in {self.seconds:.0f} s, exceptions {self.failed},"
            f" the slowest {BATCH} took {self.slowest:.1f} ms each"
        )


def fuzzed(graders: Mapping[str, Grader], seeds: Sequence[str], count: int) -> Fuzzed:
    """Return what `count` fuzzed strings, judged in batches, came to."""
    names, chance = sorted(graders), random.Random(7)
    texts, failed, longest = twists.fuzz(chance, seeds), 0, 0.0
    begun = time.perf_counter()
    for number in range(0, count, BATCH):
        asked = [
            (text, chance.choice(seeds), ()) for text in islice(texts, min(BATCH, count - number))
        ]
        grader, start = graders[names[number // BATCH % len(names)]], time.perf_counter()
        try:
            grader.judge_all(asked)
        except Exception:  # whatever it is, whoever raised it is found, counted and shown
            failed += sum(_raises(grader, *one) for one in asked)
        longest = max(longest, (time.perf_counter() - start) / len(asked))
    return Fuzzed(count, failed, time.perf_counter() - begun, longest * 1000)


def _raises(grader: Grader, text: str, context: str, due: Sequence[str]) -> bool:
    try:
        grader.judge(text, context, due)
    except Exception as error:  # whatever it is, it is counted and shown
        print(f"  {type(error).__name__}: {text[:60]!r}")
        return True
    return False
