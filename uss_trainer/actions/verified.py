"""What grading an attempt again gives: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.grading.values import Judgement

Kind = Literal["typed", "chosen", "silent"]
CLOSE = 0.002
"""Distance to a bar at which a turn hangs by a thread: twice the last decimal of a probability."""


@dataclass(frozen=True, slots=True)
class Version:
    """Something a judgement depends on that isn't what it was."""

    part: str
    """`grader`, `rubric`, `head`, `encoder`, `weights` or `content`."""

    of: str
    """The technique, or the piece of content."""

    stored: str
    now: str


@dataclass(frozen=True, slots=True)
class Again:
    """One turn, judged again."""

    number: int
    """The turn's own number."""

    place: int
    """Its place among the turns that stand, from 1."""

    kind: Kind
    stored: Judgement
    now: Judgement
    differs: tuple[str, ...]
    """What comes out otherwise: `steps`, `methods`, `faults`, `suspected`, `open`, `quality`,
    `reason`, `guards`, `words` (which words are shown) or `lines` (like which rubric line)."""

    margin: float | None
    """How far the nearest probability is from a bar; None where nothing was weighed."""

    @property
    def close(self) -> bool:
        """Whether it hangs by a thread."""
        return self.margin is not None and self.margin <= CLOSE


@dataclass(frozen=True, slots=True)
class Verified:
    """An attempt, graded again out of what is stored with it."""

    attempt: str
    stored: Scorecard
    now: Scorecard
    differs: tuple[str, ...]
    """The card's parts that come out otherwise; `result` where the total kept with the attempt
    isn't that of its own turns."""

    turns: tuple[Again, ...]
    versions: tuple[Version, ...]

    @property
    def identical(self) -> bool:
        """Whether everything came out as it is stored."""
        return not self.differs and not any(turn.differs for turn in self.turns)
