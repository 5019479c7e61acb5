"""What a scenario promises: dialogues by choosing and typed replies with a trainer's judgement."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from uss_trainer.content.shapes import Id, Lang, Shape, StepRef


class Dialogue(Shape):
    """A way through the scenario by choosing, and what it must come to."""

    id: Id
    replies: list[Id] = Field(min_length=1)
    """The replies chosen, one a scene, from the first scene on."""

    ending: Id
    least: int = Field(default=0, ge=0, le=100)
    """The total must not be lower."""

    most: int = Field(default=100, ge=0, le=100)
    """The total must not be higher."""


class TypedTest(Shape):
    """A typed reply in a scene, and the judgement a trainer gave it before any grader did."""

    scene: Id
    kind: Literal["good", "weak", "opposite", "stuffed", "typos"]
    lang: Lang
    text: str = Field(min_length=1, max_length=2000)
    line: int | None = None
    """Which of the scene's lines it answers, counted from 1; None for the last, which always may
    be said."""

    steps: list[StepRef] = []
    methods: list[Id] | None = None
    """None where the methods aren't judged."""

    faults: list[Id] = []
    quality: int | None = Field(default=None, ge=0, le=3)
    known_miss: str = ""
    """Why the grader is known to judge otherwise; empty where it must not."""


class Tests(Shape):
    """What a scenario promises, played by `uss-trainer test`."""

    dialogues: list[Dialogue] = []
    typed: list[TypedTest] = []
