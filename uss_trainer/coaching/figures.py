"""Figures summed over many attempts: values that reports and the trainer's desk show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Which finished attempts are counted: what was assigned, sat in an exam or shared, and all of
    the reader's own.

    Retries never count, and an exam only once its trainee has rated themselves. Free practice of
    others is counted by `practised`, and by nothing else.
    """

    reader: str
    """Id of whose own practice counts too; empty for nobody's."""

    person: str = ""
    """Only this person's; empty for everybody's."""

    team: str = ""
    """Only of this team's members; empty for all."""

    pack: str = ""
    """Only of this pack's scenarios; empty for all."""


@dataclass(frozen=True, slots=True)
class Done:
    """Attempts summed for one key."""

    key: str
    """A scenario, a technique, or a month such as `2026-03`."""

    attempts: int
    people: int
    passed: int
    mean: float
    """Mean of the totals, 0 to 100, one decimal."""

    best: float
    last: str = ""
    """When the latest was finished; ISO 8601, UTC."""

    @property
    def pass_share(self) -> float:
        """Share of attempts that passed, 0 to 1."""
        return self.passed / self.attempts if self.attempts else 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a heat map."""

    row: str
    column: str
    share: float
    """0 to 1: mean total out of 100, or what was earned of what steps could bring."""

    attempts: int


@dataclass(frozen=True, slots=True)
class StepSum:
    """How one step went wherever it was due."""

    step: str
    """`technique/step`."""

    due: int
    """Attempts in which it was due."""

    done: int
    """Attempts in which it was performed when due."""

    share: float
    """What it earned of what it could bring, 0 to 1."""


@dataclass(frozen=True, slots=True)
class ReplyCount:
    """How often a listed reply was chosen."""

    scenario: str
    scene: str
    reply: str
    """Empty for replies that were typed."""

    chosen: int
    total: float
    """Mean total of the attempts it was chosen in."""


@dataclass(frozen=True, slots=True)
class TurnFigure:
    """What is kept of a turn that stands, for counting."""

    scene: str
    choice: str
    """The listed reply that was chosen; empty where one was typed."""

    quality: int
    seconds: float
    """Thinking time."""
