"""Drawing, calibration, readiness and when an exam is pending."""

from __future__ import annotations

from typing import Any

import pytest

from uss_trainer.coaching.exams import Exam, Part, Rules, draw, waiting
from uss_trainer.coaching.readiness import (
    Gap,
    Rated,
    Sat,
    done_as,
    gap,
    readiness,
    together,
)

RULES = Rules(
    "mock",
    {"zh": "模拟", "en": "Mock"},
    (Part("phone", ("a", "b", "c", "d"), 2), Part("fbv", ("x", "y"), 1)),
    30,
    80.0,
    (),
    20.0,
)


def test_a_seed_draws_the_same_for_all_time_and_seeds_differ() -> None:
    drawn = [(one.place, one.technique, one.scenario) for one in draw(RULES, 7)]
    assert drawn == [(1, "phone", "a"), (2, "phone", "d"), (3, "fbv", "y")]
    assert len({tuple(one.scenario for one in draw(RULES, seed)) for seed in range(50)}) > 12
    counts = [sum(draw(RULES, seed)[2].scenario == "x" for seed in range(400))]
    assert 160 < counts[0] < 240, "each of two is drawn about half of the time"


def test_the_order_in_a_file_does_not_matter_to_what_is_drawn() -> None:
    other = Rules("mock", {}, (Part("phone", ("d", "c", "b", "a"), 2),), 1, 80, (), 20)
    assert [one.scenario for one in draw(other, 7)] == [one.scenario for one in draw(RULES, 7)[:2]]


@pytest.mark.parametrize(("quality", "done"), [(0, 0), (1, 1), (2, 2), (3, 2)])
def test_quality_as_a_rating(quality: int, done: int) -> None:
    assert done_as(quality) == done


def rated(*pairs: str) -> list[Rated]:
    """Rating and result as `yn` (rated yes, wasn't done); `?` behind it is open."""
    figures: dict[str, Any] = {"n": 0, "p": 1, "y": 2}
    return [
        Rated(1, "phone", f"phone/{at}", figures[one[0]], figures[one[1]], one.endswith("?"))
        for at, one in enumerate(pairs)
    ]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param("", Gap(0, 0, 0), id="nothing rated"),
        pytest.param("yy pp nn", Gap(0, 0, 0), id="knows it all"),
        pytest.param("yn yy", Gap(50, 50, 50), id="over-confident"),
        pytest.param("ny yy", Gap(50, 50, -50), id="under-confident"),
        pytest.param("yn ny", Gap(100, 100, 0), id="both, which no mean may hide"),
        pytest.param("yp yy yy yy", Gap(12.5, 12.5, 12.5), id="half a step off in four"),
        pytest.param("yn? yy", Gap(0, 50, 0), id="open, rated done"),
        pytest.param("nn? yy", Gap(0, 50, 0), id="open, rated not done"),
        pytest.param("pn? yy", Gap(25, 25, 0), id="open, rated between"),
    ],
)
def test_how_far_ratings_lie_off(pairs: str, expected: Gap) -> None:
    assert gap(rated(*pairs.split())) == expected


def sat(low: float, high: float = 0.0, **more: Any) -> Sat:
    return Sat(1, "phone", True, low, high or low, **more)


@pytest.mark.parametrize(
    ("one", "pairs", "held", "verdict"),
    [
        pytest.param(sat(80), "yy", "yes yes yes", "ready", id="just enough"),
        pytest.param(sat(79.9), "yy", "no yes yes", "not-ready", id="too few points"),
        pytest.param(sat(95), "yn yy", "yes yes no", "not-ready", id="thinks too well of it"),
        pytest.param(sat(95), "ny yy", "yes yes no", "not-ready", id="thinks too ill of it"),
        pytest.param(
            sat(90, missed=("phone/a",)), "yy", "yes no yes", "not-ready", id="a must-have missed"
        ),
        pytest.param(
            sat(75, 84), "yy", "open yes yes", "pending", id="a ruling may reach the mark"
        ),
        pytest.param(sat(60, 79), "yy", "no yes yes", "not-ready", id="no ruling reaches it"),
        pytest.param(
            sat(82, 90, open=("phone/a",)), "yy", "yes open yes", "pending", id="a must-have open"
        ),
        pytest.param(
            sat(82, 90, open=("phone/a",), missed=("phone/b",)),
            "yy",
            "yes no yes",
            "not-ready",
            id="another one missed for good",
        ),
        pytest.param(
            sat(82, 90), "yn? yy", "yes yes open", "pending", id="a ruling decides who was right"
        ),
        pytest.param(
            sat(75, 84), "yn ny", "open yes no", "not-ready", id="pending is no way round a no"
        ),
    ],
)
def test_ready_only_when_all_three_hold(one: Sat, pairs: str, held: str, verdict: str) -> None:
    found = readiness(RULES, "phone", [one], rated(*pairs.split()))
    assert f"{found.score} {found.musts} {found.calibration}" == held
    assert found.verdict == verdict


def test_several_conversations_of_a_technique_count_together() -> None:
    both = [sat(70), Sat(2, "phone", False, 92, 92), Sat(3, "fbv", True, 0, 0)]
    found = readiness(RULES, "phone", both, [])
    assert (found.total, found.score, found.unfinished) == (81.0, "yes", 1)


@pytest.mark.parametrize(
    ("totals", "verdict"),
    [
        ([sat(90)], "ready"),
        ([sat(90), sat(79, 81)], "pending"),
        ([sat(90), sat(79, 81), sat(10)], "not-ready"),
        ([], "not-ready"),
    ],
)
def test_an_exam_is_as_ready_as_its_weakest_technique(totals: list[Sat], verdict: str) -> None:
    assert together([readiness(RULES, "phone", [one], []) for one in totals]) == verdict


def test_which_exam_is_to_be_gone_on_with() -> None:
    def exam(name: str, **more: Any) -> Exam:
        return Exam(name, "mock", "0" * 64, 1, "en", "Li", "2026-01-01", "2026-01-02", **more)

    old = exam("exam-1", ended_at="x", ended_by="done", rated_at="y")
    ended = exam("exam-2", ended_at="x", ended_by="time")
    assert [one.stage for one in (old, ended, exam("exam-3"))] == ["rated", "to-rate", "going"]
    assert waiting([old], "mock") is None
    assert waiting([old, ended], "mock") == ended
    assert waiting([ended], "other") is None
