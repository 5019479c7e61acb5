"""Scorecards worked out by hand in the comments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from uss_trainer.grading.scorecard import scorecard
from uss_trainer.grading.values import Evidence, Exchange, Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.content.rubrics import Faults, Rubric, Scale
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.grading.values import Reason, Source

ALL = (
    "introduce-self",
    "state-purpose",
    "ask-awareness",
    "introduce-company",
    "propose-time",
    "handle-objection",
    "confirm-lock",
    "polite-goodbye",
)


def turn(
    steps: Sequence[str] = (),
    quality: int = 3,
    due: Sequence[str] = (),
    *,
    faults: Sequence[str] = (),
    undecided: Sequence[str] = (),
    reason: Reason = "",
    owed: Sequence[str] = (),
    source: Source = "declared",
    reply: str = "好",
) -> Exchange:
    """Return one exchange; steps by short id, where they stand in the text by their order here."""
    judgement = Judgement(
        technique="phone",
        source=source,
        steps=tuple(Evidence(f"phone/{step}", 1.0, at, at + 1) for at, step in enumerate(steps)),
        faults=tuple(Evidence(fault, 1.0) for fault in faults),
        open=tuple(Evidence(f"phone/{step}", 0.5) for step in undecided),
        quality=quality,
        reason="uncertain" if undecided else reason,
    )
    full = [f"phone/{step}" for step in due]
    return Exchange("好", reply, judgement, tuple(full), owed=tuple(f"phone/{s}" for s in owed))


@pytest.fixture
def card(phone: Rubric, faults: Faults, scale: Scale):  # type: ignore[no-untyped-def]
    def make(exchanges: Sequence[Exchange], **more: float) -> Scorecard:
        return scorecard(exchanges, {"phone": phone}, faults, scale, **more)  # type: ignore[arg-type]

    return make


def test_a_perfect_call_is_a_hundred(card) -> None:  # type: ignore[no-untyped-def]
    result = card([turn([step], 3, [step]) for step in ALL])
    # The telephone has no methods: coverage 80, order 10, key points 10.
    assert (result.coverage_of, result.order_of, result.methods_of, result.key_points_of) == (
        80,
        10,
        0,
        10,
    )
    assert (result.coverage, result.order, result.key_points) == (80, 10, 10)
    assert (result.total, result.total_if_open, result.band, result.passed) == (
        100,
        100,
        "excellent",
        True,
    )
    assert result.missed_must == ()


def test_a_call_worked_by_hand(card) -> None:  # type: ignore[no-untyped-def]
    result = card(
        [
            turn(["introduce-self"], 3, ["introduce-self"]),
            turn(["propose-time"], 2, ["state-purpose"]),
            turn(["state-purpose"], 1, ["propose-time"], faults=["impolite", "impolite"]),
            turn(["polite-goodbye"], 2, ["polite-goodbye"]),
        ],
        hints=1,
    )
    # Due: introduce-self 2, state-purpose 2, propose-time 2, polite-goodbye 1 = 7.
    # 80/7 a unit of weight: 22.86 x 1 + 22.86 x 0.5 + 22.86 x 0.8 + 11.43 x 0.8 = 61.72 -> 61.7
    assert [row.earned for row in result.steps] == [22.86, 11.43, 18.29, 9.14]
    assert result.coverage == 61.7
    # Performed self, time, purpose, goodbye: the longest run in order is 3 of 4.
    assert result.in_order == (
        "phone/introduce-self",
        "phone/state-purpose",
        "phone/polite-goodbye",
    )
    assert result.order == 7.5
    # impolite is minor, once a turn: 3. One hint: 5.
    assert [(one.kind, one.id, one.points, one.turn) for one in result.deductions] == [
        ("fault", "impolite", 3, 2),
        ("hint", "hint", 5, None),
    ]
    # 61.7 + 7.5 + 10 - 8 = 71.2
    assert (result.total, result.band, result.passed) == (71.2, "close", False)


def test_the_best_turn_of_a_step_counts(card) -> None:  # type: ignore[no-untyped-def]
    result = card(
        [
            turn(["introduce-self"], 1, ["introduce-self"]),
            turn(["introduce-self"], 3, ["introduce-self"]),
        ]
    )
    assert (result.steps[0].quality, result.steps[0].turn, result.coverage) == (3, 1, 80)


def test_a_missed_must_caps_the_band(card) -> None:  # type: ignore[no-untyped-def]
    # Everything due but introduce-self (must, 2 of 13): coverage 80 x 11/13 = 67.7, total 87.7.
    result = card([turn([step] if step != "introduce-self" else [], 3, [step]) for step in ALL])
    assert result.total >= 80
    assert (result.band, result.passed) == ("close", False)
    assert result.missed_must == ("phone/introduce-self",)


def test_a_must_that_earned_nothing_is_missed(card) -> None:  # type: ignore[no-untyped-def]
    result = card([turn([step], 0 if step == "confirm-lock" else 3, [step]) for step in ALL])
    assert result.missed_must == ("phone/confirm-lock",)


def test_steps_of_skipped_scenes_stay_due(card) -> None:  # type: ignore[no-untyped-def]
    result = card([turn(["introduce-self"], 3, ["introduce-self"], owed=["propose-time"])])
    assert [(row.step, row.due, row.earned) for row in result.steps] == [
        ("phone/introduce-self", True, 40.0),
        ("phone/propose-time", True, 0.0),
    ]


def test_performed_but_not_due_is_shown_and_earns_nothing(card) -> None:  # type: ignore[no-untyped-def]
    result = card([turn(["introduce-self", "polite-goodbye"], 3, ["introduce-self"])])
    assert [(row.step, row.due, row.possible) for row in result.steps] == [
        ("phone/introduce-self", True, 80.0),
        ("phone/polite-goodbye", False, 0.0),
    ]


def test_an_open_step_makes_a_range(card) -> None:  # type: ignore[no-untyped-def]
    result = card(
        [
            turn(["introduce-self"], 3, ["introduce-self"]),
            turn([], 0, ["state-purpose"], undecided=["state-purpose"]),
        ]
    )
    assert (result.total, result.total_if_open, result.open_turns) == (60, 100, (1,))
    assert [row.open for row in result.steps] == [False, True]


def test_a_turn_that_cannot_be_graded_leaves_its_steps_open(card) -> None:  # type: ignore[no-untyped-def]
    result = card([turn([], 0, ["introduce-self"], reason="encoder-missing")])
    assert (result.total, result.total_if_open) == (10, 100)


def test_order_within_a_typed_reply_is_the_order_of_its_words(card) -> None:  # type: ignore[no-untyped-def]
    said = ["propose-time", "introduce-self"]
    typed = card([turn(said, 3, said, source="typed")])
    chosen = card([turn(said, 3, said)])
    assert (typed.order, chosen.order) == (5, 10)


def test_loops_do_not_count_against_order(phone: Rubric, faults: Faults, scale: Scale) -> None:
    exchanges = [turn([step], 3, [step]) for step in ("introduce-company", "ask-awareness")]
    looping = phone.model_copy(update={"loops": [["ask-awareness", "introduce-company"]]})
    assert scorecard(exchanges, {"phone": phone}, faults, scale).order == 5
    assert scorecard(exchanges, {"phone": looping}, faults, scale).order == 10


def test_a_long_call_misses_its_key_point(card) -> None:  # type: ignore[no-untyped-def]
    long = turn(["introduce-self"], 3, ["introduce-self"], reply="好" * 1000)
    result = card([long])
    assert (result.talk_minutes, result.key_points) == (4.17, 0)
    assert (result.key_point_scores[0].id, result.key_point_scores[0].met) == ("concise", False)
    assert card([long], talk_minutes=5.0).key_points == 10
    assert result.talk_share == pytest.approx(0.999)


def test_serious_faults_cost_ten_and_the_total_stays_above_nought(card) -> None:  # type: ignore[no-untyped-def]
    result = card([turn([], 0, ["introduce-self"], faults=["argue"]) for _ in range(3)])
    assert [one.points for one in result.deductions] == [10, 10, 10]
    assert (result.total, result.band) == (0, "practise")


def test_methods_count_where_the_path_asks_for_them(
    phone: Rubric, faults: Faults, scale: Scale
) -> None:
    from uss_trainer.content.rubrics import Method

    named = {"zh": "法", "en": "way"}
    ways = [
        Method.model_validate(
            {"id": way, "name": named, "about": named, "step": "handle-objection"}
        )
        for way in ("ignore", "tai-chi")
    ]
    rubric = phone.model_copy(update={"methods": ways})
    plain = turn(["handle-objection"], 3, ["handle-objection"])
    used = replace(
        plain,
        judgement=replace(
            plain.judgement, methods=(Evidence("tai-chi", 1.0), Evidence("ignore", 1.0))
        ),
        fits=("tai-chi",),
    )
    result = scorecard([used], {"phone": rubric}, faults, scale)
    assert (result.coverage_of, result.methods, result.methods_of, result.total) == (70, 5, 10, 95)
    unasked = scorecard([replace(used, fits=())], {"phone": rubric}, faults, scale)
    assert (unasked.coverage_of, unasked.methods_of) == (80, 0)


def test_an_empty_call(card) -> None:  # type: ignore[no-untyped-def]
    result = card([])
    assert (result.coverage, result.order, result.steps, result.performed) == (0, 0, (), ())
