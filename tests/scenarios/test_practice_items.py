"""Every card can be earned: what a rubric calls good performs the step it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from uss_trainer.actions.drilling import answer
from uss_trainer.actions.practice_items import going_for
from uss_trainer.actions.practising import taught
from uss_trainer.coaching.practising import Plan, Session
from uss_trainer.content.practice import lines_for
from uss_trainer.content.rubric_files import MANUAL_ORDER
from uss_trainer.grading.drill_values import Given

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk


@pytest.mark.parametrize("technique", MANUAL_ORDER)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_good_answer_to_a_card_is_remembered(desk: Desk, technique: str, lang: str) -> None:
    rated = {}
    for name, (rubric, step) in taught(desk).items():
        if rubric.technique != technique:
            continue
        lines = lines_for(desk.library, rubric, step)
        going = going_for(desk, rubric, step, lines, 0, Session(Plan("2026-03-02")), "Wang Lei")
        given = Given(text=going.drill.example.of(lang))  # type: ignore[union-attr]
        done = answer(desk, going, given, lang=lang)
        rated[name] = [review.rating for review in done.reviews]
    assert rated
    assert {name: found for name, found in rated.items() if found not in (["good"], ["hard"])} == {}
