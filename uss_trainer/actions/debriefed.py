"""What a debrief holds: frozen values, figures already written out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from uss_trainer.actions.viewed import Past

Outcome = Literal["earned", "partly", "missed", "open", "extra"]
"""Whole weight, part of it, nothing, undecided, or performed where it wasn't due."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the total."""

    id: str
    """`coverage`, `order`, `methods` or `key-points`."""

    got: str
    of: str
    share: float
    """What was reached of it, 0 to 1."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """How one step fared."""

    name: str
    outcome: Outcome
    earned: str
    possible: str
    must: bool
    turn: int | None
    """Which turn earned it, counted from 1; None where none did."""

    words: str
    line: str
    """The rubric's sentence those words are most like; empty where none is near."""

    about: str
    """What performing it means."""

    example: str
    """What would have earned it, or more of it; empty where nothing was missing."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Points taken off."""

    name: str
    """The fault's name; empty for hints."""

    about: str
    points: int
    turn: int | None
    words: str


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A key point that can be measured."""

    name: str
    measure: str
    """`talk-minutes` or `talk-share`."""

    value: str
    limit: str
    met: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """A turn with what could have been said instead."""

    past: Past
    better: str
    """A listed reply of the best quality; empty where the answer was as good."""

    better_why: str
    said: tuple[str, ...] = ()
    """A trainer's ruling on it and comments, in words."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The result with trainers' rulings counted."""

    total: str
    band: str
    passed: bool
    undecided: bool = False
    """Whether turns that nobody has ruled on may still move it."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Something worth practising next."""

    name: str
    about: str
    example: str
    """A good example; empty for a fault."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything a trainer would say about an attempt."""

    attempt: str
    title: str
    customer: str
    mode: str
    finished: bool
    retry_of: str
    """The attempt it goes on from; empty where it began at the beginning."""

    retry_turn: int
    total: str
    """`82.5`, or `71–84.5` where something is still open."""

    band: str
    """The band's name, or lowest and highest where something is open."""

    passed: bool
    undecided: bool
    ending: str
    outcome: str
    """`won`, `partial` or `lost`; empty where the conversation hasn't ended."""

    ending_debrief: str
    parts: tuple[Part, ...]
    losses: tuple[Loss, ...]
    steps: tuple[StepResult, ...]
    missed_must: tuple[str, ...]
    performed: tuple[str, ...]
    """Steps by name in the order they were first performed."""

    out_of_order: tuple[str, ...]
    """Those of them that came at another place than the technique's."""

    key_points: tuple[KeyPoint, ...]
    ticks: tuple[str, ...]
    """Key points no text can show."""

    minutes: str
    share: int
    """The trainee's part of the talk, in per cent."""

    think_seconds: int
    turns: tuple[Noted, ...]
    weakest: int | None
    """Number of the turn most worth trying again; None where no turn stands."""

    lessons: tuple[Lesson, ...]
    harder: str
    """The next mode to try after a pass; empty where there is none."""
    ruling: Ruling | None = None
    """None while no trainer has ruled on a turn."""

    shared: bool | None = None
    """Whether its owner lets trainers read it; None where that isn't theirs to decide."""

    own: bool = True
    """Whether whoever reads it played it."""
