"""Steps by their whole name, and which techniques a scenario needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from uss_trainer.content.rubrics import Rubric, Step
    from uss_trainer.content.scenarios import Scenario, Scene


def qualify(ref: str, technique: str) -> str:
    """Return `technique/step` for a step written short (`greet`) or whole (`opening/greet`)."""
    return ref if "/" in ref else f"{technique}/{ref}"


def step_of(rubrics: Mapping[str, Rubric], whole: str) -> Step | None:
    """Return the rubric's step of a whole name such as `phone/introduce-self`, or None."""
    technique, _, short = whole.partition("/")
    rubric = rubrics.get(technique)
    return rubric.step(short) if rubric else None


def waived(step: Step, scenario: Scenario) -> bool:
    """Return whether a step needn't be performed towards this scenario's customer."""
    return bool(step.waived and step.waived.relationship == scenario.relationship)


def technique_of(scene: Scene, scenario: Scenario) -> str:
    """Return the technique practised in a scene."""
    return scene.technique or scenario.technique


def techniques(scenario: Scenario) -> tuple[str, ...]:
    """Return the scenario's technique and every further one it names, in order of appearance."""
    names = [scenario.technique]
    names += [scene.technique for scene in scenario.scenes if scene.technique]
    names += [ref.split("/")[0] for scene in scenario.scenes for ref in _refs(scene) if "/" in ref]
    return tuple(dict.fromkeys(names))


def _refs(scene: Scene) -> Iterator[str]:
    """Yield every step a scene's due list, replies and typed rules name."""
    yield from scene.due
    for reply in scene.replies:
        yield from reply.steps
    for rule in scene.typed:
        yield from rule.steps
