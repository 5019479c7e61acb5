"""Which steps stay due when a weak reply skips the scenes in which they were to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.player.conditions import destination, holds
from uss_trainer.player.lookups import lookups
from uss_trainer.player.scene import due, entered, technique_of

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.scenarios import Scene
    from uss_trainer.player.state import Position

GOOD = 2
"""A reply of this quality may take another way without owing what lies on the best one."""


def owed(
    edition: Edition, before: Position, after: Position, quality: int, *, gave_up: bool
) -> tuple[str, ...]:
    """Return the steps on the best way from the scene answered that the way taken leaves out."""
    if after.scene == before.scene and not after.ending:
        return ()
    if quality >= GOOD and not gave_up:
        return ()
    scene = lookups(edition).scenes[before.scene]
    best = _steps_ahead(edition, _best_next(edition, scene, before), before)
    ahead = set(_steps_ahead(edition, "" if after.ending else after.scene, after))
    done = {*after.done, *due(edition, scene)}
    return tuple(step for step in best if step not in ahead and step not in done)


def ahead(edition: Edition, position: Position) -> tuple[str, ...]:
    """Return the steps still due on the best way from `position` on; none after an ending."""
    if position.ending:
        return ()
    steps = _steps_ahead(edition, position.scene, position)
    return tuple(step for step in steps if step not in position.done)


def _best_next(edition: Edition, scene: Scene, position: Position) -> str:
    if (known := lookups(edition).ahead.get(scene.id)) is not None:
        return known
    technique = technique_of(edition, scene)
    offered = [reply for reply in scene.replies if holds(reply.when, position, technique)]
    reply = max(offered or scene.replies, key=lambda candidate: candidate.quality)
    target = destination(reply.goto, position, technique)
    return entered(edition, target, position)


def _steps_ahead(edition: Edition, start: str, position: Position) -> tuple[str, ...]:
    """Return the steps due from `start` to an ending by the best listed replies."""
    steps: dict[str, None] = {}
    seen: set[str] = set()
    scenes = lookups(edition).scenes
    here = scenes.get(start)
    while here is not None and here.id not in seen:
        seen.add(here.id)
        steps.update(dict.fromkeys(due(edition, here)))
        here = scenes.get(_best_next(edition, here, position))
    return tuple(steps)
