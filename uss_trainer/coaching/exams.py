"""Exams: what is drawn, how far a self-rating lies off, who is ready; pure rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from uss_trainer.coaching.attempts import Attempt
from uss_trainer.coaching.people import ME

Stage = Literal["going", "to-rate", "rated"]
Ended = Literal["", "done", "time"]
Verdict = Literal["ready", "not-ready", "pending"]


@dataclass(frozen=True, slots=True)
class Part:
    """Conversations on one technique, of which some are drawn."""

    technique: str
    scenarios: tuple[str, ...]
    draw: int


@dataclass(frozen=True, slots=True)
class Rules:
    """How a pack is sat, as it was when an exam began."""

    pack: str
    title: Mapping[str, str]
    """By language."""

    parts: tuple[Part, ...]
    minutes: int
    pass_mark: float
    musts: tuple[str, ...]
    """Steps that have to be done wherever they are due, beside the rubrics' own."""

    tolerance: float
    """How far self-rating and result may lie apart on average, in points of 100 a step."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A conversation of an exam."""

    place: int
    """From 1, in the order of the exam."""

    technique: str
    """The technique it counts for."""

    scenario: str


def draw(rules: Rules, seed: int) -> tuple[Drawn, ...]:
    """Return the conversations that a seed draws, the same on every machine and for all time."""
    found = [
        (part.technique, scenario)
        for part in rules.parts
        for scenario in sorted(part.scenarios, key=lambda one: _lot(seed, part, one))[: part.draw]
    ]
    return tuple(Drawn(place, *one) for place, one in enumerate(found, 1))


def _lot(seed: int, part: Part, scenario: str) -> str:
    """Return what a scenario is sorted by; Python's own chance may change between its versions."""
    return sha256(f"{seed}/{part.technique}/{scenario}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Item:
    """A conversation drawn, with the content it plays on."""

    place: int
    technique: str
    scenario: str
    edition: str
    """Digest of the content."""

    attempt: str = ""
    """Empty until it is begun."""


@dataclass(frozen=True, slots=True)
class Exam:
    """One person sitting one exam once."""

    id: str
    """Begins with `exam-`, which no attempt's does."""

    pack: str
    sheet: str
    """Digest of the rules it is sat by."""

    seed: int
    lang: str
    me: str
    """The trainee's name as customers hear it."""

    started_at: str
    """ISO 8601, UTC."""

    ends_at: str
    """When its time is up, whatever happens in between."""

    person: str = ME
    assignment: str = ""
    breaks: int = 0
    """How often the program was left and the exam gone on with."""

    ended_at: str = ""
    ended_by: Ended = ""
    """Whether every conversation was finished or the time was up."""

    rated_at: str = ""
    """When its trainee rated themselves; empty while the result is still kept back."""

    total: float = 0.0
    total_if_open: float = 0.0
    verdict: str = ""

    @property
    def stage(self) -> Stage:
        """How far it is."""
        if not self.ended_at:
            return "going"
        return "rated" if self.rated_at else "to-rate"


def as_attempt(exam: Exam, mark: float) -> Attempt:
    """Return an exam as an attempt that an assignment counts: done where ready, pending where that
    is, else below whatever its total."""
    ready, pending = exam.verdict == "ready", exam.verdict == "pending"
    return Attempt(
        id=exam.id,
        scenario=exam.pack,
        pack=exam.pack,
        technique="",
        edition=exam.sheet,
        mode="exam",
        lang=exam.lang,
        seed=exam.seed,
        me=exam.me,
        started_at=exam.started_at,
        finished_at=exam.rated_at and exam.ended_at,
        total=exam.total,
        total_if_open=max(exam.total_if_open, mark, exam.total + 0.1) if pending else exam.total,
        passed=ready,
        person=exam.person,
        assignment=exam.assignment,
        missed_musts=0 if ready else 1,
    )


def waiting(exams: Sequence[Exam], pack: str) -> Exam | None:
    """Return the exam of a pack that is still to be gone on with or rated."""
    return next((one for one in reversed(exams) if one.pack == pack and one.stage != "rated"), None)
