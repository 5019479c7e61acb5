"""What the trainee is told before a conversation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.coaching.people import ME
from uss_trainer.content.steps import waived
from uss_trainer.errors import TrainerError
from uss_trainer.i18n import Lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.rubrics import Rubric, Step
    from uss_trainer.content.scenarios import Scenario
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
    tree: bool = False
    """Whether the scenario's tree may be looked at."""


def briefing(desk: Desk, scenario: str, lang: Lang, me: str, assignment: str = "") -> Briefing:
    """Return a scenario's briefing; TrainerError where it is unknown or has mistakes.

    For an assignment it is of the version given, and only its mode is offered.
    """
    if assignment:
        from uss_trainer.actions.assigned import given_edition

        edition, only = given_edition(desk, assignment, scenario)
    else:
        edition, only = desk.library.edition(scenario), ""
    modes = tuple(mode for mode in MODES if only in ("", mode))
    told = told_by(edition, lang, me, modes)
    return replace(told, tree="guided" in modes and may_see_tree(desk, scenario))


def told_by(edition: Edition, lang: Lang, me: str, modes: Iterable[str] = ()) -> Briefing:
    """Return an edition's briefing with these modes on offer."""
    from uss_trainer.content.names import fill

    def told(words: Words) -> str:
        return fill(words.of(lang), edition.company, me, lang)

    found, rubric = edition.scenario, edition.rubrics[edition.scenario.technique]
    who = {part: told(getattr(found.customer, part)) for part in ("name", "role", "company")}
    return Briefing(
        scenario=found.id,
        title=told(found.title),
        technique=found.technique,
        kind=_kind(found, rubric, lang),
        customer=say("briefing.customer-line", lang, **who),
        about=told(found.customer.about),
        situation=told(found.briefing),
        goal=told(found.goal),
        steps=tuple(_step(step, edition, lang) for step in rubric.steps),
        limits=_limits(edition, rubric, lang),
        modes=tuple(_mode(mode, lang) for mode in modes),
    )


def may_see_tree(desk: Desk, scenario: str) -> bool:
    """Return whether whoever acts may see where each reply of a scenario leads.

    It gives all answers away: it is for named trainers and for whoever has played to an end.
    """
    from uss_trainer.store.attempts import all_attempts

    try:
        person = desk.actor
        if person.id != ME and person.may("results"):
            return True
        played = all_attempts(desk.database, person.id, scenario=scenario)
    except TrainerError:
        return False  # What is wrong with the database is told where it keeps one from playing.
    return any(attempt.finished_at for attempt in played)


def _mode(mode: str, lang: Lang) -> Mode:
    return Mode(mode, say(f"briefing.mode-{mode}", lang), say(f"briefing.about-{mode}", lang))


def _kind(found: Scenario, rubric: Rubric, lang: Lang) -> str:
    level = say(f"home.level-{found.level}", lang)
    return " · ".join(
        (rubric.name.of(lang), level, say(f"briefing.relationship-{found.relationship}", lang))
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
