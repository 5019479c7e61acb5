"""Bringing results back from machines without a common database: a file out, a file in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow, by
from uss_trainer.actions.boxes import read_box, write_box
from uss_trainer.actions.heads import heads_of
from uss_trainer.actions.otherwise import arrived_otherwise
from uss_trainer.actions.packing import unpacked
from uss_trainer.actions.regrading import replay
from uss_trainer.coaching.attempts import Attempt
from uss_trainer.content.clean import clean
from uss_trainer.errors import Problem, TrainerError, fail
from uss_trainer.i18n import LANGS
from uss_trainer.store import assignments as store
from uss_trainer.store.arriving import Arrival, arrive
from uss_trainer.store.attempts import Event, assigned_attempts, events_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.regraded import Moved
    from uss_trainer.coaching.assignments import Assignment
    from uss_trainer.content.edition import Edition
    from uss_trainer.store.people import By

FORMAT = "uss-trainer results 1"
_ID = re.compile(r"[0-9A-Za-z]{4,32}")
_MOST_EVENTS = 2_000


@dataclass(frozen=True, slots=True)
class Played:
    """An attempt with everything that happened in it."""

    attempt: Attempt
    """Its person is whom the assignment's giver knows them as."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """What somebody did in what they were given."""

    format: str
    attempts: tuple[Played, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """What importing a file did."""

    new: int = 0
    continued: int = 0
    """Attempts known already that have gone on since."""

    same: int = 0
    moved: tuple[str, ...] = ()
    """Attempts whose total here isn't the one in the file."""

    changes: tuple[Moved, ...] = ()
    """What in them comes out otherwise here, and which version differs."""

    problems: tuple[Problem, ...] = ()
    """Why attempts were refused."""


def export(desk: Desk, path: Path) -> int:
    """Write what whoever acts did in their assignments; return how many attempts."""
    allow(desk, "export-own")
    given = store.all_assignments(desk.database, desk.actor.id)
    known_as = {
        one.id: each.known_as
        for one in given
        for each in store.assignees_of(desk.database, one.id)
        if each.person == desk.actor.id
    }
    played = tuple(
        Played(
            replace(one, person=known_as[one.assignment]),
            events_of(desk.database, one.id),
        )
        for one in assigned_attempts(desk.database, known_as)
        if one.person == desk.actor.id
    )
    write_box(path, Bundle(FORMAT, played))
    return len(played)


def bring(desk: Desk, path: Path, progress: Callable[[int, int], None] | None = None) -> Brought:
    """Take in a file of results; every conversation is judged, routed and added up again here.

    Importing a file twice adds nothing twice. An attempt that can't have happened so, or that
    nobody here was given, is refused and named; the others come in.
    """
    who = by(desk, "results")
    bundle = read_box(path, Bundle, FORMAT)
    where = clean(str(path))
    brought = Brought()
    kept = cache(lambda digest: unpacked(desk, digest))
    for number, played in enumerate(bundle.attempts, 1):
        try:
            brought = _one(desk, who, kept, played, brought)
        except TrainerError as error:
            problem = replace(error.problem, where=where)
            brought = replace(brought, problems=(*brought.problems, problem))
        if progress:
            progress(number, len(bundle.attempts))
    return brought


def _one(
    desk: Desk, who: By, kept: Callable[[str], Edition], played: Played, brought: Brought
) -> Brought:
    attempt, edition = _admitted(desk, played)
    try:
        again = replay(desk, attempt, kept(edition), played.events)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise fail("tasks.bad-attempt", attempt=attempt.id) from error
    parts = heads_of(desk, again.sitting)
    taken = arrive(desk.database, who, Arrival(attempt, again.events, again.closing, parts))
    moved, changes = brought.moved, brought.changes
    if again.closing and taken != "same" and again.closing.card.total != played.attempt.total:
        moved = (*moved, attempt.id)
        changes = (*changes, arrived_otherwise(again, played.attempt, played.events))
    counted = {taken: getattr(brought, taken) + 1}
    return replace(brought, moved=moved, changes=changes, **counted)


def _admitted(desk: Desk, played: Played) -> tuple[Attempt, str]:
    """Return the attempt as it may be stored, without its result, and its content's digest."""
    told = played.attempt
    if not _ID.fullmatch(told.id):
        raise fail("tasks.bad-attempt", attempt=clean(told.id)[:32])
    given = _given(desk, told.assignment)
    item = given.item(told.scenario) if given else None
    having = store.assignees_of(desk.database, given.id) if given else ()
    person = next((one.person for one in having if one.known_as == told.person), None)
    if given is None or item is None or person is None:
        raise fail("tasks.unknown-attempt", attempt=told.id)
    fine = told.mode == given.mode and told.edition == item.edition and told.lang in LANGS
    times = [told.started_at, *(event.at for event in played.events)]
    if not (
        fine and len(times) <= _MOST_EVENTS and all(map(_is_time, times)) and not told.retry_of
    ):
        raise fail("tasks.bad-attempt", attempt=told.id)
    attempt = Attempt(
        id=told.id,
        scenario=item.scenario,
        pack=clean(told.pack)[:64],
        technique=clean(told.technique)[:64],
        edition=item.edition,
        mode=given.mode,
        lang=told.lang,
        seed=told.seed,
        me=clean(told.me)[:80],
        started_at=told.started_at,
        person=person,
        assignment=given.id,
    )
    return attempt, item.edition


def _given(desk: Desk, name: str) -> Assignment | None:
    found = store.all_assignments(desk.database)
    return next((one for one in found if one.id == name), None)


def _is_time(text: str) -> bool:
    try:
        return len(text) <= 32 and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
