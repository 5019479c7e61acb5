"""What scoring a real call gives: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uss_trainer.content.edition import Yardstick
    from uss_trainer.grading.alignment import Visit
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.grading.values import Exchange
    from uss_trainer.player.transcript import Moment, Transcript


@dataclass(frozen=True, slots=True)
class Owed:
    """A step that isn't always owed, and whether this call owes it."""

    step: str
    why: str
    """`called`: the customer's words call for it; `done`: the salesperson did it; `not-called`:
    nothing calls for it; `unknown`: this rubric can't tell, and it wasn't done."""

    moment: int | None = None
    """Where the customer's words first call for it."""

    @property
    def due(self) -> bool:
        """Whether it counts."""
        return self.why in ("called", "done")


@dataclass(frozen=True, slots=True)
class Missing:
    """A step that was due and nobody performed."""

    step: str
    first: int
    """The first moment at which it would have come in order."""

    last: int


@dataclass(frozen=True, slots=True)
class Talked:
    """How long both sides spoke."""

    sales: float
    """Seconds."""

    customer: float
    measured: bool
    """Whether the file tells the times; else they are estimated from the words."""

    longest: int | None
    """The moment with the salesperson's longest speech."""

    longest_seconds: float

    @property
    def share(self) -> float:
        """The salesperson's part, 0 to 1."""
        both = self.sales + self.customer
        return self.sales / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Call:
    """A real call, graded."""

    where: str
    transcript: Transcript
    selling: frozenset[str]
    yardstick: Yardstick
    moments: tuple[Moment, ...]
    exchanges: tuple[Exchange, ...]
    """One a moment, in its order; the last may have no reply."""

    card: Scorecard
    path: tuple[Visit, ...]
    missing: tuple[Missing, ...]
    out_of_order: tuple[str, ...]
    owed: tuple[Owed, ...]
    waived: tuple[str, ...]
    talked: Talked

    @property
    def technique(self) -> str:
        """The technique it was measured by."""
        return next(iter(self.yardstick.rubrics))
