"""The deep check: what no play comes to, scores out of reach, giveaways, steps not found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from uss_trainer.authoring.deep import deep
from uss_trainer.authoring.deep_flow import reached
from uss_trainer.authoring.deep_scores import spans
from uss_trainer.content.deals import Deal
from uss_trainer.content.read import Document
from uss_trainer.content.reading import read_as
from uss_trainer.content.scenarios import Scenario
from uss_trainer.grading.lexical import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uss_trainer.content.edition import Edition

TESTS = Path(__file__).parent.parent
NEVER = {"mood": {"trust": {"min": 6}}}
PLAIN = Document({}, "call.yaml")


def changed(edition: Edition, change: Callable[[Any], object]) -> Edition:
    """Return an edition whose scenario was changed as plain values."""
    plain = edition.scenario.model_dump(mode="json", exclude_none=True)
    change(plain)
    return replace(edition, scenario=Scenario.model_validate(plain))


class Finds:
    """A grader that finds one step in every reply."""

    def performed_all(self, rows: Sequence[object], firms: object) -> list[frozenset[str]]:
        return [frozenset({"phone/introduce-self"}) for _ in rows]


def found(edition: Edition, grader: object = None, lines: Sequence[str] = ()) -> list[str]:
    """Return code and id of everything found."""
    written = {("phone", lang): Lines(lines) for lang in ("zh", "en")}
    result = deep(edition, PLAIN, written, lambda _: grader)  # type: ignore[arg-type,return-value]
    return [f"{one.code} {one.facts.get('id', '')}" for one in result.problems]


def _line(plain: Any) -> None:
    plain["scenes"][0]["says"].insert(0, {**plain["scenes"][0]["says"][0], "when": NEVER})


def _reply(plain: Any) -> None:
    plain["scenes"][0]["replies"][2]["when"] = NEVER


def _route(plain: Any) -> None:
    reply = plain["scenes"][0]["replies"][0]
    reply["goto"] = [{"to": "gone", "when": NEVER}, {"to": reply["goto"]}]


def _ending(plain: Any) -> None:
    plain["endings"].append({**plain["endings"][0], "id": "nowhere"})


def _rule(plain: Any) -> None:
    plain["scenes"][0]["typed"] = [{"steps": ["propose-time"], "when": NEVER, "goto": "bye"}]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_line, "deep.line-unsaid 1"),
        (_reply, "deep.reply-never rude"),
        (_route, "deep.route-never 1"),
        (_ending, "deep.ending-unreachable nowhere"),
        (_rule, "deep.typed-never 1"),
    ],
    ids=["line", "reply", "route", "ending", "typed rule"],
)
def test_what_no_play_comes_to(
    short_call: Edition, change: Callable[[Any], None], told: str
) -> None:
    before = set(found(short_call))
    assert told not in before
    assert set(found(changed(short_call, change))) - before == {told}


def test_a_condition_on_a_step_typed_early_can_hold(short_call: Edition) -> None:
    def early(plain: Any) -> None:
        says = plain["scenes"][1]["says"]
        says.insert(0, {**says[-1], "when": {"done": ["confirm-lock"]}})

    assert not reached(changed(short_call, early)).missing


def test_what_an_earlier_visit_of_a_deal_leaves_can_hold_from_the_start(
    short_call: Edition,
) -> None:
    def later(plain: Any) -> None:
        says = plain["scenes"][0]["says"]
        says.insert(0, {**says[-1], "when": {"facts": {"appointment": True}}})

    deal = read_as(Deal, TESTS / "deals" / "two-calls" / "two-calls.yaml")[0]
    assert deal
    visit = changed(short_call, later)
    assert reached(visit).missing == (("scenes", 0, "says", 0),)
    assert not reached(visit, deals=[deal]).missing


def test_a_search_broken_off_only_notes(short_call: Edition) -> None:
    some = reached(short_call, cap=1)
    assert some.missing and not some.complete
    assert reached(short_call).complete


def test_endings_have_their_spans_and_a_pass_mark_may_be_out_of_reach(short_call: Edition) -> None:
    ends = {span.ending: span for span in spans(short_call)}
    assert ends["booked"].best > ends["booked"].worst >= 0
    assert ends["booked"].best > ends["gone"].best

    def weak(plain: Any) -> None:
        for scene in plain["scenes"]:
            for reply in scene["replies"]:
                reply["quality"] = 1

    assert "deep.pass-out-of-reach " not in found(short_call)
    assert "deep.pass-out-of-reach " in found(changed(short_call, weak))


def test_replies_worded_like_a_rubrics_line(short_call: Edition) -> None:
    reply = short_call.scenario.scenes[1].replies[0]
    likes = [one for one in found(short_call, lines=[reply.text.en]) if "like-rubric" in one]
    assert likes == [f"deep.like-rubric {reply.id}"]


def test_feedback_that_is_nearly_anothers(short_call: Edition) -> None:
    def repeat(plain: Any) -> None:
        replies = plain["scenes"][0]["replies"]
        replies[0]["why"] = {
            "zh": "说清了是谁，客户放心听下去",
            "en": "She knows who calls and why",
        }
        replies[1]["why"] = {
            "zh": "说清了是谁，客户放心听下去了",
            "en": "Something quite different",
        }

    likes = [one for one in found(changed(short_call, repeat)) if "why-alike" in one]
    assert likes == ["deep.why-alike whole"]


def test_steps_the_grader_does_not_find_and_nothing_without_one(short_call: Edition) -> None:
    missed = [one for one in found(short_call, Finds()) if "step-not-found" in one]
    declared = [
        reply.id
        for scene in short_call.scenario.scenes
        for reply in scene.replies
        if set(reply.steps) - {"introduce-self"}
    ]
    assert sorted(missed) == sorted(f"deep.step-not-found {one}" for one in declared * 2)
    assert not [one for one in found(short_call) if "step-not-found" in one]
