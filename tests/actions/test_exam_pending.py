"""An exam nobody could grade is pending; rulings settle it, and only then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from uss_trainer.actions import exam_results, exams
from uss_trainer.actions.exam_rating import to_rate
from uss_trainer.actions.exam_report import report
from uss_trainer.actions.exam_results import rate, settle
from uss_trainer.actions.judges import Judges
from uss_trainer.actions.sittings import resume, retry
from uss_trainer.errors import TrainerError, fail
from uss_trainer.grading.values import Evidence, Judgement
from uss_trainer.store.exams import exam_of
from uss_trainer.store.people import logged

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
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


def all_done(_desk: Desk, sitting: Sitting) -> Sitting:
    """Rule that each turn did what was due, well."""

    def ruled(exchange: object) -> Judgement:
        due = exchange.due  # type: ignore[attr-defined]
        evidence = tuple(Evidence(step, 1.0) for step in due)
        technique = exchange.judgement.technique  # type: ignore[attr-defined]
        return Judgement(technique, "typed", steps=evidence, quality=3)

    turns = tuple(
        replace(turn, exchange=replace(turn.exchange, judgement=ruled(turn.exchange)))
        for turn in sitting.state.turns
    )
    return replace(sitting, state=replace(sitting.state, turns=turns))


def test_pending_until_a_ruling(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    exam = sat(desk)
    stored = exam_of(desk.database, exam)
    assert stored is not None
    assert (stored.verdict, stored.total < 80 <= stored.total_if_open) == ("pending", True)
    found = report(desk, exam, "en")
    assert "a trainer has to rule" in found.head
    assert {reason.held for part in found.parts for reason in part.reasons} == {"open"}
    assert (found.over, found.under) == ((), ()), "what is open is neither over nor under"

    monkeypatch.setattr(exam_results, "ruled", all_done)
    made = settle(desk, exam, "en")
    assert {part.calibration for part in made.parts} == {"yes"}
    stored = exam_of(desk.database, exam)
    assert stored is not None
    assert (stored.verdict, stored.total) == (made.exam.verdict, made.exam.total)
    assert stored.verdict != "pending" and stored.total > 50
    (line,) = logged(desk.database)
    assert (line.act, line.subject) == ("exams.settle", exam)
    assert line.body["before"].startswith("pending ")
    assert line.body["after"] == f"{stored.verdict} {stored.total:g}"


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
