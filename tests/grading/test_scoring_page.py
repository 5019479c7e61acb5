"""The scorecard that docs/scoring.md works out by hand."""

from __future__ import annotations

from uss_trainer.content.library import Library
from uss_trainer.grading.scorecard import scorecard
from uss_trainer.grading.values import Evidence, Exchange, Judgement

TURNS = (
    (("introduce-self", "state-purpose"), 3, ()),
    (("ask-awareness",), 2, ()),
    (("introduce-company",), 3, ()),
    (("propose-time",), 1, ("impolite",)),
    (("handle-objection",), 3, ()),
    (("polite-goodbye",), 3, ()),
)


def test_the_card_worked_out_by_hand(library: Library) -> None:
    rubric = library.rubric("phone")
    assert [step.weight for step in rubric.steps] == [2, 2, 1, 1, 2, 2, 2, 1]
    due = tuple(f"phone/{step.id}" for step in rubric.steps)
    exchanges = [
        Exchange(
            "喂，您好。" * 4,
            "您好。" * 4,
            Judgement(
                "phone",
                "declared",
                steps=tuple(Evidence(f"phone/{step}", 1.0) for step in steps),
                faults=tuple(Evidence(fault, 1.0) for fault in faults),
                quality=quality,
            ),
            due=due,
        )
        for steps, quality, faults in TURNS
    ]
    card = scorecard(exchanges, {"phone": rubric}, library.faults, library.scale, hints=1)
    assert (card.coverage, card.coverage_of) == (60.3, 80)
    assert (card.order, card.key_points, card.methods_of) == (10, 10, 0)
    assert (card.total, card.band, card.passed) == (72.3, "close", False)
    assert card.missed_must == ("phone/confirm-lock",)
