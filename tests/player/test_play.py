"""Playing a scenario: routes, moods, patience, rewinding, what stays due."""

from __future__ import annotations

from dataclasses import replace

import pytest

from uss_trainer.content.edition import Edition
from uss_trainer.errors import TrainerError
from uss_trainer.grading.values import Evidence, Judgement
from uss_trainer.player.play import Given, answer, begin, hint, reply_of, rewind
from uss_trainer.player.route import nearest
from uss_trainer.player.scene import Voice, choices, customer_line
from uss_trainer.player.state import State, Turn

VOICE = Voice("en", "Lin")


def judgement(*steps: str, faults: tuple[str, ...] = (), quality: int = 3) -> Judgement:
    return Judgement(
        "phone",
        "typed",
        steps=tuple(Evidence(f"phone/{step}", 1.0) for step in steps),
        faults=tuple(Evidence(fault, 1.0) for fault in faults),
        quality=quality,
    )


def typed(edition: Edition, state: State, *steps: str, faults: tuple[str, ...] = ()) -> State:
    quality = 3 if steps and not faults else 0
    said = judgement(*steps, faults=faults, quality=quality)
    number = len(state.turns) + 1
    return answer(edition, state, Given("…"), said, number=number, voice=VOICE, at="t")[0]


def chosen(edition: Edition, state: State, choice: str) -> State:
    reply = reply_of(edition, state, choice)
    said = judgement(*reply.steps, faults=tuple(reply.faults), quality=reply.quality)
    given = Given(reply.text.en, choice)
    number = len(state.turns) + 1
    return answer(edition, state, given, said, number=number, voice=VOICE, at="t")[0]


@pytest.mark.parametrize(
    ("replies", "end"),
    [
        pytest.param(["whole", "choice", "thanks"], "booked", id="best way"),
        pytest.param(["half", "ask", "choice", "curt"], "booked", id="the long way round"),
        pytest.param(["rude"], "gone", id="hung up at once"),
        pytest.param(["whole", "someday"], "gone", id="no time named"),
    ],
)
def test_choices_lead_to_endings(short_call: Edition, replies: list[str], end: str) -> None:
    state = begin(short_call)
    for reply in replies:
        state = chosen(short_call, state, reply)
    assert state.position.ending == end


@pytest.mark.parametrize(
    ("said", "taken", "scene", "missing"),
    [
        pytest.param(
            [("introduce-self", "state-purpose")], "whole", "when", "", id="both steps at once"
        ),
        pytest.param([("introduce-self",)], "half", "what", "", id="one step takes its own reply"),
        pytest.param([("state-purpose",)], "", "hello", "phone/introduce-self", id="asked for who"),
        pytest.param(
            [("state-purpose",), ("introduce-self",)],
            "whole",
            "when",
            "",
            id="what is earned stays",
        ),
        pytest.param([()], "", "hello", "phone/introduce-self", id="nothing said, asked again"),
        pytest.param([("propose-time",)], "", "hello", "phone/introduce-self", id="not due here"),
    ],
)
def test_typed_replies_route_by_what_was_said(
    short_call: Edition, said: list[tuple[str, ...]], taken: str, scene: str, missing: str
) -> None:
    state = begin(short_call)
    for steps in said:
        state = typed(short_call, state, *steps)
    assert (state.turns[-1].taken, state.position.scene, state.position.missing) == (
        taken,
        scene,
        missing,
    )


def test_a_step_earned_early_is_not_asked_for_again(short_call: Edition) -> None:
    state = typed(short_call, begin(short_call), "state-purpose")
    assert customer_line(short_call, state.position, VOICE).text == "Sorry, who is this?"
    assert typed(short_call, state, "introduce-self").position.scene == "when"


def test_the_second_reply_without_progress_takes_otherwise(short_call: Edition) -> None:
    state = typed(short_call, typed(short_call, begin(short_call)))
    assert state.position.ending == "gone"
    assert customer_line(short_call, state.position, VOICE).text == "I do not follow. Goodbye."


def test_progress_costs_no_patience(short_call: Edition) -> None:
    asked = typed(short_call, begin(short_call), "state-purpose").position
    assert asked.mood["patience"] == 3
    assert typed(short_call, begin(short_call)).position.mood["patience"] == 2


def test_an_explicit_rule_comes_before_likeness(short_call: Edition) -> None:
    state = chosen(short_call, begin(short_call), "half")
    after = typed(short_call, state, "state-purpose", faults=("pressure",))
    assert (after.position.ending, after.turns[-1].taken) == ("gone", "")


CLEAN = {"steps": ["state-purpose"]}
FAULTY = {"steps": ["state-purpose"], "faults": ["pressure"]}
FAULT_ALONE = {"faults": ["pressure"]}
BOTH = {"steps": ["introduce-self", "state-purpose"]}
BOTH_FAULTY = {**BOTH, "faults": ["pressure"]}


@pytest.mark.parametrize(
    ("steps", "faults", "listed", "taken"),
    [
        pytest.param("P", "pressure", [CLEAN, FAULTY], FAULTY, id="same due step: the faulty one"),
        pytest.param("P", "pressure", [FAULTY, CLEAN], FAULTY, id="in whatever order they stand"),
        pytest.param("IP", "pressure", [BOTH, BOTH_FAULTY], BOTH_FAULTY, id="with two due steps"),
        pytest.param("P", "", [FAULTY, CLEAN], CLEAN, id="no fault said: the clean one"),
        pytest.param("P", "", [FAULTY], None, id="a fault never said is never taken"),
        pytest.param("P", "impolite", [FAULTY, CLEAN], CLEAN, id="a fault that none listed has"),
        pytest.param("IP", "pressure", [FAULTY, BOTH], BOTH, id="due steps come before faults"),
        pytest.param("P", "pressure", [FAULT_ALONE, CLEAN], CLEAN, id="and before a fault alone"),
        pytest.param("", "pressure", [CLEAN, FAULT_ALONE], FAULT_ALONE, id="nothing but a fault"),
    ],
)
def test_faults_said_lead_a_faulty_replys_way_where_due_steps_are_the_same(
    short_call: Edition,
    steps: str,
    faults: str,
    listed: list[dict[str, list[str]]],
    taken: dict[str, list[str]] | None,
) -> None:
    blank = {"steps": [], "faults": [], "quality": 2}
    first = short_call.scenario.scenes[0]
    replies = [
        first.replies[0].model_copy(update={**blank, **one, "id": f"reply-{number}"})
        for number, one in enumerate(listed)
    ]
    scene = first.model_copy(update={"replies": replies})
    scenes = [scene, *short_call.scenario.scenes[1:]]
    scenario = short_call.scenario.model_copy(update={"scenes": scenes})
    edition = replace(short_call, scenario=scenario)
    names = {"I": "introduce-self", "P": "state-purpose"}
    said = judgement(*(names[step] for step in steps), faults=tuple(faults.split()), quality=2)
    found = nearest(edition, begin(edition).position, said)
    assert (found and found.id) == (f"reply-{listed.index(taken)}" if taken else None)


def test_an_unforeseen_fault_moves_trust(short_call: Edition) -> None:
    polite = typed(short_call, begin(short_call), "introduce-self")
    rude = typed(short_call, begin(short_call), "introduce-self", faults=("impolite",))
    assert rude.position.mood["trust"] == polite.position.mood["trust"] - 1


def test_lines_change_with_mood(short_call: Edition) -> None:
    warm = chosen(short_call, begin(short_call), "whole").position
    cool = chosen(short_call, chosen(short_call, begin(short_call), "half"), "ask").position
    assert customer_line(short_call, warm, VOICE).text == "Gladly. When?"
    assert customer_line(short_call, cool, VOICE).text == "Hm. When?"


@pytest.mark.parametrize(
    ("replies", "line"),
    [
        pytest.param(["whole", "now"], "Now? If you must.", id="the reply that led here"),
        pytest.param(["half", "ask", "choice"], "All right, at last I know.", id="a scene been in"),
        pytest.param(["whole", "choice"], "All right.", id="neither"),
    ],
)
def test_lines_know_which_way_one_came(short_call: Edition, replies: list[str], line: str) -> None:
    state = begin(short_call)
    for reply in replies:
        state = chosen(short_call, state, reply)
    assert customer_line(short_call, state.position, VOICE).text == line


def test_a_scene_that_asks_for_what_was_said_is_skipped(short_call: Edition) -> None:
    position = replace(begin(short_call).position, done=("phone/state-purpose",))
    assert chosen(short_call, State(position), "half").position.scene == "when"


@pytest.mark.parametrize(
    ("replies", "owed"),
    [
        pytest.param(["rude"], ("phone/propose-time", "phone/polite-goodbye"), id="thrown out"),
        pytest.param(["whole", "someday"], ("phone/polite-goodbye",), id="gave the call away"),
        pytest.param(["half"], (), id="another good way owes nothing"),
    ],
)
def test_what_a_weak_reply_skips_stays_due(
    short_call: Edition, replies: list[str], owed: tuple[str, ...]
) -> None:
    state = begin(short_call)
    for reply in replies:
        state = chosen(short_call, state, reply)
    assert state.turns[-1].exchange.owed == owed


def test_the_authors_why_stands_only_where_judgement_and_reply_agree(short_call: Edition) -> None:
    def turn(said: Judgement, text: str = "Hello, this is Wu from Ufsoft.") -> Turn:
        state = begin(short_call)
        return answer(short_call, state, Given(text), said, number=1, voice=VOICE, at="t")[1]

    agreed = turn(judgement("introduce-self", quality=2))
    otherwise_put = turn(judgement("introduce-self", quality=2), "Ufsoft here, my name's Wu.")
    better = turn(judgement("introduce-self", quality=3))
    ruder = turn(judgement("introduce-self", faults=("impolite",), quality=2))
    turns = (agreed, otherwise_put, better, ruder)
    assert {one.taken for one in turns} == {"half"}
    assert [one.agrees for one in turns] == [True, False, False, False]


def test_choices_are_shuffled_by_the_seed_alone(short_call: Edition) -> None:
    position = begin(short_call).position
    orders = {
        tuple(choice.id for choice in choices(short_call, position, VOICE, seed))
        for seed in range(20)
    }
    assert len(orders) > 1
    assert choices(short_call, position, VOICE, 3) == choices(short_call, position, VOICE, 3)


def test_texts_name_the_company_and_the_trainee(short_call: Edition) -> None:
    texts = {
        c.text for c in choices(short_call, begin(short_call).position, Voice("zh", "小林"), 1)
    }
    assert "您好，我是用友的小林。" in texts


def test_rewinding_forgets_later_turns_and_keeps_hints(short_call: Edition) -> None:
    state = hint(chosen(short_call, begin(short_call), "half"))
    state = chosen(short_call, state, "ask")
    back = rewind(short_call, state, 2)
    assert (back.position.scene, len(back.turns), back.hints) == ("what", 1, 1)
    assert rewind(short_call, state, 1).position == begin(short_call).position


def test_a_second_hint_in_a_scene_is_free(short_call: Edition) -> None:
    state = hint(hint(begin(short_call)))
    assert state.hints == 1
    assert hint(chosen(short_call, state, "half")).hints == 2


def test_a_hint_taken_stays_taken_when_its_scene_comes_back(short_call: Edition) -> None:
    state = chosen(short_call, hint(begin(short_call)), "half")
    back = rewind(short_call, state, 1)
    assert back.hinted
    assert hint(back).hints == 1


def test_facts_and_moods_are_settled(short_call: Edition) -> None:
    state = begin(short_call)
    for reply in ("whole", "choice"):
        state = chosen(short_call, state, reply)
    assert state.position.facts["appointment"] is True
    assert state.turns[0].moved == {"trust": 2, "interest": 1}


@pytest.mark.parametrize(
    ("act", "code"),
    [
        pytest.param(lambda e, s: reply_of(e, s, "nobody"), "play.no-such-reply", id="reply"),
        pytest.param(lambda e, s: rewind(e, s, 9), "play.no-such-turn", id="turn"),
    ],
)
def test_what_is_not_there_is_named(short_call: Edition, act, code: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TrainerError) as caught:
        act(short_call, begin(short_call))
    assert caught.value.problem.code == code


def test_an_ended_conversation_takes_no_reply(short_call: Edition) -> None:
    state = chosen(short_call, begin(short_call), "rude")
    with pytest.raises(TrainerError) as caught:
        typed(short_call, state, "introduce-self")
    assert caught.value.problem.code == "play.ended"


def test_saying_the_same_again_is_no_progress(short_call: Edition) -> None:
    state = typed(short_call, begin(short_call), "state-purpose")
    state = typed(short_call, state, "state-purpose")
    assert (state.position.missing, state.position.asked) == ("phone/introduce-self", 1)
    assert typed(short_call, state, "state-purpose").position.ending == "gone"


def test_a_reply_said_long_before_is_not_taken_for_an_empty_one(short_call: Edition) -> None:
    position = replace(begin(short_call).position, done=("phone/introduce-self",))
    assert typed(short_call, State(position)).turns[-1].taken == ""
    assert typed(short_call, State(position), "state-purpose").turns[-1].taken == "whole"


def test_a_reply_nobody_can_judge_costs_nothing(short_call: Edition) -> None:
    state = begin(short_call)
    unread = Judgement("phone", "typed", reason="encoder-missing")
    for number in (1, 2):
        state, _ = answer(short_call, state, Given("…"), unread, number=number, voice=VOICE, at="t")
    assert state.turns[0].moved == {}
    assert state.position.ending == "gone"
    assert state.turns[1].exchange.owed == ()
