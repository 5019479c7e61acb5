"""What a trainer says to a turn: comments, and corrections that stand beside the machine's judgement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.grading.values import Evidence, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uss_trainer.coaching.attempts import Attempt

LONGEST = 2000
"""Characters of a comment, or of the reason for a correction."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beside a turn; it never changes."""

    attempt: str
    turn: int
    """The turn's own number."""

    author: str
    """Id of who wrote it."""

    at: str
    """ISO 8601, UTC."""

    text: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a reply does, as a trainer reads it."""

    steps: tuple[str, ...] = ()
    """Whole names, `technique/step`, in the rubric's order."""

    methods: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    quality: int = 0
    """0 to 3."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A ruling on one turn; of several on the same turn the latest holds."""

    attempt: str
    turn: int
    """The turn's own number."""

    author: str
    at: str
    why: str
    ruling: Ruling | None
    """None takes the earlier ones back: the machine's judgement holds again."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """An attempt's result with the rulings on it counted."""

    total: float
    total_if_open: float
    band: str
    passed: bool
    missed_musts: int


def holding(corrections: Iterable[Correction]) -> dict[int, Correction]:
    """Return the correction that holds for each turn, by its number; they come oldest first."""
    last = {one.turn: one for one in corrections}
    return {turn: one for turn, one in last.items() if one.ruling is not None}


def corrected(judgement: Judgement, ruling: Ruling) -> Judgement:
    """Return a judgement that says what the ruling says; nothing in it is open any more.

    It counts as declared: a ruling doesn't tell in which order a reply's words do what they do.
    """
    return Judgement(
        technique=judgement.technique,
        source="declared",
        steps=_found(ruling.steps, (*judgement.steps, *judgement.open)),
        methods=_found(ruling.methods, judgement.methods),
        faults=_found(ruling.faults, (*judgement.faults, *judgement.suspected)),
        quality=ruling.quality,
    )


def _found(ids: Iterable[str], known: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence for each id, with the machine's words where it has seen the same."""
    seen = {one.id: one for one in known}
    return tuple(replace(seen.get(one, Evidence(one, 1.0)), confidence=1.0) for one in ids)


def as_ruled(attempts: Iterable[Attempt], ruled: Mapping[str, Ruled]) -> tuple[Attempt, ...]:
    """Return attempts with the result that counts: a trainer's ruling where there is one."""
    return tuple(
        replace(
            one,
            total=known.total,
            total_if_open=known.total_if_open,
            band=known.band,
            passed=known.passed,
            missed_musts=known.missed_musts,
        )
        if (known := ruled.get(one.id))
        else one
        for one in attempts
    )
