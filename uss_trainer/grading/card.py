"""What a scorecard holds: frozen values, every part with its why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class StepScore:
    """How one due or performed step fared over the whole conversation."""

    step: str
    due: bool
    weight: int
    quality: int
    """Of the best turn that performed it; 0 where none did."""

    earned: float
    """Points of coverage it brought."""

    possible: float
    """Points of coverage it could bring; 0 where it wasn't due."""

    turn: int | None = None
    """Place of that best turn among the exchanges, from 0."""

    words: str = ""
    """The words that earned it."""

    line: str = ""
    """The rubric line they are most like."""

    must: bool = False
    open: bool = False
    """Whether an undecided turn may still earn it."""


@dataclass(frozen=True, slots=True)
class Deduction:
    """Points lost to a fault or hints."""

    kind: Literal["fault", "hint"]
    id: str
    """The fault's id; `hint` for hints."""

    points: int
    turn: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class KeyPointScore:
    """One measurable key point."""

    id: str
    value: float
    limit: float
    met: bool


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A whole conversation's score, every part with its why."""

    technique: str
    total: float
    """0 to 100, one decimal; the lower bound where something is open."""

    total_if_open: float
    """The total if everything open were accepted; equals `total` where nothing is."""

    band: str
    """Id of the band of `total`, after the cap for missed must-have steps."""

    passed: bool
    coverage: float
    coverage_of: float
    order: float
    order_of: float
    methods: float
    methods_of: float
    key_points: float
    key_points_of: float
    steps: tuple[StepScore, ...]
    """In the rubrics' order: every due step, then performed ones that weren't due."""

    performed: tuple[str, ...]
    """Steps in the order they were first performed."""

    in_order: tuple[str, ...]
    """The longest run of `performed` that follows the rubric's order."""

    key_point_scores: tuple[KeyPointScore, ...]
    deductions: tuple[Deduction, ...]
    missed_must: tuple[str, ...]
    talk_minutes: float
    talk_share: float
    """The trainee's part of the talk, 0 to 1."""

    think_seconds: float
    open_turns: tuple[int, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
