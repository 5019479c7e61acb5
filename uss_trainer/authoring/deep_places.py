"""What of a scenario should be come to, and what may be said at each place in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.steps import qualify, technique_of
from uss_trainer.player.conditions import holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uss_trainer.content.edition import Edition
    from uss_trainer.content.events import Key
    from uss_trainer.content.scenarios import Goto, Route, Scene
    from uss_trainer.content.shapes import When
    from uss_trainer.player.state import Position


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that may be said in a scene."""

    path: Key
    goto: Goto
    mood: Mapping[str, int]
    sets: Mapping[str, int | bool]
    steps: tuple[str, ...] = ()
    taken: str = ""


def everything(edition: Edition) -> Iterator[Key]:
    """Yield where each thing stands that should be come to, what stands in it after itself."""
    for number, scene in enumerate(edition.scenario.scenes):
        path: Key = ("scenes", number)
        yield path
        yield from ((*path, "says", place) for place in range(len(scene.says)))
        yield from ((*path, "skip", place) for place in range(len(scene.skip)))
        for kind in ("replies", "typed"):
            for place, move in enumerate(getattr(scene, kind)):
                yield (*path, kind, place)
                yield from _routes(move.goto, (*path, kind, place, "goto"))
        yield from _routes(scene.otherwise.goto, (*path, "otherwise", "goto"))
    yield from (("endings", place) for place in range(len(edition.scenario.endings)))


def _routes(goto: Goto, path: Key) -> Iterator[Key]:
    if not isinstance(goto, str):
        yield from ((*path, place) for place in range(len(goto)))


@dataclass(frozen=True, slots=True)
class Script:
    """A scene, with what may be said in it."""

    scene: Scene
    technique: str
    path: Key
    sayable: tuple[tuple[When | None, Said], ...]
    """Each thing with its condition, in the file's order."""


def scripts(edition: Edition) -> dict[str, Script]:
    """Return the scenes by id, worked out once for all the positions looked at in them."""
    found = {}
    for number, scene in enumerate(edition.scenario.scenes):
        technique = technique_of(scene, edition.scenario)
        path: Key = ("scenes", number)
        found[scene.id] = Script(scene, technique, path, tuple(_sayable(scene, technique, path)))
    return found


def _sayable(scene: Scene, technique: str, path: Key) -> Iterator[tuple[When | None, Said]]:
    for place, move in enumerate(scene.replies):
        steps = tuple(qualify(step, technique) for step in move.steps)
        where: Key = (*path, "replies", place)
        taken = f"{scene.id}/{move.id}"
        yield move.when, Said(where, move.goto, move.mood, move.sets, steps, taken)
    for place, rule in enumerate(scene.typed):
        steps = tuple(qualify(step, technique) for step in rule.steps)
        yield rule.when, Said((*path, "typed", place), rule.goto, rule.mood, rule.sets, steps)
    last = scene.otherwise
    yield None, Said((*path, "otherwise"), last.goto, last.mood, last.sets)


def first(routes: Sequence[Route], position: Position, technique: str) -> int | None:
    """Return the place of the first route whose condition holds, or None."""
    for place, route in enumerate(routes):
        if holds(route.when, position, technique):
            return place
    return None
