"""The best path through a call, in tables: which mentions of steps it takes, and what is in order."""

from __future__ import annotations

import pytest

from uss_trainer.grading.alignment import Visit, aligned, best_path, visits, windows
from uss_trainer.grading.tally import Plan
from uss_trainer.grading.values import Evidence, Exchange, Judgement

RANK = {"a": 0, "b": 1, "c": 2, "d": 3}
LOOP = {"a": 0, "b": 1, "c": 1, "d": 3}
"""`b` and `c` may loop."""


def told(*turns: str, quality: int = 3) -> list[Visit]:
    """Return visits of one strength: a word a turn, a letter a step."""
    return [
        Visit(turn, step, 1.0, at)
        for turn, word in enumerate(turns)
        for at, step in enumerate(word)
    ]


def call(*turns: str) -> list[Exchange]:
    """Return a call in which each turn performs the steps named, `-` none."""
    return [
        Exchange("", "x" * 9, Judgement("t", "typed", quality=2, steps=tuple(
            Evidence(step, 0.9, start=at) for at, step in enumerate(word.strip("-")))))
        for word in turns
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("turns", "rank", "expected"),
    [
        (("a", "b", "c"), RANK, "0a 1b 2c"),
        (("abc",), RANK, "0a 0b 0c"),  # several steps in one utterance
        (("a", "c"), RANK, "0a 1c"),  # one skipped
        (("a", "a", "b"), RANK, "0a 1a 2b"),  # one repeated
        (("a", "c", "b"), RANK, "0a 1c"),  # the earlier of two as good
        (("a", "c", "b", "c"), RANK, "0a 2b 3c"),  # a step out of place that comes again in place
        (("d", "a", "b"), RANK, "1a 2b"),  # more steps win over an early start
        (("a", "b", "a", "b"), RANK, "0a 2a 3b"),  # going back isn't taken
        (("cba",), RANK, "0c"),
        (
            ("c", "b", "c", "d"),
            LOOP,
            "0c 1b 2c 3d",
        ),  # steps that may loop don't count against order
        ((), RANK, ""),
    ],
)
def test_the_path_takes_most_steps_and_never_goes_back(turns, rank, expected) -> None:
    path = best_path(told(*turns), rank)
    assert " ".join(f"{one.turn}{one.step}" for one in path) == expected


def test_of_two_ways_with_as_many_steps_the_stronger_is_taken() -> None:
    weak, strong = Visit(0, "c", 0.3), Visit(1, "b", 0.9)
    assert best_path([weak, strong], RANK) == (strong,)
    assert best_path([Visit(0, "c", 0.9), Visit(1, "b", 0.3)], RANK)[0].step == "c"


@pytest.mark.parametrize(
    ("turns", "free", "performed", "in_order"),
    [
        (("a", "c", "b", "c"), "", "abc", "abc"),
        (("a", "c", "b"), "", "acb", "ac"),
        (("a", "c", "b"), "b", "acb", "acb"),  # it comes when the customer calls for it
        (("-", "b", "a"), "", "ba", "b"),
    ],
)
def test_what_is_performed_and_what_is_in_order(turns, free, performed, in_order) -> None:
    given = Plan(dict.fromkeys(RANK), frozenset(RANK), RANK)  # type: ignore[arg-type]
    done, run = aligned(call(*turns), given, False, set(free))
    assert ("".join(done), "".join(run)) == (performed, in_order)
    assert [one.step for one in visits(call(*turns), given)] == list(
        "".join(turns).replace("-", "")
    )


def test_a_missing_step_belongs_between_its_neighbours() -> None:
    path = best_path(told("a", "-".strip("-"), "c"), RANK)
    assert windows(3, path, RANK) == ((0, 2), (0, 2), (0, 3))
