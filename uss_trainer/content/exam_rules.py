"""What an exam asks: every field is explained where it stands."""

from __future__ import annotations

from pydantic import Field

from uss_trainer.content.shapes import Id, Shape, StepRef, YesNo


class PoolPart(Shape):
    """Conversations on one technique, of which some are drawn."""

    technique: Id
    scenarios: list[Id] = Field(min_length=1)
    """Ids of scenarios, of this pack or any other."""

    draw: int = Field(default=1, ge=1, le=20)
    """How many of them are drawn."""


class ExamRules(Shape):
    """How a pack is sat as an exam."""

    hidden: YesNo = True
    """Whether neither the exam nor the pack's own scenarios stand on Home."""

    pool: list[PoolPart] = Field(min_length=1, max_length=20)
    """What is drawn from, technique by technique, in the order of the exam."""

    minutes: int = Field(ge=1, le=600)
    """Time for all of it, from the beginning on, whatever happens in between."""

    pass_mark: float = Field(default=80, ge=0, le=100)
    """The total to reach in each technique."""

    musts: list[StepRef] = []
    """Steps, `technique/step`, that have to be done wherever they are due, beside the rubrics' own."""

    tolerance: float = Field(default=20, ge=0, le=100)
    """How far self-rating and result may lie apart on average, in points of 100 a step."""
