"""What a rubric, its lines, the fault catalogue and the scale hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from uss_trainer.content.shapes import Id, Lang, Shape, Words, YesNo
from uss_trainer.content.terms import Relationship

Surface = Literal["time", "question", "thanks", "name", "company", "number", "polite", "choice"]
"""Signs on the face of a reply that the grader finds without a model."""


def _line(value: object) -> object:
    """A bare sentence is a line with nothing but its text."""
    return {"text": value} if isinstance(value, str) else value


class RubricLine(Shape):
    """One natural utterance: what trains the grader and what an explanation quotes."""

    text: str = Field(min_length=1, max_length=400)
    after: str = ""
    """The customer's line it answers, where that matters."""

    also: list[Id] = []
    """Further steps the same breath performs."""

    like: Id | None = None
    """On a line that performs nothing: the step it could be mistaken for; among the fault
    catalogue's lines the fault."""

    technique: Id | None = None
    """On a line of the fault catalogue: the technique in whose conversation it was said."""


Lines = list[Annotated[RubricLine, BeforeValidator(_line)]]


class RubricLines(Shape):
    """The lines of one technique in one language (`phone.lines.zh.yaml`).

    Those of the technique `faults` are shared by all: they teach what goes wrong anywhere.
    """

    format: Literal["lines/1"]
    technique: Id
    language: Lang
    steps: dict[Id, Lines] = {}
    methods: dict[Id, Lines] = {}
    faults: dict[Id, Lines] = {}
    none: Lines = []


class Cue(Shape):
    """What to look for: any of the words, or any of the surface signs."""

    zh: list[str] = []
    en: list[str] = []
    surface: list[Surface] = []


class Criterion(Shape):
    """A yes/no question on how well a step was done."""

    id: Id
    name: Words
    cue: Cue


class NearMiss(Shape):
    """A reply that sounds like the step and isn't."""

    text: Words
    why: Words


class Waived(Shape):
    """When a step need not be done."""

    relationship: Relationship


class Step(Shape):
    """One step of a technique, in the manual's order."""

    id: Id
    name: Words
    about: Words
    """What performing it means, in a sentence."""

    weight: int = Field(default=1, ge=1, le=10)
    must: YesNo = False
    """Whether missing it keeps the band below *pass* when it was due."""

    waived: Waived | None = None
    when_due: Words | None = None
    """When it is owed at all, where that isn't always."""

    again: YesNo = False
    """Whether it is owed anew each time it is due, as an answer to a new objection is; otherwise a
    customer doesn't ask for what was said before."""

    criteria: list[Criterion] = Field(default=[], max_length=4)
    prompts: list[Words] = Field(min_length=1)
    """What a customer says when this step is still missing."""

    good: list[Words] = []
    near_miss: NearMiss | None = None


class Method(Shape):
    """A taught way of doing one step, such as a closing method."""

    id: Id
    name: Words
    about: Words
    step: Id
    """The step it is a way of doing."""

    performs: YesNo = True
    """Whether using it does the step; a situation question prepares one and does none."""


class Borrow(Shape):
    """Lines of another technique that perform a step here, as its questions do in a visit."""

    technique: Id
    headings: list[Id] = Field(min_length=1)
    """Steps and methods of that technique."""

    step: Id | None = None
    """The step they perform here; None where they perform none."""

    most: int = Field(default=30, ge=1, le=500)
    """How many of each heading and language, evenly chosen."""


class KeyPoint(Shape):
    """A key point of the technique: measured in the text, or ticked by the trainee."""

    id: Id
    name: Words
    measure: Literal["talk-minutes", "talk-share"] | None = None
    """What is measured; None for what no text can show (a smile, the pace)."""

    max: float | None = None
    """Highest value that meets it: minutes, or the trainee's share of the talk (0 to 1)."""


class Rubric(Shape):
    """How one technique is taught and graded (`phone.yaml`)."""

    format: Literal["rubric/1"]
    technique: Id
    name: Words
    purposes: list[Words]
    steps: list[Step] = Field(min_length=1)
    methods: list[Method] = []
    loops: list[list[Id]] = []
    """Runs of steps the manual lets repeat before going on; they don't count against order."""

    key_points: list[KeyPoint] = []
    talk_minutes: float | None = None
    """The limit the manual sets on the conversation; None where it sets none."""

    borrows: list[Borrow] = []
    lines: list[RubricLines] = []
    """Lines kept in the rubric itself; usually they stand in `….lines.zh.yaml` beside it."""

    def step(self, step_id: str) -> Step | None:
        """Return the step of that short id, or None."""
        return next((step for step in self.steps if step.id == step_id), None)


class Fault(Shape):
    """One entry of the fault catalogue."""

    id: Id
    name: Words
    about: Words
    """What it goes against."""

    severity: Literal["minor", "serious"]


class Faults(Shape):
    """The fault catalogue (`faults.yaml`), shared by all techniques."""

    format: Literal["faults/1"]
    faults: list[Fault]


class Band(Shape):
    """A named stretch of the total."""

    id: Id
    name: Words
    least: int = Field(ge=0, le=100)
    """Lowest total in the band."""

    passes: YesNo = False


class Scale(Shape):
    """All numbers of the total (`scale.yaml`); `docs/scoring.md` works one out by hand."""

    format: Literal["scale/1"]
    coverage: int
    order: int
    methods: int
    key_points: int
    quality: list[float] = Field(min_length=4, max_length=4)
    """Share of a step's weight earned at quality 0, 1, 2, 3."""

    minor: int
    serious: int
    hint: int
    belongs: int = Field(default=70, ge=0, le=100)
    """Of the 100 points of a `pick` drill those for which lines belong; the rest is for their order."""

    zh_per_minute: int
    """Chinese characters spoken in a minute."""

    en_per_minute: int
    """English words spoken in a minute."""

    bands: list[Band]
