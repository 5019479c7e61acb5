"""What a report on an exam holds: frozen values, in words."""

from __future__ import annotations

from dataclasses import dataclass

RATINGS = ("no", "partly", "yes")
"""Names of the ratings 0, 1, 2."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One criterion and how it came out."""

    held: str
    """`yes`, `no` or `open`."""

    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """How ready somebody is in one technique."""

    technique: str
    name: str
    verdict: str
    """`ready`, `not-ready` or `pending`."""

    word: str
    """The verdict in a word."""

    total: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step as rated and as it was done."""

    place: int
    name: str
    rating: str
    """In a word."""

    done: str
    off: int
    """How far the rating lies above the result, in points of 100; negative below."""

    open: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation of the exam."""

    place: int
    title: str
    attempt: str
    """Empty where it was never begun."""

    total: str
    finished: bool
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything about a rated exam, in one language."""

    exam: str
    title: str
    verdict: str
    head: str
    """The verdict in a sentence."""

    facts: tuple[str, ...]
    """When, how long, the seed, what brought it to its end."""

    parts: tuple[Part, ...]
    talks: tuple[Talk, ...]
    over: tuple[str, ...]
    """Steps rated better than they were done, the worst first."""

    under: tuple[str, ...]
    """Steps done better than rated."""

    bias: str
    """In a sentence how ratings and results lie apart; empty where nothing was rated."""
