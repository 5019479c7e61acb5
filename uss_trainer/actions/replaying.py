"""A conversation carried over to a scenario that has been edited meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.playing import declared_of
from uss_trainer.actions.sittings import Sitting
from uss_trainer.coaching.attempts import Attempt
from uss_trainer.content.near import nearest
from uss_trainer.errors import TrainerError, fail
from uss_trainer.player.play import Given, answer
from uss_trainer.player.play import begin as first_state
from uss_trainer.player.state import State

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.i18n import Lang
    from uss_trainer.player.state import Mode, Position, Turn


@dataclass(frozen=True, slots=True)
class Start:
    """Where a preview begins."""

    scene: str = ""
    """Empty for the scenario's first."""

    mood: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, int | bool] = field(default_factory=dict)


def begun(edition: Edition, start: Start) -> State:
    """Return the state at the start asked for; TrainerError where the scenario has no such place."""
    scenario = edition.scenario
    _exists("scene", [start.scene] if start.scene else [], [one.id for one in scenario.scenes])
    _exists("mood", start.mood, [*scenario.mood, "trust", "interest", "patience"])
    _exists("fact", start.facts, scenario.facts)
    position = first_state(edition).position
    return State(
        replace(
            position,
            scene=start.scene or position.scene,
            mood={**position.mood, **start.mood},
            facts={**position.facts, **_as_declared(scenario, start.facts)},
        )
    )


def _exists(kind: str, names: Collection[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            raise fail(f"check.unknown-{kind}", "", id=name, nearest=nearest(name, known))


def _as_declared(scenario: Scenario, facts: Mapping[str, int | bool]) -> dict[str, int | bool]:
    """Return facts as yes/no where the scenario has them so."""
    return {
        name: bool(value) if isinstance(scenario.facts[name], bool) else int(value)
        for name, value in facts.items()
    }


def begin_unrecorded(
    desk: Desk, edition: Edition, state: State, *, mode: Mode, lang: Lang, me: str
) -> Sitting:
    """Return a sitting at `state` that is stored nowhere and offers replies in the same order always."""
    scenario = edition.scenario
    attempt = Attempt(
        id="",
        scenario=scenario.id,
        pack=edition.pack,
        technique=scenario.technique,
        edition="",
        mode=mode,
        lang=lang,
        seed=1,
        me=me,
        started_at=desk.at(),
    )
    return Sitting(attempt, edition, state, 0, lang)


def replayed(sitting: Sitting, old: Sitting) -> Sitting:
    """Return `sitting` with the old one's answers, as far as they still fit, at the old one's place."""
    for turn in old.state.turns:
        try:
            sitting = _answered(sitting, turn)
        except (TrainerError, KeyError):
            break
    return _placed(sitting, old.state.position)


def _answered(sitting: Sitting, turn: Turn) -> Sitting:
    """Return the sitting after an old turn's answer; KeyError where it was given elsewhere."""
    if sitting.state.position.scene != turn.scene:
        raise KeyError(turn.scene)
    text = turn.exchange.reply
    judgement = turn.exchange.judgement
    if turn.choice:
        text, judgement = declared_of(sitting, turn.choice)
    number = sitting.stored + 1
    state, _ = answer(
        sitting.edition,
        sitting.state,
        Given(text, turn.choice),
        judgement,
        number=number,
        voice=sitting.voice,
        at=turn.at,
    )
    return replace(sitting, state=state, stored=number)


def _placed(sitting: Sitting, place: Position) -> Sitting:
    """Return the sitting at the scene it stood at, where the scenario still has it."""
    here, scenario = sitting.state.position, sitting.edition.scenario
    there = place.ending if place.ending else place.scene
    if (here.ending or here.scene) == there:
        return sitting
    known = scenario.ending(there) if place.ending else scenario.scene(there)
    if known is None:
        return sitting
    kept = replace(here, scene=place.scene, ending=place.ending, missing="", aside="", here=())
    return replace(sitting, state=replace(sitting.state, position=kept))
