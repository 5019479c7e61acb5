"""What of a scenario can be come to at all, in whatever mood, by choosing or by typing.

Positions are told apart only by what conditions look at. A typed reply is taken to do whatever some
condition could turn on, so that what is not found here is found by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

from uss_trainer.authoring.deep_places import everything, first, scripts
from uss_trainer.authoring.handed import handed_on
from uss_trainer.authoring.telling import Telling, telling, whens
from uss_trainer.content.steps import qualify
from uss_trainer.player.conditions import added, holds, shifted
from uss_trainer.player.play import begin
from uss_trainer.player.scene import spoken
from uss_trainer.player.state import Position

if TYPE_CHECKING:
    from uss_trainer.authoring.deep_places import Said, Script
    from uss_trainer.content.deals import Deal
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.events import Key
    from uss_trainer.content.scenarios import Goto

CAP = 1500
"""Positions looked at in one scenario."""

PLAIN = 500
"""Positions looked at first by choosing alone, which mostly shows everything and costs little."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What was come to."""

    missing: tuple[Key, ...]
    """Where in the file stands what wasn't: scenes, lines, replies, routes, typed rules, endings."""

    places: int
    complete: bool
    """Whether no further position was left to look at, or nothing was missing."""


@dataclass
class _Search:
    """A search through positions, and what it has not come to yet."""

    scripts: Mapping[str, Script]
    telling: Telling
    turning: tuple[str, ...]
    """Steps that some condition turns on."""

    missing: dict[Key, None]
    endings: Mapping[str, Key]
    typing: bool
    """Whether replies may bring along more than their author declared."""

    known: set[object] = field(default_factory=set)
    waiting: list[Position] = field(default_factory=list)

    def note(self, path: Key) -> None:
        """Note that something was come to."""
        self.missing.pop(path, None)

    def meet(self, position: Position, target: str) -> None:
        """Note an ending, or take up a position in a scene unless one like it is known."""
        if target in self.endings:
            self.note(self.endings[target])
            return
        key = self.telling.key(position, target)
        if key not in self.known:
            self.known.add(key)
            self.waiting.append(replace(position, scene=target))


def reached(edition: Edition, cap: int = CAP, deals: Sequence[Deal] = ()) -> Reached:
    """Return what of a checked scenario nothing leads to; at most `cap` positions are looked at.

    In a visit of `deals` it also counts what is led to from where they may let it begin.
    """
    missing = dict.fromkeys(everything(edition))
    begun = begin(edition).position
    starts = (begun, *handed_on(begun, deals))
    plain = _searched(edition, missing, starts, min(cap, PLAIN), typing=False)
    if not missing:
        return Reached((), plain.places, True)
    full = _searched(edition, missing, starts, cap, typing=True)
    return Reached(tuple(missing), plain.places + full.places, full.complete)


def _searched(
    edition: Edition,
    missing: dict[Key, None],
    starts: Sequence[Position],
    cap: int,
    *,
    typing: bool,
) -> Reached:
    """Take out of `missing` what a search comes to."""
    scenario = edition.scenario
    conditions = [when for when in whens(scenario) if when is not None]
    names = {step for when in conditions for step in (*when.done, *when.not_done)}
    turning = {qualify(name, technique) for name in names for technique in edition.rubrics}
    search = _Search(
        scripts(edition),
        telling(scenario, typed=any("patience" in when.mood for when in conditions)),
        tuple(sorted(turning)),
        missing,
        {one.id: ("endings", place) for place, one in enumerate(scenario.endings)},
        typing,
    )
    dice = Random(scenario.id)
    for start in starts:
        search.meet(start, start.scene)
    looked = 0
    while search.waiting and search.missing and looked < cap:
        place = int(dice.random() * len(search.waiting))
        search.waiting[place], search.waiting[-1] = search.waiting[-1], search.waiting[place]
        _look(search, search.waiting.pop())
        looked += 1
    complete = not search.waiting or not search.missing
    return Reached(tuple(search.missing), looked, complete)


def _look(search: _Search, position: Position) -> None:
    """Note what a position shows, and take up every position it leads to."""
    script = search.scripts[position.scene]
    search.note(script.path)
    says = script.scene.says
    line = spoken(script.scene, position, script.technique)
    search.note((*script.path, "says", next(n for n, one in enumerate(says) if one is line)))
    for when, step in script.sayable:
        if holds(when, position, script.technique):
            search.note(step.path)
            for more, mood in _variants(search, step, position):
                _go(search, position, step, (*step.steps, *more), mood)


def _variants(
    search: _Search, step: Said, position: Position
) -> Iterator[tuple[tuple[str, ...], Mapping[str, int]]]:
    """Yield further steps and moods that a typed reply may bring along, the bare reply first."""
    yield (), step.mood
    if not search.typing:
        return
    new = [one for one in search.turning if one not in position.done and one not in step.steps]
    for size in {1, 2, len(new)} & set(range(1, len(new) + 1)):
        for some in combinations(new, size):
            yield some, step.mood
    for mood, losses in (("trust", (-1, -2)), ("patience", (-1,))):
        if mood in search.telling.moods:
            for loss in losses:
                yield (), {**step.mood, mood: step.mood.get(mood, 0) + loss}


def _go(
    search: _Search,
    before: Position,
    step: Said,
    steps: tuple[str, ...],
    mood: Mapping[str, int],
) -> None:
    """Follow an answer, noting each route taken on the way."""
    technique = search.scripts[before.scene].technique
    position = Position(
        scene=before.scene,
        mood=shifted(before.mood, mood),
        facts={**before.facts, **step.sets} if step.sets else before.facts,
        done=added(before.done, tuple([one for one in steps if one in search.turning])),
        been=added(before.been, (before.scene,)),
        came=step.taken,
    )
    target = _taken(search, step.goto, position, technique, (*step.path, "goto"))
    search.meet(position, _past_skips(search, target, position))


def _past_skips(search: _Search, target: str, position: Position) -> str:
    """Return where one ends up who comes to `target`, noting each skip on the way."""
    passed: set[str] = set()
    while (ahead := search.scripts.get(target)) and ahead.scene.skip and target not in passed:
        passed.add(target)
        found = first(ahead.scene.skip, position, ahead.technique)
        if found is None:
            break
        search.note((*ahead.path, "skip", found))
        target = ahead.scene.skip[found].to
    return target


def _taken(search: _Search, goto: Goto, position: Position, technique: str, path: Key) -> str:
    if isinstance(goto, str):
        return goto
    found = first(goto, position, technique)
    place = len(goto) - 1 if found is None else found
    search.note((*path, place))
    return goto[place].to
