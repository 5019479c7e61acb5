"""Figures that the desk shows, counted and summed by the database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How items stand, of one assignment or one person."""

    of: str
    """Id of the assignment or person."""

    given: int
    """Items times people."""

    done: int
    pending: int
    failed: int
    below: int
    begun: int
    overdue: int = 0
    """Items whose last day is over and that are neither done nor pending."""

    @property
    def open(self) -> int:
        """Items nobody has begun."""
        return self.given - self.done - self.pending - self.failed - self.below - self.begun


@dataclass(frozen=True, slots=True)
class Heat:
    """How much of what was due was earned."""

    row: str
    """Id of the person, or the step's whole name."""

    column: str
    """The technique, or the team's id; empty for everybody."""

    earned: float
    possible: float
    times: int
    """How often a step was due."""

    @property
    def share(self) -> float:
        """The share earned, 0 to 1."""
        return self.earned / self.possible if self.possible else 0.0


@dataclass(frozen=True, slots=True)
class Practice:
    """What somebody did of their own accord."""

    attempts: int = 0
    shared: int = 0
    """Those of them that trainers may read."""

    drills: int = 0
