"""How people stand with what they were given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.counted import made_for
from uss_trainer.coaching.assignments import progress
from uss_trainer.coaching.rulings import as_ruled
from uss_trainer.store import assignments as store
from uss_trainer.store.people import roster
from uss_trainer.store.rulings import ruled_for, ruled_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.assignments import Assignment, Progress
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.people import Person

Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class Result:
    """How one person stands with one scenario of an assignment."""

    assignment: Assignment
    scenario: str
    person: Person
    progress: Progress
    """Trainers' rulings counted."""

    machine: Attempt | None = None
    """The attempt that counts as the machine graded it; None where nobody ruled on it."""


def results(desk: Desk, assignment: str = "", person: str = "") -> tuple[Result, ...]:
    """Return how people stand, with one assignment or all, one person's id or everybody.

    TrainerError where one may not.
    """
    allow(desk, "results")
    given = store.all_assignments(desk.database, person)
    if assignment:
        given = (store.assignment_of(desk.database, assignment),)
    people = {one.id: one for one in roster(desk.database).people if not person or one.id == person}
    ids = [each.id for each in given]
    ruled = ruled_of(desk.database, person) if person else ruled_for(desk.database, ids)
    graded = made_for(desk, given, person)
    machine = {one.id: one for one in graded if one.id in ruled}
    attempts: dict[tuple[str, str], list[Attempt]] = {}
    for one in as_ruled(graded, ruled):
        attempts.setdefault((one.assignment, one.person), []).append(one)
    having, now = store.all_assignees(desk.database, ids), desk.now()
    found: list[Result] = []
    for each in given:
        # Who hasn't begun stands as everybody who hasn't: of thousands that is worked out once.
        idle = {item.scenario: progress(each, item.scenario, (), now) for item in each.items}
        for has in having.get(each.id, ()):
            if who := people.get(has.person):
                tried = attempts.get((each.id, who.id), ())
                found += _stands(each, who, idle, tried, now)
    return tuple(replace(one, machine=machine.get(_counted(one))) for one in found)


def _counted(one: Result) -> str:
    return one.progress.counted.id if one.progress.counted else ""


def _stands(
    given: Assignment,
    person: Person,
    idle: Mapping[str, Progress],
    tried: Sequence[Attempt],
    now: datetime,
) -> Iterator[Result]:
    begun = {one.scenario for one in tried}
    for scenario, untouched in idle.items():
        stands = progress(given, scenario, tried, now) if scenario in begun else untouched
        yield Result(given, scenario, person, stands)


def results_as_plain(found: tuple[Result, ...]) -> Plain:
    """Return results as the JSON of `results`."""
    return {"results": [_plain(one) for one in found]}


def _plain(one: Result) -> Plain:
    stands, counted = one.progress, one.progress.counted
    machine = one.machine or counted
    return {
        "assignment": one.assignment.id,
        "title": one.assignment.title,
        "scenario": one.scenario,
        "person": one.person.id,
        "name": one.person.name,
        "number": one.person.number or None,
        "mode": one.assignment.mode,
        "due": one.assignment.due or None,
        "pass_mark": one.assignment.pass_mark,
        "state": stands.state,
        "total": counted.total if counted else None,
        "total_if_open": counted.total_if_open if counted else None,
        "machine_total": machine.total if machine else None,
        "attempt": counted.id if counted else None,
        "attempts": stands.made,
        "attempts_left": stands.left,
        "overdue": stands.overdue,
        "late": stands.late,
    }
