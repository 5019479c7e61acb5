"""Where a deal stands, and whether a deal's `when` holds there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uss_trainer.content.shapes import Range

if TYPE_CHECKING:
    from uss_trainer.content.deals import DealWhen


@dataclass(frozen=True, slots=True)
class Came:
    """What one visit came to."""

    ending: str
    """The scenario's ending."""

    score: float
    """Total, 0 to 100; the lower bound where something is open."""

    facts: Mapping[str, int | bool] = field(default_factory=dict)
    mood: Mapping[str, int] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    """Steps earned, `technique/step`."""

    people: tuple[str, ...] = ("S",)
    """Who of the selling team spoke."""

    attempt: str = ""


@dataclass(frozen=True, slots=True)
class Priced:
    """A price filled in and the answer to it."""

    price: int
    """In yuan."""

    percent: int
    """Of the list price, whole per cents, rounded down."""

    agreed: bool
    answer: int = -1
    """Place of the answer among the offer's `accepts`; -1 where it was refused."""


@dataclass(frozen=True, slots=True)
class Played:
    """A visit that is over."""

    visit: str
    day: int
    came: Came
    verified: tuple[bool, ...]
    """Which of the visit's checks are met."""

    prices: tuple[Priced, ...] = ()
    way: int = -1
    """Place of the way taken among the visit's `next`; -1 while a price is to be filled in."""


@dataclass(frozen=True, slots=True)
class DealState:
    """A deal so far."""

    at: str
    """The visit that is next or being played; the last one where the deal is over."""

    day: int = 1
    """The day of that visit."""

    facts: Mapping[str, int | bool] = field(default_factory=dict)
    mood: Mapping[str, int] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    percent: int = 0
    """What the agreed price is of the list price; 0 while none is agreed."""

    past: tuple[Played, ...] = ()
    ending: str = ""
    award: str = ""

    @property
    def pricing(self) -> bool:
        """Whether a price is to be filled in now."""
        return bool(self.past) and self.past[-1].way < 0

    @property
    def over(self) -> bool:
        """Whether an ending was reached."""
        return bool(self.ending)


def holds(when: DealWhen | None, state: DealState) -> bool:
    """Return whether every condition holds after the visit last played."""
    if when is None:
        return True
    last = state.past[-1] if state.past else None
    figures = (
        (when.score, int(last.came.score) if last else 0),
        (when.visits, len(state.past)),
        (when.day, last.day if last else state.day),
        (when.percent, state.percent),
        (when.people, len(state.people)),
    )
    mood = {**(last.came.mood if last else {}), **state.mood}
    return (
        (not when.ending or (last is not None and last.came.ending in when.ending))
        and all(_fact_is(state.facts.get(name, 0), want) for name, want in when.facts.items())
        and all(want.holds(mood.get(name, 0)) for name, want in when.mood.items())
        and set(when.done) <= set(state.done)
        and not set(when.not_done) & set(state.done)
        and set(when.been) <= {played.visit for played in state.past}
        and all(want is None or want.holds(value) for want, value in figures)
    )


def _fact_is(value: int | bool, want: Range | bool) -> bool:
    return want.holds(int(value)) if isinstance(want, Range) else bool(value) == want
