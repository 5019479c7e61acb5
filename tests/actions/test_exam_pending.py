"""An exam nobody could grade is pending; rulings settle it, and only then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from uss_trainer.actions import exam_results, exams, people
from uss_trainer.actions.exam_rating import to_rate
from uss_trainer.actions.exam_report import report
from uss_trainer.actions.exam_results import rate
from uss_trainer.actions.exam_verify import verify_exam
from uss_trainer.actions.judges import Judges
from uss_trainer.actions.reviewing import correct
from uss_trainer.actions.ruling_words import Wish
from uss_trainer.actions.sittings import read, resume, retry
from uss_trainer.errors import TrainerError, fail
from uss_trainer.store.exams import exam_of
from uss_trainer.store.people import logged

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.reviewing import Corrected
    from uss_trainer.coaching.exams import Exam
    from uss_trainer.content.library import Library
    from uss_trainer.grading.semantic import Encoder


def _no_encoder() -> Encoder:
    raise fail("grading.encoder-missing")


@pytest.fixture
def desk(desk: Desk, library: Library) -> Desk:
    made = replace(desk, judges=Judges(_no_encoder))
    made.__dict__["library"] = library
    return made


def sat(desk: Desk) -> str:
    """Sit the small exam to its end, graded by nobody, and rate every step as done."""
    going = exams.begin(desk, "mock", lang="en", me="Li", seed=3)
    while going.exam.stage == "going":
        sitting = exams.enter(desk, going, "en")
        while not sitting.state.ended:
            sitting = exams.answer(desk, going.exam, sitting, "Something to be judged later.")
        going = exams.go_on(desk, going.exam.id)
    rows = to_rate(desk, going.exam.id, "en")
    rate(desk, going.exam.id, {(row.place, row.step): 2 for row in rows}, "en")
    return going.exam.id


def tess(desk: Desk) -> Desk:
    """Return a trainer's desk on the same machine."""
    people.add(desk, "Tess", role="trainer")
    made = replace(desk, named="Tess")
    made.__dict__["library"] = desk.library
    return made


def _place(made: Corrected) -> int:
    return made.sitting.state.turns.index(made.turn) + 1


def stored(desk: Desk, exam: str) -> Exam:
    found = exam_of(desk.database, exam)
    assert found is not None
    return found


def rule(trainer: Desk, exam: str, *, done: bool) -> list[Corrected]:
    """Rule on every turn of an exam that each did all that was due, or nothing at all."""
    made = []
    for item in exams.stands(trainer, exam).items:
        turns = read(trainer, item.attempt, "en").state.turns
        for place, turn in enumerate(turns, 1):
            due = ",".join(turn.exchange.due) if done else ""
            wish = Wish(due or "none", "none", "none", 3 if due else 0, "heard it")
            made.append(correct(trainer, item.attempt, place, wish, "en"))
    return made


def test_pending_until_rulings_settle_it(desk: Desk) -> None:
    exam = sat(desk)
    before = stored(desk, exam)
    assert (before.verdict, before.total < 80 <= before.total_if_open) == ("pending", True)
    found = report(desk, exam, "en")
    assert "a trainer has to rule" in found.head
    assert {reason.held for part in found.parts for reason in part.reasons} == {"open"}
    assert (found.over, found.under) == ((), ()), "what is open is neither over nor under"

    trainer = tess(desk)
    made = rule(trainer, exam, done=True)
    after = stored(desk, exam)
    assert made[0].exam and made[0].exam.verdict == "pending", "one ruling doesn't settle all"
    assert made[-1].exam == after
    assert (after.verdict, after.total > before.total) == ("ready", True)
    result = exam_results.result(trainer, exam, "en")
    assert {part.calibration for part in result.parts} == {"yes"}
    assert verify_exam(trainer, exam, "en").identical
    (first, *_, last) = logged(desk.database, exam)
    assert (first.act, last.act, last.subject) == ("exams.settle", "exams.settle", exam)
    assert first.body["before"] == f"pending {before.total:g}"
    assert last.body["after"] == f"ready {after.total:g}"
    for one in made:
        correct(trainer, one.sitting.attempt.id, _place(one), None, "en")
    assert stored(desk, exam) == before, "taken back, it is as open as it was"


def test_rulings_may_also_say_no(desk: Desk) -> None:
    exam = sat(desk)
    rule(tess(desk), exam, done=False)
    after = stored(desk, exam)
    assert (after.verdict, after.total, after.total_if_open < 80) == (
        "not-ready", after.total_if_open, True
    )  # fmt: skip


def test_what_the_time_cut_off_can_be_ruled_on_too(desk: Desk) -> None:
    going = exams.begin(desk, "mock", lang="en", me="Li", seed=3)
    sitting = exams.enter(desk, going, "en")
    sitting = exams.answer(desk, going.exam, sitting, "Something to be judged later.")
    while exams.seconds_left(desk, going.exam):
        pass
    exam = exams.go_on(desk, going.exam.id).exam.id
    trainer = tess(desk)
    with pytest.raises(TrainerError) as caught:
        correct(trainer, sitting.attempt.id, 1, Wish("none", quality=0, why="x"), "en")
    assert caught.value.problem.code == "exam.kept-back"
    rows = to_rate(desk, exam, "en")
    rate(desk, exam, {(row.place, row.step): 2 for row in rows}, "en")
    due = ",".join(sitting.state.turns[0].exchange.due)
    made = correct(trainer, sitting.attempt.id, 1, Wish(due, "none", "none", 3, "fine"), "en")
    assert made.exam and made.ruled
    assert made.ruled.total > made.machine.total
    assert made.ruled.missed_must, "what was still to come stays missed"
    assert stored(desk, exam) == made.exam


def test_an_exam_once_begun_is_the_only_one_and_retried_only_as_practice(desk: Desk) -> None:
    going = exams.begin(desk, "mock", lang="en", me="Li", seed=3)
    sitting = exams.enter(desk, going, "en")
    again = exams.enter(desk, exams.stands(desk, going.exam.id), "en")
    assert again.attempt.id == sitting.attempt.id
    for refused, code in (
        (lambda: exams.begin(desk, "mock", lang="en", me="Li"), "exam.begun"),
        (lambda: exams.enter(desk, going, "en"), "store.attempt-moved-on"),
        (lambda: resume(desk, sitting.attempt.id, "en"), "exam.kept-back"),
        (lambda: retry(desk, sitting.attempt.id, 1, "en"), "exam.kept-back"),
        (lambda: rate(desk, going.exam.id, {}, "en"), "exam.not-over"),
    ):
        with pytest.raises(TrainerError) as caught:
            refused()
        assert caught.value.problem.code == code


def test_afterwards_it_can_be_practised_but_not_gone_on_with(desk: Desk) -> None:
    exam = sat(desk)
    attempt = exams.stands(desk, exam).items[0].attempt
    practice = retry(desk, attempt, 1, "en").attempt
    assert (practice.exam, practice.mode, practice.retry_of) == ("", "typed", attempt)
    with pytest.raises(TrainerError) as caught:
        resume(desk, attempt, "en")
    assert caught.value.problem.code == "exam.only-there"
    assert exams.begin(desk, "mock", lang="en", me="Li").exam.id != exam
