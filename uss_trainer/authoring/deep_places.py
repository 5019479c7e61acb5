"""What of a scenario should be come to, and what may be said at each place in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.steps import qualify
from uss_trainer.player.conditions import holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uss_trainer.content.edition import Edition
    from uss_trainer.content.events import Key
    from uss_trainer.content.scenarios import Goto, Reply, Route, Scene
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


def sayable(scene: Scene, position: Position, technique: str, path: Key) -> Iterator[Said]:
    """Yield what may be said here."""

    def own(move: Reply, place: int) -> Said:
        steps = tuple(qualify(step, technique) for step in move.steps)
        where: Key = (*path, "replies", place)
        return Said(where, move.goto, move.mood, move.sets, steps, f"{scene.id}/{move.id}")

    for place, reply in enumerate(scene.replies):
        if holds(reply.when, position, technique):
            yield own(reply, place)
    for place, rule in enumerate(scene.typed):
        if holds(rule.when, position, technique):
            steps = tuple(qualify(step, technique) for step in rule.steps)
            yield Said((*path, "typed", place), rule.goto, rule.mood, rule.sets, steps)
    last = scene.otherwise
    yield Said((*path, "otherwise"), last.goto, last.mood, last.sets)


def first(routes: Sequence[Route], position: Position, technique: str) -> int | None:
    """Return the place of the first route whose condition holds, or None."""
    places = (n for n, one in enumerate(routes) if holds(one.when, position, technique))
    return next(places, None)
