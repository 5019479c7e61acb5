"""What the trainee is told before a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.steps import waived
from uss_trainer.i18n import Lang, say

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.rubrics import Rubric, Step
    from uss_trainer.content.shapes import Words

MODES = ("guided", "typed", "self-check")
"""The ways to play, easiest first."""


@dataclass(frozen=True, slots=True)
class StepNote:
    """A step this conversation may ask for."""

    name: str
    about: str
    note: str
    """Whether it is a must, left out here, or owed only at times; empty where none of these."""

    waived: bool = False


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to play."""

    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything the briefing shows, in one language."""

    scenario: str
    title: str
    technique: str
    """The technique's id, for the handbook."""

    kind: str
    """Technique, level and relationship in one line."""

    customer: str
    """Name, role and company in one line."""

    about: str
    situation: str
    goal: str
    steps: tuple[StepNote, ...]
    limits: tuple[str, ...]
    modes: tuple[Mode, ...]


def briefing(desk: Desk, scenario: str, lang: Lang, me: str, assignment: str = "") -> Briefing:
    """Return a scenario's briefing; TrainerError where it is unknown or has mistakes.

    For an assignment it is of the version given, and only its mode is offered.
    """
    if assignment:
        from uss_trainer.actions.assigned import given_edition

        edition, only = given_edition(desk, assignment, scenario)
    else:
        edition, only = desk.library.edition(scenario), ""
    return briefing_of(edition, lang, me, only)


def briefing_of(edition: Edition, lang: Lang, me: str, only: str = "") -> Briefing:
    """Return an edition's briefing, all modes offered or `only` one."""
    found = edition.scenario
    rubric = edition.rubrics[found.technique]

    def told(words: Words) -> str:
        from uss_trainer.content.names import fill

        return fill(words.of(lang), edition.company, me, lang)

    who = found.customer
    kind = (
        rubric.name.of(lang),
        say(f"home.level-{found.level}", lang),
        say(f"briefing.relationship-{found.relationship}", lang),
    )
    return Briefing(
        scenario=found.id,
        title=told(found.title),
        technique=found.technique,
        kind=" · ".join(kind),
        customer=say(
            "briefing.customer-line",
            lang,
            name=told(who.name),
            role=told(who.role),
            company=told(who.company),
        ),
        about=told(who.about),
        situation=told(found.briefing),
        goal=told(found.goal),
        steps=tuple(_step(step, edition, lang) for step in rubric.steps),
        limits=_limits(edition, rubric, lang),
        modes=tuple(
            Mode(mode, say(f"briefing.mode-{mode}", lang), say(f"briefing.about-{mode}", lang))
            for mode in MODES
            if only in ("", mode)
        ),
    )


def _step(step: Step, edition: Edition, lang: Lang) -> StepNote:
    left_out = waived(step, edition.scenario)
    if left_out:
        note = say("briefing.waived", lang)
    elif step.when_due:
        note = step.when_due.of(lang)
    else:
        note = say("briefing.must", lang) if step.must else ""
    return StepNote(step.name.of(lang), step.about.of(lang), note, left_out)


def _limits(edition: Edition, rubric: Rubric, lang: Lang) -> tuple[str, ...]:
    limits = edition.scenario.limits
    minutes = limits.talk_minutes or rubric.talk_minutes
    talk = (say("briefing.limit-talk", lang, minutes=f"{minutes:g}"),) if minutes else ()
    think = say("briefing.limit-think", lang, seconds=limits.think_seconds)
    patience = say("briefing.limit-patience", lang, times=limits.asks)
    return (*talk, patience, think)
