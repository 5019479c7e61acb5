"""The way through a scenario: what can be reached, and what can be left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from uss_trainer.content.read import Document
    from uss_trainer.content.scenarios import Goto, Scenario, Scene


def check_flow(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """Yield scenes and endings that can't be reached, and scenes that lead to no ending."""
    ways = {scene.id: exits(scene) for scene in scenario.scenes}
    endings = {ending.id for ending in scenario.endings}
    reached = _reach({scenario.first}, ways)
    back: dict[str, set[str]] = {}
    for scene, targets in ways.items():
        for target in targets:
            back.setdefault(target, set()).add(scene)
    leaving = _reach(endings, back)
    for number, one in enumerate(scenario.scenes):
        place = ("scenes", number, "id")
        if one.id not in reached:
            yield Problem("check.scene-unreachable", document.place(place), {"id": one.id})
        if one.id not in leaving:
            yield Problem("check.no-way-out", document.place(place), {"id": one.id})
    for number, ending in enumerate(scenario.endings):
        if ending.id not in reached:
            path = ("endings", number, "id")
            yield Problem("check.ending-unreachable", document.place(path), {"id": ending.id})


def exits(scene: Scene) -> set[str]:
    """Return every scene and ending that a scene can lead to."""
    gotos = [scene.otherwise.goto, *(reply.goto for reply in scene.replies)]
    gotos += [*(rule.goto for rule in scene.typed), scene.skip]
    return {target for goto in gotos for target in targets(goto)}


def targets(goto: Goto) -> list[str]:
    """Return where a `goto` may lead."""
    return [goto] if isinstance(goto, str) else [route.to for route in goto]


def _reach(start: set[str], ways: Mapping[str, set[str]]) -> set[str]:
    """Return everything that can be come to from `start`."""
    reached = set(start)
    waiting = list(start)
    while waiting:
        new = ways.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached
