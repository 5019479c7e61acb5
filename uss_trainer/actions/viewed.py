"""What *Play* shows, as frozen values, figures already written out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from uss_trainer.actions.feedback import Feedback
    from uss_trainer.player.scene import Choice

StepState = Literal["done", "now", "later", "waived"]


@dataclass(frozen=True, slots=True)
class Past:
    """A turn that stands: what was said and what the answer did."""

    number: int
    """The turn's own number, by which to rewind or retry."""

    place: int
    """Its place among the turns that stand, from 1: what a person counts."""

    customer: str
    cue: str
    who: str
    """Who spoke on the other side; empty for the customer."""

    reply: str
    """As chosen or typed, the rest of a very long one left out; empty where it was silence."""

    feedback: Feedback
    speaker: str = ""
    """Who of the selling team answered, in words; empty where there was nobody else."""


@dataclass(frozen=True, slots=True)
class MeterStep:
    """One step of the technique and how it stands."""

    name: str
    state: StepState
    must: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """The talk so far."""

    minutes: str
    limit: str
    """Minutes the conversation may take; empty where nothing limits it."""

    share: int
    """The trainee's part, in per cent."""

    over: bool


@dataclass(frozen=True, slots=True)
class Hint:
    """What the trainer would whisper."""

    cost: int
    """Points it takes off; 0 where it has been paid for."""

    text: str
    """Empty until it is taken."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What stands before the trainee now."""

    title: str
    mode: str
    customer: str
    """The customer's name."""

    me: str
    past: tuple[Past, ...]
    line: str
    """What the customer says now; the farewell where the conversation has ended."""

    who: str
    """Who says it."""

    cue: str
    choices: tuple[Choice, ...]
    """Listed replies in their shuffled order; empty where one types, or after the end."""

    meter: tuple[MeterStep, ...]
    talk: Talk
    hint: Hint | None
    """None where the mode gives none."""

    may_rewind: bool
    may_look_up: bool
    """Whether the handbook may be opened meanwhile."""

    technique: str
    think_seconds: int | None
    """Seconds to think about this reply; None where there is no limit."""

    ending: str
    """The title of the ending reached; empty while the conversation goes on."""

    team: tuple[str, ...] = ()
    """Who of the selling team may speak now, in words; empty where there is no choice."""

    judged: bool = True
    """Whether it is shown what each answer did; in an exam it isn't."""

    @property
    def ended(self) -> bool:
        """Whether the conversation is over."""
        return bool(self.ending)

    @property
    def typed(self) -> bool:
        """Whether a reply is to be typed now."""
        return not self.choices and not self.ended

    def allows(self, action: str) -> bool:
        """Return whether something can be done now; anything not named here always can."""
        allowed = {
            "choose": bool(self.choices),
            "move": bool(self.choices),
            "hint": self.hint is not None and not self.hint.text,
            "rewind": self.may_rewind,
            "handbook": self.may_look_up,
            "debrief": self.ended,
        }
        return allowed.get(action, True)
