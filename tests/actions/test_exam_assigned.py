"""An exam given by a trainer: sat as it was given, counted where ready, pending where that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from uss_trainer.actions import exams, handing, people
from uss_trainer.actions.assigned import edited, tasks
from uss_trainer.actions.assigning import Wish, assign
from uss_trainer.actions.exam_results import rate
from uss_trainer.actions.results import results
from uss_trainer.coaching.assignments import Assignment, Item, progress
from uss_trainer.coaching.exams import Exam, as_attempt
from uss_trainer.errors import TrainerError

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.library import Library


@pytest.fixture
def desk(desk: Desk, library: Library) -> Desk:
    desk.__dict__["library"] = library
    return desk


@pytest.mark.parametrize(
    ("verdict", "totals", "state"),
    [
        ("ready", (88.0, 88.0), "done"),
        ("not-ready", (88.0, 88.0), "below"),
        ("not-ready", (70.0, 90.0), "below"),
        ("pending", (70.0, 90.0), "pending"),
        pytest.param("pending", (85.0, 85.0), "pending", id="only the ratings are open"),
    ],
)
def test_how_an_exam_counts(verdict: str, totals: tuple[float, float], state: str) -> None:
    when: dict[str, Any] = {"started_at": "2026-03-02T09:00:00+00:00", "ends_at": "2026-03-02T10"}
    over = {"ended_at": "2026-03-02T09:30:00+00:00", "rated_at": "2026-03-02T09:40:00+00:00"}
    exam = Exam(
        "exam-1", "mock", "0" * 64, 1, "en", "Li", **when, **over, assignment="a",
        total=totals[0], total_if_open=totals[1], verdict=verdict,
    )  # fmt: skip
    given = Assignment("a", "Mock", "exam", (Item("mock", "0" * 64),))
    from datetime import UTC, datetime

    now = datetime(2026, 3, 3, tzinfo=UTC)
    assert progress(given, "mock", [as_attempt(exam, 80.0)], now).state == state


def test_given_begun_and_counted(desk: Desk, tmp_path: Path) -> None:
    people.add(desk, "Ned", "7")
    given, count = assign(desk, Wish(("mock",), ("me", "Ned"), mode="guided", attempts=1))
    assert (given.mode, count, [item.scenario for item in given.items]) == ("exam", 2, ["mock"])
    (task,) = tasks(desk, "zh")
    assert (task.title, task.mode, task.open, task.unfinished) == ("小模拟考", "exam", True, "")
    assert edited(desk, [task]) == ()
    going = exams.begin(desk, "mock", lang="en", me="Li", assignment=given.id)
    (task,) = tasks(desk, "en")
    assert (task.state, task.unfinished, task.open) == ("begun", going.exam.id, True)
    for refused, code in (
        (lambda: exams.begin(desk, "mock", lang="en", me="Li", assignment=given.id), "unfinished"),
        (lambda: handing.export(desk, given.id, tmp_path / "x.uss"), "exam-no-file"),
        (lambda: assign(desk, Wish(("mock", "short-call"), ("Ned",))), "exam-alone"),
    ):
        with pytest.raises(TrainerError) as caught:
            refused()
        assert caught.value.problem.code == f"tasks.{code}"


def test_over_and_rated_it_is_a_result(desk: Desk) -> None:
    given, _ = assign(desk, Wish(("mock",), ("me",), attempts=1))
    exam = exams.begin(desk, "mock", lang="en", me="Li", assignment=given.id).exam
    # The desk's clock goes on a second with each look; the exam has half an hour.
    while exams.seconds_left(desk, exam):
        pass
    assert exams.go_on(desk, exam.id).exam.ended_by == "time"
    rate(desk, exam.id, {}, "en")
    (one,) = results(desk, given.id)
    assert (one.progress.state, one.progress.left) == ("failed", 0)
    (task,) = tasks(desk, "en")
    assert not task.open
