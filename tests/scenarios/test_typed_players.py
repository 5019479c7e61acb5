"""Five people who type go through every scenario; none gets stuck or is praised for nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from uss_trainer.actions import playing, sittings
from uss_trainer.actions.desk import Desk
from uss_trainer.content.library import open_library
from uss_trainer.content.steps import step_of
from uss_trainer.paths import Folders
from uss_trainer.player.scene import Voice, due, scene_at, technique_of, text_of

if TYPE_CHECKING:
    from uss_trainer.actions.sittings import Sitting

NAMES = [entry.id for pack in open_library([]).packs for entry in pack.scenarios]
MOST_TURNS = 45
KINDS = ("one step at a time", "everything at once", "greets only", "off-topic", "not gradable")
EVERY = os.environ.get("USS_TRAINER_PLAYERS") == "all"
PLAYS = [
    (kind, name, lang)
    for row, name in enumerate(NAMES)
    for column, kind in enumerate(KINDS)
    for place, lang in enumerate(("zh", "en"))
    if EVERY or place == (row + column) % 2
]
"""Every kind plays every scenario, in one language after the other; in both with
`USS_TRAINER_PLAYERS=all`, which takes twice as long."""

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
GREETING = {"opening/greet", "visit/open"}
"""Steps that a bare greeting does perform."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One desk for all, so that each rubric's grader is prepared once; nothing is recorded."""
    home = tmp_path_factory.mktemp("players")
    return Desk(Folders(home / "config", home / "data", home / "cache"))


@dataclass(frozen=True)
class Player:
    """Somebody who types in their own way."""

    desk: Desk
    kind: str
    lang: str

    def play(self, name: str) -> Sitting:
        """Play until the end, or for as long as patience could possibly last."""
        sitting = sittings.begin(
            self.desk, name, mode="typed", lang=self.lang, me="林涛", record=False
        )
        for _ in range(MOST_TURNS):
            if sitting.state.ended:
                break
            sitting = playing.say(self.desk, sitting, self._says(sitting), record=False)
        return sitting

    def _says(self, sitting: Sitting) -> str:
        if self.kind in NOTHING:
            return NOTHING[self.kind][self.lang]
        position, edition = sitting.state.position, sitting.edition
        scene = scene_at(edition, position)
        if self.kind == "everything at once":
            rubric = edition.rubrics[technique_of(edition, scene)]
            return " ".join(self._step(sitting, f"{rubric.technique}/{s.id}") for s in rubric.steps)
        open_steps = [step for step in due(edition, scene) if step not in position.here]
        return (
            self._step(sitting, open_steps[0]) if open_steps else NOTHING["greets only"][self.lang]
        )

    def _step(self, sitting: Sitting, step: str) -> str:
        """Return the rubric's own first example of a step."""
        found = step_of(sitting.edition.rubrics, step)
        assert found is not None
        return text_of(sitting.edition, found.good[0], Voice(self.lang, "林涛"))


@pytest.mark.parametrize(("kind", "name", "lang"), PLAYS, ids=["-".join(play) for play in PLAYS])
def test_nobody_gets_stuck_or_is_praised_for_nothing(
    desk: Desk, name: str, lang: str, kind: str
) -> None:
    sitting = Player(desk, kind, lang).play(name)
    assert sitting.state.ended, [turn.scene for turn in sitting.state.turns]
    patience = sitting.edition.scenario.limits.asks
    for place, turn in enumerate(sitting.state.turns):
        same = [other for other in sitting.state.turns[: place + 1] if other.scene == turn.scene]
        progress = sum(1 for other in same if other.exchange.judgement.steps)
        assert len(same) <= patience + 1 + progress
    if kind not in NOTHING:
        assert any(turn.exchange.judgement.steps for turn in sitting.state.turns)
        return
    credited = [turn for turn in sitting.state.turns if turn.exchange.judgement.steps]
    if kind == "greets only":
        assert all(set(turn.exchange.judgement.step_ids) <= GREETING for turn in credited)
    elif kind == "off-topic" and sitting.edition.scenario.technique != "phone":
        # Known of the grader: it may take a chat about football for a step, but nobody praises it.
        assert not any(turn.agrees for turn in credited)
    else:
        assert not credited
        assert not any(turn.agrees for turn in sitting.state.turns)
        assert playing.card(sitting).coverage == 0
    assert not playing.card(sitting).passed


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["cold-call", "known-customer", "objections"])
def test_who_does_one_step_after_the_other_gets_an_appointment(
    desk: Desk, name: str, lang: str
) -> None:
    sitting = Player(desk, "one step at a time", lang).play(name)
    ending = sitting.edition.scenario.ending(sitting.state.position.ending)
    assert ending is not None
    assert ending.outcome in ("won", "partial"), [
        (turn.scene, turn.exchange.judgement.step_ids) for turn in sitting.state.turns
    ]
