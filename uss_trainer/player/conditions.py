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
    mood, facts, done = position.mood, position.facts, position.done
    # Most conditions look at one thing only: what they don't look at is passed over at once.
    return (
        (not when.mood or all(b.holds(mood.get(name, 0)) for name, b in when.mood.items()))
        and (not when.facts or all(_fact_is(facts.get(n, 0), w) for n, w in when.facts.items()))
        and (not when.done or all(qualify(step, technique) in done for step in when.done))
        and not (when.not_done and any(qualify(step, technique) in done for step in when.not_done))
        and (not when.been or all(scene in position.been for scene in when.been))
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
    return replace(position, mood=shifted(position.mood, moves)) if moves else position


def shifted(mood: Mapping[str, int], moves: Mapping[str, int]) -> Mapping[str, int]:
    """Return moods moved, each kept between -5 and 5."""
    if not moves:
        return mood
    after = dict(mood)
    for name, by in moves.items():
        after[name] = max(MOOD_FLOOR, min(MOOD_CEILING, after.get(name, 0) + by))
    return after


def settled(position: Position, facts: Mapping[str, int | bool]) -> Position:
    """Return the position with facts settled."""
    return replace(position, facts={**position.facts, **facts}) if facts else position


def earned(position: Position, steps: Iterable[str]) -> Position:
    """Return the position with further steps earned, here and over all."""
    new = tuple(steps)
    if not new:
        return position
    return replace(position, done=added(position.done, new), here=added(position.here, new))


def added(known: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is known and what is new of it, each once, in the order it came."""
    if not new:
        return known
    fresh = [one for one in dict.fromkeys(new) if one not in known]
    return (*known, *fresh) if fresh else known
