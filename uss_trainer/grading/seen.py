"""One reply on its way to a judgement: cut into stretches, then as the heads read it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uss_trainer.grading.firms import NOBODY, Firms
from uss_trainer.grading.masking import steady
from uss_trainer.grading.whole import MANNER, METHODS, SHAM, Shares, Whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.grading.evidence import Unit
    from uss_trainer.grading.features import Matrix


LEAD = 0.05
"""How much likelier than any step sham must be."""


@dataclass(frozen=True, slots=True)
class Read:
    """A reply cut into stretches, masked."""

    text: str
    units: Sequence[Unit]
    said: Sequence[str]
    """Each stretch, masked."""

    heard: str
    """The customer's line, masked; empty where none is given."""

    told: Sequence[float]
    """What tells speech from sham, `TELLS`."""

    firms: Firms

    @property
    def encoded(self) -> list[str]:
        """What the encoder gets: the stretches, then the customer's line."""
        return [steady(words) for words in [*self.said, *([self.heard] if self.heard else [])]]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the heads read of one reply's stretches, a row each."""

    text: str
    units: Sequence[Unit]
    table: Matrix
    shut: frozenset[str]
    """Steps the customer's line doesn't call for."""

    whole: Matrix
    """The one row by which the heads for whole replies judge."""

    manner: Shares = field(default_factory=dict)
    """How likely each fault, or sham, is by the whole reply."""

    does: Shares = field(default_factory=dict)
    """How likely each step is by the whole reply; empty where no such head was fitted."""

    uses: Shares = field(default_factory=dict)
    """The same of each method."""

    near: float = 0.0
    """Cosine of the reply and the customer's line."""

    answered: bool = False
    """Whether there is a customer's line."""
    firms: Firms = NOBODY


def marked(seen: Seen, whole: Whole, technique: str) -> Seen:
    """Return the reply with what it shows as a whole; every stretch of a sham one is struck.

    Sham is what looks clearly more like it than like any step: a step said as in the book names itself, too.
    """
    manner = whole.shares(MANNER, seen.whole)
    does, uses = (whole.shares(name, seen.whole) for name in (technique, f"{technique}{METHODS}"))
    sham = manner.get(SHAM, 0.0)
    likely = max(does.values(), default=0.0)
    struck = {SHAM} if sham >= max(whole.bar, likely + LEAD) else set()
    units = [replace(unit, guards=unit.guards - {SHAM} | struck) for unit in seen.units]
    return replace(seen, units=units, manner=manner, does=does, uses=uses)
