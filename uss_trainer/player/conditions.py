"""Whether a `when` holds, and what a reply changes: conditions are data, never code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.content.shapes import Range, When
from uss_trainer.content.steps import qualify

if TYPE_CHECKING:
    from uss_trainer.content.scenarios import Goto
    from uss_trainer.player.state import Position

MOOD_FLOOR, MOOD_CEILING = -5, 5


def holds(when: When | None, position: Position, technique: str) -> bool:
    """Return whether every condition holds at `position`; short step ids belong to `technique`."""
    if when is None:
        return True
    done = set(position.done)
    return (
        all(bounds.holds(position.mood.get(name, 0)) for name, bounds in when.mood.items())
        and all(_fact_is(position.facts.get(name, 0), want) for name, want in when.facts.items())
        and all(qualify(step, technique) in done for step in when.done)
        and not any(qualify(step, technique) in done for step in when.not_done)
        and set(when.been) <= set(position.been)
        and (not when.came or position.came in when.came)
    )


def _fact_is(value: int | bool, want: Range | bool) -> bool:
    return want.holds(int(value)) if isinstance(want, Range) else bool(value) == want


def destination(goto: Goto, position: Position, technique: str) -> str:
    """Return where a goto leads at `position`: the first route whose condition holds, else the last."""
    if isinstance(goto, str):
        return goto
    return next((route.to for route in goto if holds(route.when, position, technique)), goto[-1].to)


def moved(position: Position, moves: Mapping[str, int]) -> Position:
    """Return the position with its moods moved, each kept between -5 and 5."""
    mood = dict(position.mood)
    for name, by in moves.items():
        mood[name] = max(MOOD_FLOOR, min(MOOD_CEILING, mood.get(name, 0) + by))
    return replace(position, mood=mood)


def settled(position: Position, facts: Mapping[str, int | bool]) -> Position:
    """Return the position with facts settled."""
    return replace(position, facts={**position.facts, **facts}) if facts else position


def earned(position: Position, steps: Iterable[str]) -> Position:
    """Return the position with further steps earned, here and over all."""
    new = tuple(steps)
    return replace(position, done=_added(position.done, new), here=_added(position.here, new))


def _added(known: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return known + tuple(step for step in dict.fromkeys(new) if step not in known)
