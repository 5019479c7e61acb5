"""Sitting an exam: what is drawn is stored when it begins; it goes on until its time is up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.assigned import admitted
from uss_trainer.actions.exam_paper import stored_paper, written
from uss_trainer.actions.exam_rules import rules_today
from uss_trainer.actions.packing import unpacked
from uss_trainer.actions.playing import say, silence
from uss_trainer.actions.sittings import Sitting, replayed
from uss_trainer.coaching.attempts import Attempt
from uss_trainer.coaching.exams import Exam, Item, Rules, draw, waiting
from uss_trainer.errors import fail
from uss_trainer.player.play import begin as first_state
from uss_trainer.store import exams as store
from uss_trainer.store.attempts import attempt_of, events_of
from uss_trainer.store.contents import content
from uss_trainer.store.convert import from_json

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk

MODE = "exam"
"""The mode of an exam's attempts: typed, without hints, rewinding or feedback."""


@dataclass(frozen=True, slots=True)
class Going:
    """An exam with its rules and conversations, where it stands."""

    exam: Exam
    rules: Rules
    items: tuple[Item, ...]
    finished: frozenset[str] = frozenset()
    """Attempts that have come to an ending."""

    @property
    def now(self) -> Item | None:
        """The conversation to be held now; None after the last."""
        return next((one for one in self.items if one.attempt not in self.finished), None)


def open_exam(desk: Desk, pack: str) -> Exam | None:
    """Return the exam of a pack that whoever acts has begun and not been through with."""
    return waiting(store.exams_of(desk.database, allow(desk, "practise").id), pack)


def begin(
    desk: Desk, pack: str, *, lang: str, me: str, seed: int | None = None, assignment: str = ""
) -> Going:
    """Begin an exam: draw, and store the rules and everything drawn; the time runs from now on.

    For an `assignment` (its id) it is drawn from the pool as it was given.
    TrainerError where the pack can't be sat, or `exam.begun` where another of it isn't over.
    """
    person = allow(desk, "practise").id
    seed = desk.new_seed() if seed is None else seed
    if assignment:
        paper = stored_paper(desk, admitted(desk, assignment, pack, MODE).edition)
        drawn = draw(paper.rules, seed)
    else:
        rules = rules_today(desk, pack)
        drawn = draw(rules, seed)
        paper = written(desk, rules, {one.scenario for one in drawn})
    items = [
        Item(one.place, one.technique, one.scenario, paper.editions[one.scenario]) for one in drawn
    ]
    started = desk.at()
    exam = Exam(
        id=f"exam-{desk.new_id()}",
        pack=pack,
        sheet=paper.sheet,
        seed=seed,
        lang=lang,
        me=me,
        started_at=started,
        ends_at=later(started, paper.rules.minutes),
        person=person,
        assignment=assignment,
    )
    store.add_exam(desk.database, exam, items, paper.parts)
    return Going(exam, paper.rules, tuple(items))


def later(moment: str, minutes: int) -> str:
    """Return the moment so many minutes after another."""
    end = datetime.fromisoformat(moment) + timedelta(minutes=minutes)
    return end.isoformat(timespec="milliseconds")


def found(desk: Desk, name: str) -> Exam:
    """Return an exam by its id or how that begins; TrainerError `exam.no-such`."""
    exam = store.exam_of(desk.database, name)
    if exam is None:
        raise fail("exam.no-such", exam=name)
    return exam


def stands(desk: Desk, name: str) -> Going:
    """Return an exam as it stands: one's own, or anybody's where one may see results.

    TrainerError `exam.private` otherwise.
    """
    exam = found(desk, name)
    if exam.person != desk.actor.id and not desk.actor.may("results"):
        raise fail("exam.private", exam=exam.id)
    items = store.items_of(desk.database, exam.id)
    begun = [attempt_of(desk.database, one.attempt) for one in items if one.attempt]
    finished = frozenset(one.id for one in begun if one.finished)
    body = content(desk.database, [exam.sheet])[exam.sheet]
    return Going(exam, from_json(Rules, body), items, finished)


def go_on(desk: Desk, name: str, *, interrupted: bool = False) -> Going:
    """Return one's own exam where it stands; it is over once its time is up or nothing is left.

    `interrupted` counts that the program was left in between. TrainerError `persons.not-yours`.
    """
    going = stands(desk, name)
    exam = going.exam
    if exam.person != desk.actor.id:
        raise fail("persons.not-yours", attempt=exam.id)
    if exam.stage != "going":
        return going
    if going.now is None or seconds_left(desk, exam) == 0:
        return _over(desk, going)
    if interrupted:
        store.change_exam(desk.database, exam.id, "ended_at", breaks=exam.breaks + 1)
        going = replace(going, exam=replace(exam, breaks=exam.breaks + 1))
    return going


def _over(desk: Desk, going: Going) -> Going:
    exam = going.exam
    how = "time" if going.now else "done"
    at = min(desk.at(), exam.ends_at) if how == "time" else desk.at()
    store.change_exam(desk.database, exam.id, "ended_at", ended_at=at, ended_by=how)
    return stands(desk, exam.id)


def seconds_left(desk: Desk, exam: Exam) -> int:
    """Return the whole seconds an exam still has, not below 0."""
    end = datetime.fromisoformat(exam.ends_at)
    return max(0, ceil((end - desk.now()).total_seconds()))


def enter(desk: Desk, going: Going, lang: str) -> Sitting:
    """Begin the conversation to be held now, or go on with it."""
    item = going.now
    if item is None:
        raise fail("exam.over")
    edition = unpacked(desk, item.edition)
    if item.attempt:
        attempt = attempt_of(desk.database, item.attempt)
        events = events_of(desk.database, attempt.id)
        return Sitting(attempt, edition, replayed(edition, events), len(events), lang)
    exam = going.exam
    attempt = Attempt(
        id=desk.new_id(),
        scenario=item.scenario,
        pack=edition.pack,
        technique=edition.scenario.technique,
        edition=item.edition,
        mode=MODE,
        lang=lang,
        seed=exam.seed,
        me=exam.me,
        started_at=desk.at(),
        person=exam.person,
        exam=exam.id,
    )
    store.begin_item(desk.database, exam.id, item.place, attempt)
    return Sitting(attempt, edition, first_state(edition), 0, lang)


def answer(desk: Desk, exam: Exam, sitting: Sitting, text: str, *, seconds: float = 0.0) -> Sitting:
    """Answer in one's own words; TrainerError `exam.time-up` once the exam's time is up."""
    in_time(desk, exam)
    return say(desk, sitting, text, seconds=seconds)


def say_nothing(desk: Desk, exam: Exam, sitting: Sitting, *, seconds: float = 0.0) -> Sitting:
    """Let the time to think run out without a word."""
    in_time(desk, exam)
    return silence(desk, sitting, seconds=seconds)


def in_time(desk: Desk, exam: Exam) -> None:
    """TrainerError `exam.time-up` once an exam's time is up."""
    if seconds_left(desk, exam) == 0:
        raise fail("exam.time-up")
