"""Who of the team speaks, and when that is the wrong role."""

from __future__ import annotations

import pytest

from uss_trainer.content.library import Library
from uss_trainer.content.scenarios import Scene
from uss_trainer.grading.values import Judgement
from uss_trainer.player.roles import in_role, team_of, told_apart


def scene(library: Library, scenario: str, name: str) -> Scene:
    found = library.edition(scenario).scenario.scene(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("C：我在铸造待过。", "C", "我在铸造待过。"),
        (" m: We can give you people.", "M", "We can give you people."),
        ("您好，方总。", "S", "您好，方总。"),
        ("Call: it was late.", "S", "Call: it was late."),
    ],
)
def test_a_typed_reply_names_its_speaker_first(
    library: Library, text: str, speaker: str, words: str
) -> None:
    team = scene(library, "valve-works-second", "pain")
    assert team_of(team) == ("S", "C", "M")
    assert told_apart(team, text) == (speaker, words)


def test_whoever_is_alone_has_no_speaker_to_name(library: Library) -> None:
    alone = scene(library, "valve-works-first", "gate")
    assert team_of(alone) == ()
    assert told_apart(alone, "C: hello") == ("S", "C: hello")


@pytest.mark.parametrize(("speaker", "faults"), [("C", ()), ("S", ("wrong-role",))])
def test_the_wrong_role_costs_a_fault_and_a_good_quality(
    library: Library, speaker: str, faults: tuple[str, ...]
) -> None:
    moment = scene(library, "valve-works-second", "pain")
    judged = in_role(moment, speaker, Judgement("questioning", "typed", quality=3))
    assert judged.fault_ids == faults
    assert judged.quality == (1 if faults else 3)
