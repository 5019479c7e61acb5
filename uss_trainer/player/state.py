"""Where a conversation stands: frozen values that the store can write down and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from uss_trainer.grading.values import Exchange

Mode = Literal["guided", "typed", "self-check", "exam"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the scenario with everything that later lines and routes may depend on."""

    scene: str
    """The current scene; the last one where the conversation has ended."""

    ending: str = ""
    """The ending reached; empty while the conversation goes on."""

    mood: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, int | bool] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    """Steps earned so far, `technique/step`, in the order they were earned."""

    asked: int = 0
    """How often the customer has already asked again in this scene."""

    been: tuple[str, ...] = ()
    """Scenes answered in so far, in the order they were first left."""

    came: str = ""
    """The listed reply whose route led here, as `scene/reply`; empty where none did."""

    here: tuple[str, ...] = ()
    """Steps earned since this scene was entered."""

    missing: str = ""
    """The step the customer is asking for; empty where the scene's own line stands."""

    aside: str = ""
    """The scene whose `otherwise` led here: the customer says its words before the next line."""


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """What the customer says now, in one language."""

    text: str
    cue: str = ""
    who: str = ""
    """Who speaks; empty for the customer."""

    raises: tuple[str, ...] = ()
    """Objections raised, by name."""

    signal: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One customer line, the answer to it, and where that led."""

    number: int
    """From 1, counting undone turns too: the place among everything stored for the attempt."""

    scene: str
    exchange: Exchange
    cue: str
    """The non-verbal cue shown with the customer's line."""

    choice: str
    """Id of the reply chosen; empty where it was typed."""

    taken: str
    """Id of the listed reply whose route was taken; empty where none was."""

    agrees: bool
    """Whether the author's `why` fits: the reply was chosen, or its judgement and the listed reply
    whose route was taken name the same steps, faults and quality in nearly the same words."""

    moved: Mapping[str, int]
    """How each mood moved, only those that did."""

    after: Position
    at: str
    """When it was answered: ISO 8601, UTC."""

    who: str = ""
    """Who spoke the customer's line as shown; empty for the customer."""

    speaker: str = "S"
    """Who of the selling team answered: salesperson, consultant, manager."""


@dataclass(frozen=True, slots=True)
class State:
    """A conversation so far."""

    position: Position
    turns: tuple[Turn, ...] = ()
    """The turns that stand; undone ones are only in the store."""

    hinted_in: tuple[str, ...] = ()
    """Scenes whose hint was taken in the whole attempt, undone turns included."""

    @property
    def hints(self) -> int:
        """Hints that cost: one a scene, however often the scene comes back."""
        return len(self.hinted_in)

    @property
    def hinted(self) -> bool:
        """Whether the scene now waiting has had its hint."""
        return self.position.scene in self.hinted_in

    @property
    def ended(self) -> bool:
        """Whether an ending was reached."""
        return bool(self.position.ending)
