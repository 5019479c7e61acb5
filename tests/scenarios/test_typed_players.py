"""Five people who type go through every scenario; none gets stuck or is praised for nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from uss_trainer.actions import playing, sittings
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.judges import Judges
from uss_trainer.content.library import open_library
from uss_trainer.player.scene import due, scene_at

JUDGES = Judges()
NAMES = [entry.id for pack in open_library([]).packs for entry in pack.scenarios]
MOST_TURNS = 45

SAID = {
    "zh": {
        "introduce-self": "您好，我是用友软件的客户经理林涛。",
        "state-purpose": "给您打电话，是想约个时间当面谈谈财务软件的合作。",
        "ask-awareness": "请问您之前对我们用友了解多少？",
        "introduce-company": "用友1988年成立，全国有三十万家企业客户，不少和您同行。",
        "propose-time": "您看这周三上午还是周四下午方便？我过去拜访您。",
        "handle-objection": "我理解您的顾虑，很多客户一开始也这么想，所以我只占您二十分钟，您先听听再决定。",
        "confirm-lock": "好的，那就定在周三上午十点，周二我再打电话跟您确认一下。",
        "polite-goodbye": "谢谢您接我的电话，祝您工作顺利，再见！",
    },
    "en": {
        "introduce-self": "Good morning, my name is Lin Tao, I'm an account manager with Ufsoft.",
        "state-purpose": "I'm calling to arrange a meeting to talk about working together on finance software.",
        "ask-awareness": "May I ask how much you already know about Ufsoft?",
        "introduce-company": "Ufsoft was founded in 1988 and serves 300,000 companies, many in your industry.",
        "propose-time": "Would Wednesday morning or Thursday afternoon suit you for a visit?",
        "handle-objection": "I understand your concern, many customers felt the same at first, so I'd only take twenty minutes and you decide afterwards.",
        "confirm-lock": "Wednesday at ten it is, then, and I'll call you on Tuesday to confirm.",
        "polite-goodbye": "Thank you very much for your time, have a good day, goodbye!",
    },
}
NOTHING = {
    "greets only": {"zh": "您好您好！", "en": "Hello there!"},
    "off-topic": {
        "zh": "昨晚那场球赛真精彩，您看了吗？",
        "en": "What a match last night, did you watch it?",
    },
    "not gradable": {
        "zh": "Bonjour madame, je voudrais vous parler de nos logiciels.",
        "en": "нам нужно поговорить о программах",
    },
}


def sitting_for(desk: Desk, name: str, lang: str) -> tuple[Desk, sittings.Sitting]:
    desk = replace(desk, judges=JUDGES)
    return desk, sittings.begin(desk, name, mode="typed", lang=lang, me="林涛", record=False)


def wanted(sitting: sittings.Sitting) -> list[str]:
    position = sitting.state.position
    steps = due(sitting.edition, scene_at(sitting.edition, position))
    return [step.split("/")[1] for step in steps if step not in position.here]


def play(desk: Desk, sitting: sittings.Sitting, player: str, lang: str) -> sittings.Sitting:
    for _ in range(MOST_TURNS):
        if sitting.state.ended:
            return sitting
        steps = wanted(sitting) or ["polite-goodbye"]
        if player == "one step at a time":
            text = SAID[lang][steps[0]]
        elif player == "everything at once":
            text = " ".join(SAID[lang].values())
        else:
            text = NOTHING[player][lang]
        sitting = playing.say(desk, sitting, text, record=False)
    return sitting


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "player",
    ["one step at a time", "everything at once", *NOTHING],
    ids=lambda p: p.replace(" ", "-"),
)
def test_nobody_gets_stuck_or_is_praised_for_nothing(
    desk: Desk, name: str, lang: str, player: str
) -> None:
    desk, sitting = sitting_for(desk, name, lang)
    sitting = play(desk, sitting, player, lang)
    assert sitting.state.ended, [turn.scene for turn in sitting.state.turns]
    patience = sitting.edition.scenario.limits.asks
    for place, turn in enumerate(sitting.state.turns):
        same = [other for other in sitting.state.turns[: place + 1] if other.scene == turn.scene]
        progress = sum(1 for other in same if other.exchange.judgement.steps)
        assert len(same) <= patience + 1 + progress
    if player in NOTHING:
        for turn in sitting.state.turns:
            assert turn.exchange.judgement.step_ids == ()
            assert turn.exchange.judgement.quality <= 1
            assert not turn.agrees
        assert playing.card(sitting).coverage == 0
        assert not playing.card(sitting).passed
    else:
        assert any(turn.exchange.judgement.steps for turn in sitting.state.turns)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_who_does_one_step_after_the_other_gets_an_appointment(
    desk: Desk, name: str, lang: str
) -> None:
    desk, sitting = sitting_for(desk, name, lang)
    sitting = play(desk, sitting, "one step at a time", lang)
    ending = sitting.edition.scenario.ending(sitting.state.position.ending)
    assert ending is not None
    assert ending.outcome in ("won", "partial"), [
        (turn.scene, turn.exchange.judgement.step_ids) for turn in sitting.state.turns
    ]
