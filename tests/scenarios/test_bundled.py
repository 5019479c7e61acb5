"""The bundled scenarios keep the standard that `docs/writing-scenarios.md` sets."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

import pytest

from uss_trainer.authoring.golden import golden_tests
from uss_trainer.content.bundled import bundled
from uss_trainer.content.check_flow import targets
from uss_trainer.content.edition import Edition
from uss_trainer.content.library import open_library
from uss_trainer.content.scenarios import Reply
from uss_trainer.content.steps import qualify
from uss_trainer.grading.declared import declared
from uss_trainer.grading.judge import Grader
from uss_trainer.grading.values import Evidence, Judgement
from uss_trainer.player.play import Given, answer, begin
from uss_trainer.player.scene import Voice, choices, scene_at, spoken, technique_of
from uss_trainer.player.state import State

LIBRARY = open_library([])
NAMES = [entry.id for pack in LIBRARY.packs for entry in pack.scenarios]
VISITS = {
    name for pack in LIBRARY.packs for one in pack.deals if one.deal for name in one.deal.scenarios
}
"""Scenarios that are one visit of a deal: shorter, as what is said at one isn't said again."""

WALKS = 6_000
VOICE = Voice("en", "Lin")


def edition(name: str) -> Edition:
    return LIBRARY.edition(name)


def test_there_are_scenarios_and_no_problems() -> None:
    assert bundled("scenarios").is_dir()
    assert len(NAMES) >= 3
    problems = [*LIBRARY.problems]
    for pack in LIBRARY.packs:
        problems += pack.problems
        for entry in pack.scenarios:
            problems += entry.problems
    assert problems == []


FIVE = {"said-first": {"tea"}}
"""Scenes with one reply more: there an objection can also be answered before it is raised."""


@pytest.mark.parametrize("name", NAMES)
def test_size_and_branching(name: str) -> None:
    scenario = edition(name).scenario
    visit = name in VISITS
    assert (4 if visit else 8) <= len(scenario.scenes) <= 15
    many = {scene.id for scene in scenario.scenes if len(scene.replies) == 5}
    assert many <= FIVE.get(name, set())
    assert all(3 <= len(scene.replies) <= 4 for scene in scenario.scenes if scene.id not in many)
    forks = [
        scene.id
        for scene in scenario.scenes
        if len({tuple(targets(reply.goto)) for reply in scene.replies}) > 1
    ]
    assert len(forks) >= 3
    changing = sum(len(scene.says) - 1 for scene in scenario.scenes)
    assert changing >= 2


@pytest.mark.parametrize("name", NAMES)
def test_each_of_three_endings_is_reached_by_two_ways(name: str) -> None:
    scenario = edition(name).scenario
    ways: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for scene in scenario.scenes:
        for reply in scene.replies:
            for target in targets(reply.goto):
                ways[target].add((scene.id, reply.id))
    visit = name in VISITS
    assert len(scenario.endings) >= (2 if visit else 3)
    # The one best end of a visit may hang on one sentence: that is what an award is for.
    assert all(len(ways[ending.id]) >= (1 if visit else 2) for ending in scenario.endings), {
        ending.id: len(ways[ending.id]) for ending in scenario.endings
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_best_reply_gives_itself_away_neither_by_place_nor_by_length(
    name: str, lang: str
) -> None:
    scenario = edition(name).scenario
    first = longest = 0
    for scene in scenario.scenes:
        top = max(reply.quality for reply in scene.replies)
        best = [reply for reply in scene.replies if reply.quality == top]
        first += scene.replies[0] in best
        length = max(len(reply.text.of(lang)) for reply in scene.replies)
        longest += any(len(reply.text.of(lang)) == length for reply in best)
    assert first <= 0.4 * len(scenario.scenes)
    assert longest <= 0.4 * len(scenario.scenes)


@pytest.mark.parametrize("name", NAMES)
def test_every_ending_by_choosing_and_every_line_can_be_reached(name: str) -> None:
    played = edition(name)
    scenario = played.scenario
    # What earlier visits of a deal may hand on.
    facts = dict.fromkeys(scenario.facts, True)
    mood = {**scenario.mood, "trust": 4, "interest": 4}
    later = scenario.model_copy(update={"facts": facts, "mood": mood})
    handed = replace(played, scenario=later)
    endings = {ending.id for ending in scenario.endings}
    lines = {(scene.id, place) for scene in scenario.scenes for place in range(len(scene.says))}
    ended: set[str] = set()
    heard: set[tuple[str, int]] = set()
    dice = random.Random(name)
    for walk in range(WALKS):
        typing = walk % 2 == 1
        start = handed if name in VISITS and walk % 4 > 1 else played
        end = _walk(start, dice, heard, typing=typing)
        ended |= set() if typing else {end}
        if ended == endings and heard == lines:
            return
    assert (endings - ended, lines - heard) == (set(), set())


def _walk(
    played: Edition, dice: random.Random, heard: set[tuple[str, int]], *, typing: bool
) -> str:
    """Play to an ending by chance, choosing or also typing; note the lines heard on the way."""
    state = begin(played)
    while not state.ended:
        scene = scene_at(played, state.position)
        technique = technique_of(played, scene)
        if not state.position.missing:
            line = spoken(scene, state.position, technique)
            heard.add((scene.id, scene.says.index(line)))
        if typing and dice.random() < 0.5:
            given, judgement = Given("…"), _said(played, state, dice)
        else:
            choice = dice.choice(choices(played, state.position, VOICE, 0))
            reply = next(reply for reply in scene.replies if reply.id == choice.id)
            given, judgement = Given("…", choice.id), _declared(technique, reply)
        state, _ = answer(played, state, given, judgement, number=1, voice=VOICE, at="t")
    return state.position.ending


def _declared(technique: str, reply: Reply) -> Judgement:
    return Judgement(
        technique,
        "declared",
        steps=tuple(Evidence(qualify(step, technique), 1.0) for step in reply.steps),
        faults=tuple(Evidence(fault, 1.0) for fault in reply.faults),
        quality=reply.quality,
    )


def _said(played: Edition, state: State, dice: random.Random) -> Judgement:
    """Return the judgement of somebody who types some of the technique's steps, or none."""
    technique = technique_of(played, scene_at(played, state.position))
    steps = [step.id for step in played.rubrics[technique].steps if dice.random() < 0.3]
    evidence = tuple(Evidence(f"{technique}/{step}", 1.0) for step in steps)
    return Judgement(technique, "typed", steps=evidence, quality=dice.randint(0, 3))


@pytest.mark.parametrize("name", NAMES)
def test_the_best_way_through_passes_within_the_time_set(name: str) -> None:
    from uss_trainer.grading.scorecard import scorecard

    played = edition(name)
    for lang in ("zh", "en"):
        state = begin(played)
        while not state.ended:
            scene = scene_at(played, state.position)
            offered = choices(played, state.position, Voice(lang, "林"), 1)
            best = max(
                (r for r in scene.replies if r.id in {c.id for c in offered}),
                key=lambda reply: reply.quality,
            )
            text = next(choice.text for choice in offered if choice.id == best.id)
            rubric = played.rubrics[technique_of(played, scene)]
            state, _ = answer(
                played,
                state,
                Given(text, best.id),
                declared(best, text, rubric, lang),
                number=len(state.turns) + 1,
                voice=Voice(lang, "林"),
                at="t",
            )
        card = scorecard(
            [turn.exchange for turn in state.turns], played.rubrics, played.faults, played.scale
        )
        assert card.passed, (lang, card)
        assert card.total >= 95, (lang, card.total, card.talk_minutes)
        assert card.missed_must == ()


@pytest.mark.parametrize("technique", LIBRARY.techniques())
def test_each_step_is_due_somewhere(technique: str) -> None:
    scenarios = [
        entry.scenario
        for pack in LIBRARY.packs
        for entry in pack.scenarios
        if entry.scenario and entry.scenario.technique == technique
    ]
    due = {step for one in scenarios for scene in one.scenes for step in scene.due}
    assert {step.id for step in LIBRARY.scoring.plain(technique).steps} <= due


@pytest.mark.parametrize("name", NAMES)
def test_its_dialogues_come_to_what_they_promise(name: str) -> None:
    def none(technique: str) -> Grader:
        raise AssertionError("choosing needs no grader")

    tested = golden_tests(edition(name), none, typed=False)
    assert [one for one in tested if one.missed] == []
