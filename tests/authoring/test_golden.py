"""Scenarios' own tests are played, and every difference is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from uss_trainer.authoring import golden
from uss_trainer.content.golden import Tests as Promises
from uss_trainer.grading.values import Evidence, Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.content.edition import Edition
    from uss_trainer.grading.firms import Firms
    from uss_trainer.grading.judge import Grader


class Says:
    """A grader that says the same of every reply, and keeps what it was asked."""

    def __init__(self, steps: Sequence[str], faults: Sequence[str] = (), quality: int = 2) -> None:
        self.asked: list[tuple[str, str, tuple[str, ...]]] = []
        self._judgement = Judgement(
            "phone",
            "typed",
            steps=tuple(Evidence(step, 1.0) for step in steps),
            faults=tuple(Evidence(fault, 1.0) for fault in faults),
            quality=quality,
        )

    def judge(self, text: str, context: str, due: Sequence[str], firms: Firms) -> Judgement:
        self.asked.append((text, context, tuple(due)))
        return self._judgement


def outcomes(edition: Edition, tests: dict[str, Any], grader: object = None) -> list[golden.Tested]:
    """Return the outcome of `tests` as the scenario's own."""
    from dataclasses import replace

    scenario = edition.scenario.model_copy(update={"tests": Promises.model_validate(tests)})

    def give(technique: str) -> Grader:
        assert technique == "phone"
        return grader  # type: ignore[return-value]

    return list(golden.golden_tests(replace(edition, scenario=scenario), give))


def way(edition: Edition) -> tuple[list[str], str]:
    """Return the replies of a way through the scenario by its best replies, and where it ends."""
    names, at = [], edition.scenario.first
    while scene := edition.scenario.scene(at):
        best = max(scene.replies, key=lambda reply: reply.quality)
        names.append(best.id)
        at = best.goto if isinstance(best.goto, str) else best.goto[-1].to
    return names, at


def test_a_dialogue_that_comes_out_as_promised_is_no_miss(short_call: Edition) -> None:
    replies, ending = way(short_call)
    outcome = outcomes(
        short_call, {"dialogues": [{"id": "best", "replies": replies, "ending": ending}]}
    )
    assert [(one.lang, one.missed) for one in outcome] == [("zh", False), ("en", False)]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"ending": "refused"}, "ending"),
        ({"least": 100, "most": 100}, "total"),
        ({"replies": ["no-such-reply"]}, "reply"),
    ],
    ids=["ending", "total", "reply"],
)
def test_a_dialogue_that_comes_out_otherwise_says_how(
    short_call: Edition, change: dict[str, Any], what: str
) -> None:
    replies, ending = way(short_call)
    if what == "total":
        change = {"least": 0, "most": 0}
    dialogue = {"id": "best", "replies": replies, "ending": ending} | change
    outcome = outcomes(short_call, {"dialogues": [dialogue]})
    assert {difference.what for one in outcome for difference in one.differences} == {what}


def test_a_typed_reply_is_judged_after_the_scenes_last_line(short_call: Edition) -> None:
    scene = short_call.scenario.scenes[0]
    says = Says(["phone/introduce-self"])
    typed = {
        "scene": scene.id,
        "kind": "good",
        "lang": "en",
        "text": "It's Li of Ufsoft.",
        "steps": ["introduce-self"],
        "quality": 3,
    }
    (outcome,) = outcomes(short_call, {"typed": [typed]}, says)
    assert not outcome.missed, "a quality one apart is no difference"
    ((text, context, due),) = says.asked
    assert (text, context) == ("It's Li of Ufsoft.", scene.says[-1].text.en)
    assert set(due) == {f"phone/{step}" for step in scene.due}


def test_every_difference_of_a_typed_reply_is_told(short_call: Edition) -> None:
    typed = {
        "scene": short_call.scenario.scenes[0].id,
        "kind": "weak",
        "lang": "zh",
        "text": "嗯。",
        "steps": ["state-purpose"],
        "methods": ["direct"],
        "quality": 0,
        "known_miss": "听不出来",
    }
    says = Says(["phone/introduce-self"], ["pressure"], quality=3)
    (outcome,) = outcomes(short_call, {"typed": [typed]}, says)
    assert {one.what: (one.expected, one.got) for one in outcome.differences} == {
        "steps": ("state-purpose", "introduce-self"),
        "faults": ("-", "pressure"),
        "methods": ("direct", "-"),
        "quality": ("0", "3"),
    }
    assert outcome.known == "听不出来"


def test_choosing_alone_needs_no_grader(short_call: Edition) -> None:
    replies, ending = way(short_call)
    tests = {"dialogues": [{"id": "best", "replies": replies, "ending": ending}]}
    assert not any(one.missed for one in outcomes(short_call, tests))
