"""What a drill holds: a short exercise of one kind; every field is explained where it stands."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from uss_trainer.content.shapes import Id, Shape, StepRef, Words, YesNo
from uss_trainer.content.terms import Level
from uss_trainer.content.topics import Topic

MOST = 9
"""Options or targets a drill may offer: each has a number key."""


class Item(Shape):
    """One thing to be put in order, chosen, matched or left out."""

    id: Id
    text: Words
    why: Words
    """Feedback: why it stands where it stands, or does or doesn't belong."""

    about: list[Topic] = []
    """What this item practises; what the result says to look up where it went wrong."""


class Option(Item):
    """An item that is to be chosen or left."""

    right: YesNo = False


class Part(Item):
    """A line that may belong into a letter or form."""

    belongs: YesNo = True


class Target(Shape):
    """One thing that items are matched with."""

    id: Id
    text: Words


class Pair(Item):
    """An item to be matched."""

    to: Id
    """The target it belongs to; several items may share one, and a target may have none."""


class DrillBase(Shape):
    """What drills of all kinds have."""

    format: Literal["drill/1"]
    id: Id
    title: Words
    level: Level
    about: list[Topic] = []
    """What the drill practises as a whole, beside what its items name."""

    situation: Words | None = None
    """The case, told before the task; None where the task says it all."""

    task: Words
    """What is to be done, in one or two sentences."""


class OrderDrill(DrillBase):
    """Put the items in order."""

    kind: Literal["order"]
    items: list[Item] = Field(min_length=3, max_length=20)
    """In the right order; they are shown shuffled."""


class MatchDrill(DrillBase):
    """Find for each item the target it belongs to."""

    kind: Literal["match"]
    targets: list[Target] = Field(min_length=2, max_length=MOST)
    """Shown as listed, each with a number."""

    items: list[Pair] = Field(min_length=2, max_length=20)


class ChooseDrill(DrillBase):
    """Choose what is right: one item or several."""

    kind: Literal["choose"]
    items: list[Option] = Field(min_length=2, max_length=MOST)


class PickDrill(DrillBase):
    """Pick the lines that belong, in their order: a letter, a form, an agenda."""

    kind: Literal["pick"]
    check: Words | None = None
    """The activity's check that the lines are judged by; shown with the task."""

    ordered: YesNo = True
    """Whether the order counts; where it doesn't, all points are for what belongs."""

    items: list[Part] = Field(min_length=3, max_length=20)
    """Lines that belong stand in their right order; the others anywhere between."""


class SayDrill(DrillBase):
    """Answer a customer's line in one's own words."""

    kind: Literal["say"]
    technique: Id
    """Whose grader judges the reply."""

    who: Words
    """Who speaks: name and role."""

    says: Words
    """The customer's line."""

    due: list[StepRef] = Field(min_length=1)
    """The steps the reply should perform."""

    example: Words
    """A good reply, shown afterwards."""

    why: Words
    """Feedback: what this moment asks for and why."""


Drill = OrderDrill | MatchDrill | ChooseDrill | PickDrill | SayDrill
ListDrill = OrderDrill | MatchDrill | ChooseDrill | PickDrill
"""A drill whose answer is made of its items."""

DRILLS: dict[str, type[DrillBase]] = {
    "order": OrderDrill,
    "match": MatchDrill,
    "choose": ChooseDrill,
    "pick": PickDrill,
    "say": SayDrill,
}


def wanted(drill: ListDrill) -> tuple[str, ...]:
    """Return the ids of the items that belong into the answer, in the file's order."""
    if isinstance(drill, ChooseDrill):
        return tuple(item.id for item in drill.items if item.right)
    if isinstance(drill, PickDrill):
        return tuple(item.id for item in drill.items if item.belongs)
    return tuple(item.id for item in drill.items)


def topics_of(drill: Drill) -> tuple[str, ...]:
    """Return what a drill and its items are about, each once."""
    own = [*drill.about, *([f"technique/{drill.technique}"] if isinstance(drill, SayDrill) else [])]
    items = [] if isinstance(drill, SayDrill) else [*drill.items]
    return tuple(dict.fromkeys([*own, *(one for item in items for one in item.about)]))
