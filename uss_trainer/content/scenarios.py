"""What a scenario holds; every field is explained where it stands."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from uss_trainer.content.golden import Tests
from uss_trainer.content.shapes import Fact, Id, Shape, StepRef, When, Words, YesNo
from uss_trainer.content.terms import (
    Cause,
    Level,
    Outcome,
    Relationship,
    Situation,
    Speaker,
    Timing,
)


class Raised(Shape):
    """An objection the customer raises in a line."""

    objection: Id
    """Its name in this scenario; a reply `handles` it by this name."""

    cause: Cause
    timing: Timing = "at-once"
    """When it should be dealt with; an author marks a reply that does otherwise `wrong-time`."""


class Line(Shape):
    """One thing the customer says; of a scene's lines the first whose `when` holds is said."""

    text: Words
    who: Words | None = None
    """Who speaks where it isn't the customer: an assistant, a colleague called in."""

    cue: Words | None = None
    """What can be heard or seen beside the words: a sigh, a glance at the clock."""

    when: When | None = None
    raises: list[Raised] = []
    signal: YesNo = False
    """Whether the line is a buying signal."""


class Route(Shape):
    """Where a reply leads when its condition holds; the first that holds is taken."""

    to: Id
    when: When | None = None


Goto = Id | list[Route]
"""A scene's or ending's id, or a list of routes tried in order."""


class Reply(Shape):
    """One listed answer of the trainee's and what its author says it does."""

    id: Id
    text: Words
    quality: int = Field(ge=0, le=3)
    """3 does what was due, well; 2 does it; 1 half or clumsily; 0 nothing or a serious fault."""

    steps: list[StepRef] = Field(default_factory=list)
    methods: list[Id] = Field(default_factory=list)
    faults: list[Id] = Field(default_factory=list)
    handles: Id | None = None
    """The objection this reply deals with."""

    speaker: Speaker = "S"
    mood: dict[str, int] = Field(default_factory=dict)
    """How each mood moves, such as `trust: 1`."""

    sets: dict[str, Fact] = Field(default_factory=dict)
    """Facts this reply settles."""

    when: When | None = None
    """When the reply is offered at all."""

    why: Words
    """Feedback: why this reply is worth what it is worth."""

    goto: Goto


class TypedRule(Shape):
    """A route for typed replies that comes before likeness to the listed ones."""

    steps: list[StepRef] = []
    """All must be in the judgement."""

    faults: list[Id] = []
    """All must be in the judgement."""

    when: When | None = None
    mood: dict[str, int] = {}
    sets: dict[str, Fact] = {}
    goto: Goto


class Otherwise(Shape):
    """Where the scene goes when typed replies have used up the customer's patience with it."""

    says: Words | None = None
    """What the customer says on the way."""

    mood: dict[str, int] = {}
    sets: dict[str, Fact] = {}
    goto: Goto


class Fits(Shape):
    """What and who suits this moment; a method used outside it earns no method fit."""

    methods: list[Id] = []
    timing: Timing | None = None
    speakers: list[Speaker] = []
    """Whose moment it is in a visit by a team; anybody else who speaks takes the wrong role."""


class Scene(Shape):
    """One moment of the conversation: the customer speaks, the trainee answers."""

    id: Id
    technique: Id | None = None
    """The technique practised here; None where it is the scenario's."""

    skip: list[Route] = []
    """Tried on the way in: the first route whose condition holds leads past this scene, so that
    what was said already isn't asked for."""

    says: list[Line] = Field(min_length=1)
    due: list[StepRef] = []
    """Steps a good answer performs here."""

    fits: Fits | None = None
    situations: list[Situation] = []
    speakers: list[Speaker] = ["S"]
    """Who of the selling team may speak."""

    hint: Words | None = None
    """What the trainer would whisper; without one the due steps are named."""

    replies: list[Reply] = Field(min_length=2, max_length=6)
    typed: list[TypedRule] = []
    otherwise: Otherwise


class Ending(Shape):
    """One way the conversation can close."""

    id: Id
    outcome: Outcome
    title: Words
    says: Words | None = None
    """The customer's last line."""

    who: Words | None = None
    """Who says it, where it isn't the customer."""

    cue: Words | None = None
    sets: dict[str, Fact] = {}
    debrief: Words
    """What a trainer would say about having come to this end."""


class Customer(Shape):
    """Whom the trainee talks to."""

    name: Words
    role: Words
    company: Words
    about: Words
    """Temper, situation and what is known beforehand: what a briefing would say."""


class Limits(Shape):
    """What the call or visit may cost."""

    talk_minutes: float | None = Field(default=None, gt=0, le=240)
    """Estimated speaking time of both sides; None takes the technique's own."""

    think_seconds: int = Field(default=90, ge=10, le=3600)
    """Thinking time a reply in self-check mode."""

    asks: int = Field(default=1, ge=1, le=5)
    """How often in one scene the customer asks again after a typed reply that earned nothing due;
    the next such reply takes the scene's `otherwise`."""


class Scenario(Shape):
    """A branching conversation with one customer."""

    format: Literal["scenario/1"]
    id: Id
    title: Words
    technique: Id
    level: Level
    relationship: Relationship
    customer: Customer
    briefing: Words
    goal: Words
    limits: Limits = Limits()
    mood: dict[str, int] = {"trust": 0, "interest": 0, "patience": 3}
    """Where each mood starts; moods run from -5 to 5."""

    facts: dict[str, Fact] = {}
    """What can be settled on the way, and how it stands at the start."""

    start: Id | None = None
    """The first scene; None where it is the first listed."""

    scenes: list[Scene] = Field(min_length=1)
    endings: list[Ending] = Field(min_length=1)
    tests: Tests = Tests()
    """Not part of what is played: editing a test makes no newer version."""

    def scene(self, scene_id: str) -> Scene | None:
        """Return the scene of that id, or None."""
        return next((scene for scene in self.scenes if scene.id == scene_id), None)

    def ending(self, ending_id: str) -> Ending | None:
        """Return the ending of that id, or None."""
        return next((ending for ending in self.endings if ending.id == ending_id), None)

    @property
    def first(self) -> str:
        """The id of the scene the conversation starts in."""
        return self.start or self.scenes[0].id
