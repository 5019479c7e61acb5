"""Whether somebody is ready: score, must-have steps and how well they know themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uss_trainer.coaching.exams import Rules, Verdict

Held = Literal["yes", "no", "open"]
"""`open`: what nobody could grade decides."""

Rating = Literal[0, 1, 2]
NO, PARTLY, YES = 0, 1, 2
STEP = 50
"""Points of 100 between two neighbouring ratings."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A step that was due in one conversation: how it was done, and how its trainee thinks it was."""

    place: int
    """Which conversation of the exam, from 1."""

    technique: str
    """The technique that conversation counts for."""

    step: str
    rating: Rating
    done: Rating
    open: bool = False
    """Whether a ruling may still make it done."""

    @property
    def off(self) -> int:
        """How far the rating lies above the result (below where negative), in points of 100."""
        return (self.rating - self.done) * STEP


def done_as(quality: int) -> Rating:
    """Return how a step of that quality, 0 to 3, was done: well, partly or not."""
    return 2 if quality >= 2 else 1 if quality == 1 else 0


@dataclass(frozen=True, slots=True)
class Gap:
    """How far ratings and results lie apart, in points of 100 a step."""

    low: float
    """The mean distance, where everything open falls as rated."""

    high: float
    """The same where it falls the other way; equal to `low` where nothing is open."""

    bias: float
    """The mean of ratings above results, less those below; what is open is left out."""


def gap(rows: Sequence[Rated]) -> Gap:
    """Return how far ratings and results lie apart; nothing rated lies nowhere apart."""
    if not rows:
        return Gap(0.0, 0.0, 0.0)
    ends = [sorted((abs(one.off), abs(one.rating - YES) * STEP)) for one in rows if one.open]
    known = [one.off for one in rows if not one.open]
    sure = sum(map(abs, known))
    low, high = (sure + sum(pair[end] for pair in ends) for end in (0, 1))
    bias = sum(known) / len(known) if known else 0.0
    return Gap(round(low / len(rows), 1), round(high / len(rows), 1), round(bias, 1))


@dataclass(frozen=True, slots=True)
class Sat:
    """How one conversation of an exam came out."""

    place: int
    technique: str
    finished: bool
    total: float
    total_if_open: float
    missed: tuple[str, ...] = ()
    """Must-have steps that were due and weren't done, whatever a ruling says."""

    open: tuple[str, ...] = ()
    """Must-have steps that only a ruling can still make done."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """How ready somebody is in one technique, and why."""

    technique: str
    verdict: Verdict
    total: float
    total_if_open: float
    score: Held
    musts: Held
    calibration: Held
    gap: Gap
    missed: tuple[str, ...]
    open: tuple[str, ...]
    unfinished: int
    """Conversations that weren't finished in time."""


def readiness(
    rules: Rules, technique: str, sat: Iterable[Sat], rated: Iterable[Rated]
) -> Readiness:
    """Return how ready somebody is in a technique, from its conversations and ratings."""
    mine = [one for one in sat if one.technique == technique]
    rows = [one for one in rated if one.technique == technique]
    low = mean([one.total for one in mine])
    high = mean([one.total_if_open for one in mine])
    missed = tuple(dict.fromkeys(step for one in mine for step in one.missed))
    undecided = tuple(dict.fromkeys(step for one in mine for step in one.open))
    apart = gap(rows)
    held: tuple[Held, Held, Held] = (
        _within(low >= rules.pass_mark, high >= rules.pass_mark),
        _within(not (missed or undecided), not missed),
        _within(apart.high <= rules.tolerance, apart.low <= rules.tolerance),
    )
    return Readiness(
        technique,
        verdict_of(held),
        low,
        high,
        *held,
        gap=apart,
        missed=missed,
        open=undecided,
        unfinished=sum(not one.finished for one in mine),
    )


def _within(surely: bool, perhaps: bool) -> Held:
    return "yes" if surely else "open" if perhaps else "no"


def verdict_of(held: Iterable[Held]) -> Verdict:
    """Return what follows from criteria that all have to hold."""
    known = set(held)
    return "not-ready" if "no" in known else "pending" if "open" in known else "ready"


def together(parts: Iterable[Readiness]) -> Verdict:
    """Return the verdict on an exam: ready only where every technique is."""
    known = {one.verdict for one in parts}
    if "not-ready" in known or not known:
        return "not-ready"
    return "pending" if "pending" in known else "ready"


def mean(totals: Sequence[float]) -> float:
    """Return the mean of totals, one decimal; 0 where there is none."""
    return round(sum(totals) / len(totals), 1) if totals else 0.0
