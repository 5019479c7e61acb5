"""The handbook: a page a technique, out of its rubric."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.errors import TrainerError, fail
from uss_trainer.i18n import Lang, say, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.rubrics import KeyPoint, Step
    from uss_trainer.content.shapes import Words

    Told = Callable[[Words], str]


@dataclass(frozen=True, slots=True)
class Title:
    """A page of the handbook."""

    technique: str
    name: str
    problem: str = ""
    """Why it can't be read; empty where it can."""


@dataclass(frozen=True, slots=True)
class StepPage:
    """A step, explained and shown."""

    name: str
    about: str
    notes: tuple[str, ...]
    """That it is a must; when it is waived; when it is owed."""

    criteria: tuple[str, ...]
    """What doing it well looks like."""

    good: tuple[str, ...]
    near_miss: str
    near_why: str


@dataclass(frozen=True, slots=True)
class MethodNote:
    """A taught way of doing a step."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Page:
    """A technique's page, in one language."""

    technique: str
    name: str
    purposes: tuple[str, ...]
    steps: tuple[StepPage, ...]
    methods: tuple[MethodNote, ...]
    key_points: tuple[str, ...]


def titles(desk: Desk, lang: Lang) -> tuple[Title, ...]:
    """Return the pages there are, in the manual's order."""
    return tuple(_title(desk, one, lang) for one in desk.library.techniques())


def _title(desk: Desk, technique: str, lang: Lang) -> Title:
    try:
        return Title(technique, desk.library.scoring.plain(technique).name.of(lang))
    except TrainerError as error:
        return Title(technique, technique, sentence(error.problem, lang))


def page(desk: Desk, technique: str, lang: Lang, me: str) -> Page:
    """Return a technique's page; TrainerError where its rubric is missing or broken."""
    from uss_trainer.content.names import fill

    library = desk.library
    if technique not in library.techniques():
        raise fail("handbook.no-page", technique=technique)
    rubric = library.scoring.plain(technique)
    company = library.company

    def told(words: Words) -> str:
        return fill(words.of(lang), company, me, lang)

    return Page(
        technique=technique,
        name=told(rubric.name),
        purposes=tuple(told(purpose) for purpose in rubric.purposes),
        steps=tuple(_step(step, told, lang) for step in rubric.steps),
        methods=tuple(MethodNote(told(one.name), told(one.about)) for one in rubric.methods),
        key_points=tuple(_key_point(point, told, lang) for point in rubric.key_points),
    )


def _step(step: Step, told: Told, lang: Lang) -> StepPage:
    notes = [say("handbook.must", lang)] if step.must else []
    if step.when_due:
        notes.append(told(step.when_due))
    if step.waived:
        notes.append(say(f"handbook.waived-{step.waived.relationship}", lang))
    near = step.near_miss
    return StepPage(
        name=told(step.name),
        about=told(step.about),
        notes=tuple(notes),
        criteria=tuple(told(criterion.name) for criterion in step.criteria),
        good=tuple(told(example) for example in step.good),
        near_miss=told(near.text) if near else "",
        near_why=told(near.why) if near else "",
    )


def _key_point(point: KeyPoint, told: Told, lang: Lang) -> str:
    how = "measured" if point.measure else "yourself"
    return f"{told(point.name)}{say(f'handbook.{how}', lang)}"
