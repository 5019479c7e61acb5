"""Every attempt, exam and answered drill so far, newest first, and how the totals went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.labels import Labels, in_words, labels
from uss_trainer.actions.moments import moment
from uss_trainer.actions.wording import span
from uss_trainer.coaching.exams import Rules
from uss_trainer.i18n import Lang, say
from uss_trainer.store.attempts import all_attempts
from uss_trainer.store.contents import content
from uss_trainer.store.convert import from_json
from uss_trainer.store.drills import all_drilled
from uss_trainer.store.exams import exams_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.drilled import Drilled
    from uss_trainer.coaching.exams import Exam

LATEST = 500
"""Attempts, and answered drills, listed at most."""


@dataclass(frozen=True, slots=True)
class Past:
    """One attempt or answered drill as listed."""

    attempt: str
    scenario: str
    when: str
    title: str
    mode: str
    total: str
    """Empty where it isn't finished."""

    band: str
    ending: str
    finished: bool
    passed: bool
    retry: bool
    drill: bool = False
    """Whether it is an answered drill."""

    exam: bool = False
    """Whether it is a whole exam; its conversations stand beside it."""


@dataclass(frozen=True, slots=True)
class Course:
    """Totals over time, oldest first; retries don't count."""

    totals: tuple[float, ...] = ()
    days: tuple[str, ...] = ()
    """When each was reached, as month and day."""

    pass_mark: int = 100
    """The lowest total that passes, by the latest attempt's scale."""


@dataclass(frozen=True, slots=True)
class History:
    """What the screen shows."""

    past: tuple[Past, ...]
    course: Course
    title: str = ""
    """The scenario it is limited to; empty for all."""


def history(desk: Desk, lang: Lang, scenario: str = "") -> History:
    """Return attempts, exams and answered drills, of one id or all.

    TrainerError where the database fails.
    """
    chosen = all_attempts(desk.database, desk.actor.id, LATEST, scenario)
    done = all_drilled(desk.database, desk.actor.id, LATEST, scenario)
    names = labels(desk.database, [*chosen, *done])
    dated = [(one.started_at, _past(desk, one, names[one.edition], lang)) for one in chosen]
    dated += [(one.at, _answered(desk, one, names[one.edition], lang)) for one in done]
    sat = exams_of(desk.database, desk.actor.id) if not scenario else ()
    dated += [(one.started_at, _sat(desk, one, lang)) for one in sat]
    past = tuple(one for _, one in sorted(dated, key=lambda pair: pair[0], reverse=True))
    return History(past, _course(desk, chosen, names), past[0].title if scenario and past else "")


def _sat(desk: Desk, exam: Exam, lang: Lang) -> Past:
    """Return an exam; its total stands there once its trainee has rated themselves."""
    body = content(desk.database, [exam.sheet])[exam.sheet]
    rated = exam.stage == "rated"
    return Past(
        attempt=exam.id,
        scenario=exam.pack,
        when=moment(exam.started_at, desk.now()),
        title=in_words(dict(from_json(Rules, body).title), lang, exam.pack),
        mode=say("exam.kind", lang),
        total=span(exam.total, exam.total_if_open) if rated else "",
        band=say(f"exam.verdict-{exam.verdict}", lang) if rated else "",
        ending="",
        finished=rated,
        passed=exam.verdict == "ready",
        retry=False,
        exam=True,
    )


def _answered(desk: Desk, done: Drilled, names: Labels, lang: Lang) -> Past:
    return Past(
        attempt=done.id,
        scenario=done.drill,
        when=moment(done.at, desk.now()),
        title=in_words(names.title, lang, done.drill),
        mode=say(f"drill.kind-{done.kind}", lang),
        total=span(done.total, done.total_if_open),
        band=in_words(names.bands.get(done.band), lang, done.band),
        ending="",
        finished=True,
        passed=done.passed,
        retry=False,
        drill=True,
    )


def _past(desk: Desk, attempt: Attempt, names: Labels, lang: Lang) -> Past:
    return Past(
        attempt=attempt.id,
        scenario=attempt.scenario,
        when=moment(attempt.started_at, desk.now()),
        title=in_words(names.title, lang, attempt.scenario),
        mode=say(f"briefing.mode-{attempt.mode}", lang),
        total=span(attempt.total, attempt.total_if_open) if attempt.finished else "",
        band=in_words(names.bands.get(attempt.band), lang, attempt.band),
        ending=in_words(names.endings.get(attempt.ending), lang, attempt.ending),
        finished=attempt.finished,
        passed=attempt.passed,
        retry=bool(attempt.retry_of),
    )


def _course(desk: Desk, attempts: Sequence[Attempt], names: dict[str, Labels]) -> Course:
    counted = [attempt for attempt in attempts if attempt.counts]
    if not counted:
        return Course()
    return Course(
        totals=tuple(attempt.total for attempt in counted),
        days=tuple(moment(attempt.started_at, desk.now())[:-6] for attempt in counted),
        pass_mark=names[counted[-1].edition].pass_mark,
    )
