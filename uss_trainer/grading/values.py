"""What grading says: frozen values with no model, no numpy and no rapidfuzz behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Source = Literal["declared", "typed"]
Reason = Literal["", "encoder-missing", "too-long", "other-language", "uncertain"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step, method or fault found in a reply, and what shows it."""

    id: str
    """A step as `phone/introduce-self`; a method or fault by its own id."""

    confidence: float
    """Calibrated probability, 0 to 1, three decimals; 1.0 where the author declared it."""

    start: int = 0
    """Where the words that show it begin in the reply as typed."""

    end: int = 0
    """Where they end; equal to `start` where no words could be found."""

    line: str = ""
    """The rubric line those words are most like; empty where none is near."""

    likeness: float = 0.0
    """rapidfuzz likeness of words and line, 0 to 100."""

    met: tuple[str, ...] = ()
    """Ids of the step's criteria that the reply meets."""

    missed: tuple[str, ...] = ()
    """Ids of the step's criteria that it doesn't."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one reply does, read as a trainer would."""

    technique: str
    source: Source
    steps: tuple[Evidence, ...] = ()
    """In the rubric's order."""

    methods: tuple[Evidence, ...] = ()
    faults: tuple[Evidence, ...] = ()
    suspected: tuple[Evidence, ...] = ()
    """Faults below the bar at which they cost points: shown as a hint."""

    open: tuple[Evidence, ...] = ()
    """Steps too close to the threshold to call: nothing for now, a trainer's ruling closes them."""

    quality: int = 0
    """0 to 3, as in `docs/scoring.md`."""

    because: tuple[str, ...] = ()
    """What moved the quality most: `size-`, `criteria+`, …; empty where an author declared it."""

    reason: Reason = ""
    """Why the reply, or a part of it, can't be graded; empty where it can."""

    guards: tuple[str, ...] = ()
    """Which guards kept words from counting: `copied-customer`, `titles`, `announced`, …"""

    version: str = ""
    """Grader, rubric, head and encoder that judged, as one comparable text."""

    @property
    def gradable(self) -> bool:
        """Whether everything in the reply could be judged."""
        return not self.reason

    @property
    def step_ids(self) -> tuple[str, ...]:
        """The steps performed, in the rubric's order."""
        return tuple(evidence.id for evidence in self.steps)

    @property
    def fault_ids(self) -> tuple[str, ...]:
        """The faults committed."""
        return tuple(evidence.id for evidence in self.faults)

    @property
    def method_ids(self) -> tuple[str, ...]:
        """The methods used."""
        return tuple(evidence.id for evidence in self.methods)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A customer's line and the reply to it: all that a score needs to know of a turn."""

    customer: str
    """The customer's line as shown."""

    reply: str
    """The reply as shown or typed."""

    judgement: Judgement
    due: tuple[str, ...] = ()
    """Steps a good answer performs here, `technique/step`, waived ones left out."""

    fits: tuple[str, ...] = ()
    """Methods that suit the moment; empty where the author names none."""

    owed: tuple[str, ...] = ()
    """Steps of scenes that this reply's own fault skipped; they stay due."""

    seconds: float = 0.0
    """Thinking time, shown apart from talk time."""
