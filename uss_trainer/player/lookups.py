"""What playing asks of an edition at every turn, worked out once: scenes by id, steps due, ways on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.steps import qualify, step_of, technique_of, waived

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.content.edition import Edition
    from uss_trainer.content.scenarios import Ending, Scene


@dataclass(frozen=True, slots=True)
class Lookups:
    """An edition's scenes and endings by id, with what holds in them wherever one stands."""

    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    due: Mapping[str, tuple[str, ...]]
    """By scene the steps due there, `technique/step`, waived ones left out."""

    again: frozenset[str]
    """Steps that are owed anew each time they are due."""

    ahead: Mapping[str, str]
    """Where a scene's best reply leads, for those where no condition has a say in that."""


def lookups(edition: Edition) -> Lookups:
    """Return an edition's lookups; made at its first turn."""
    found = edition.lookups.get("player")
    if found is None:
        found = edition.lookups["player"] = _made(edition)
    return found


def _made(edition: Edition) -> Lookups:
    scenario = edition.scenario
    scenes = {scene.id: scene for scene in reversed(scenario.scenes)}
    return Lookups(
        scenes,
        {ending.id: ending for ending in reversed(scenario.endings)},
        {scene.id: _due(edition, scene) for scene in scenes.values()},
        frozenset(
            f"{technique}/{step.id}"
            for technique, rubric in edition.rubrics.items()
            for step in rubric.steps
            if step.again
        ),
        {scene.id: to for scene in scenes.values() if (to := _next(scene, scenes)) is not None},
    )


def _due(edition: Edition, scene: Scene) -> tuple[str, ...]:
    technique = technique_of(scene, edition.scenario)
    named = [(step, step_of(edition.rubrics, step)) for step in _qualified(scene, technique)]
    return tuple(step for step, found in named if not (found and waived(found, edition.scenario)))


def _qualified(scene: Scene, technique: str) -> list[str]:
    return [qualify(step, technique) for step in scene.due]


def _next(scene: Scene, scenes: Mapping[str, Scene]) -> str | None:
    """Return where the best reply leads, or None where that depends on anything."""
    if any(reply.when for reply in scene.replies):
        return None
    goto = max(scene.replies, key=lambda reply: reply.quality).goto
    if not isinstance(goto, str) or (goto in scenes and scenes[goto].skip):
        return None
    return goto
