"""What a deal holds: visits, what each leaves behind, and where it leads; never a dialogue."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from uss_trainer.content.shapes import Fact, Id, Range, Shape, StepRef, Words, YesNo
from uss_trainer.content.terms import (
    Activity,
    Award,
    Decision,
    Level,
    Outcome,
    SalesMode,
    Speaker,
)


class DealWhen(Shape):
    """Conditions on a deal so far: every one given must hold; an empty `when` always holds."""

    ending: list[Id] = []
    """Endings of the visit just played, one of which was reached."""

    facts: dict[str, Range | YesNo] = {}
    """Facts within a range, or yes/no as stated."""

    mood: dict[str, Range] = {}
    """Moods within a range, as the visit just played left them."""

    done: list[StepRef] = []
    """Steps, by their whole names, that some visit has earned."""

    not_done: list[StepRef] = []
    """Steps, by their whole names, that no visit has earned."""

    been: list[Id] = []
    """Visits that must have been played by now."""

    score: Range | None = None
    """Total of the visit just played, 0 to 100."""

    visits: Range | None = None
    """How many visits have been played, repeated ones counted again."""

    day: Range | None = None
    """The day of the visit just played; the first visit is on day 1."""

    percent: Range | None = None
    """What the agreed price is of the list price, in per cent; 0 while none is agreed."""

    people: Range | None = None
    """How many of the selling team have spoken so far."""


class Answer(Shape):
    """What the customer agrees to where its condition holds."""

    when: DealWhen | None = None
    most: int = Field(ge=0, le=200)
    """The highest price accepted, in per cent of the list price."""

    says: Words
    """What the customer says to a price that is accepted."""


class Offer(Shape):
    """A price that the trainee fills in; the only way in which a price moves."""

    asks: Words
    """What is to be filled in, and what is known of it."""

    list_price: int = Field(gt=0, le=1_000_000_000)
    """What makes 100 per cent, in yuan."""

    least: int = Field(default=50, ge=0, le=200)
    """The lowest price that may be filled in, in per cent: what the company still signs."""

    most: int = Field(default=100, ge=1, le=200)
    """The highest, in per cent."""

    tries: int = Field(default=2, ge=1, le=5)
    """How many prices the customer listens to."""

    when: DealWhen | None = None
    """Whether a price is asked for at all; None where it always is."""

    accepts: list[Answer] = Field(min_length=1)
    """The first whose `when` holds says how much is accepted."""

    refuses: Words
    """What the customer says to a price that is too high."""


class Check(Shape):
    """One of the manual's checks on a visit, and how it is seen that the customer meets it."""

    when: DealWhen
    check: Words


class Way(Shape):
    """Where a visit leads when its condition holds; the first that holds is taken."""

    to: Id
    """A visit or an ending of the deal."""

    when: DealWhen | None = None
    days: int = Field(default=1, ge=0, le=90)
    """Days until the next visit."""

    decision: Decision | None = None
    """The decision point that is passed here."""

    answer: YesNo = True
    """What the customer's answer to the decision is."""

    says: Words | None = None
    """What becomes known between the visits: the coach's call, a letter."""


class Visit(Shape):
    """One visit: before, during, after, how it is verified and where it leads."""

    id: Id
    title: Words
    aim: Words
    activities: list[Activity] = Field(min_length=1)
    """The key activities practised."""

    turnaround: YesNo = False
    """Whether this visit turns the tables after a no."""

    tools: Words | None = None
    """What is taken along and sent afterwards."""

    before: list[Id] = []
    """Drills that prepare the visit."""

    play: Id
    """The scenario."""

    after: list[Id] = []
    """Drills that follow it up."""

    offer: Offer | None = None
    verified: list[Check] = Field(min_length=1)
    next: list[Way] = Field(min_length=1)


class Awarded(Shape):
    """A benchmark and what it takes."""

    award: Award
    when: DealWhen


class DealEnding(Shape):
    """One way a deal can close."""

    id: Id
    outcome: Outcome
    title: Words
    debrief: Words
    """What a trainer would say about having come to this end."""

    awards: list[Awarded] = []
    """The first whose `when` holds is given."""


class Deal(Shape):
    """A whole sale; the outcome of one visit is the starting point of the next."""

    format: Literal["deal/1"]
    id: Id
    title: Words
    mode: SalesMode
    level: Level
    customer: Words
    """Who buys: the company and its people, in one line."""

    briefing: Words
    goal: Words
    days: int = Field(ge=1, le=365)
    """Days the mode's standard leaves for it."""

    team: list[Speaker] = Field(default=["S"], min_length=1)
    """Who sells: salesperson, consultant, manager."""

    facts: dict[str, Fact] = {}
    """What visits hand on, and how it stands at the start; a scenario's fact of the same name
    begins as the deal has it."""

    mood: dict[str, int] = {}
    """Moods that visits hand on; those left out begin each visit as its scenario says."""

    visits: list[Visit] = Field(min_length=1)
    endings: list[DealEnding] = Field(min_length=1)

    def visit(self, visit_id: str) -> Visit | None:
        """Return the visit of that id, or None."""
        return next((visit for visit in self.visits if visit.id == visit_id), None)

    def ending(self, ending_id: str) -> DealEnding | None:
        """Return the ending of that id, or None."""
        return next((ending for ending in self.endings if ending.id == ending_id), None)

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The scenarios played, each once, in order of appearance."""
        return tuple(dict.fromkeys(visit.play for visit in self.visits))
