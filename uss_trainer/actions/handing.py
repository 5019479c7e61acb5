"""Handing an assignment to machines without a common database: a file out, a file in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow, by
from uss_trainer.actions.assigning import check_day
from uss_trainer.actions.boxes import read_box, write_box
from uss_trainer.actions.briefing import MODES
from uss_trainer.actions.people import check_zone
from uss_trainer.coaching.assignments import Assignment
from uss_trainer.coaching.naming import kept, person_named
from uss_trainer.coaching.people import Person, Roster
from uss_trainer.content.clean import clean
from uss_trainer.errors import TrainerError, fail
from uss_trainer.store import assignments as store
from uss_trainer.store.contents import Part, content, stored
from uss_trainer.store.people import roster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.kept_lines import KeptLines

FORMAT = "uss-trainer assignment 1"


@dataclass(frozen=True, slots=True)
class Parcel:
    """An assignment with everything it needs."""

    format: str
    assignment: Assignment
    people: tuple[Person, ...]
    """Who has it; ids, names and numbers, nothing else of them."""

    contents: tuple[Part, ...]


def export(desk: Desk, assignment: str, path: Path, only: str = "") -> int:
    """Write an assignment to a file, for all who have it or `only` one; return for how many."""
    allow(desk, "assign")
    given = store.assignment_of(desk.database, assignment)
    if given.mode == "exam":
        raise fail("tasks.exam-no-file", assignment=given.id)
    known = {person.id: person for person in roster(desk.database).people}
    having = store.assignees_of(desk.database, given.id)
    people = [known[one.person] for one in having if one.person in known]
    if only:
        people = [person_named(Roster(tuple(people)), only)]
    named = tuple(Person(one.id, one.name, one.number) for one in people)
    digests = [item.edition for item in given.items]
    manifests = content(desk.database, digests).values()
    parts = {part for manifest in manifests for part in json.loads(manifest).values()}
    contents = stored(desk.database, [*dict.fromkeys(digests), *sorted(parts)])
    write_box(path, Parcel(FORMAT, given, named, contents))
    return len(named)


def open_parcel(
    desk: Desk, path: Path, person: str = "", me: str = ""
) -> tuple[Assignment, Person]:
    """Take in an assignment and return it with who it is for, as the file knows them.

    That is `person`, else the only one in the file, else who is called like whoever acts. Opening
    a file twice adds nothing twice. TrainerError `tasks.which-person` where nobody fits, and
    `tasks.bad-file` where the file is no assignment or what it carries is damaged.
    """
    who = by(desk, "open")
    parcel = read_box(path, Parcel, FORMAT)
    try:
        given = _checked(parcel)
    except (TrainerError, ValueError, KeyError, RecursionError) as error:
        raise fail("tasks.bad-file", clean(str(path))) from error
    receiver = _receiver(parcel, person, desk.actor.name or me, clean(str(path)))
    mine = store.Assignee(desk.actor.id, receiver.id)
    store.add_assignment(desk.database, who, given, [mine], parcel.contents)
    return given, receiver


def _checked(parcel: Parcel) -> Assignment:
    """Return the assignment with its texts cleaned; an error where anything in it can't be."""
    given = parcel.assignment
    bodies = {digest: body for digest, _, body in parcel.contents}
    for digest, body in bodies.items():
        if hashlib.sha256(body.encode("utf-8")).hexdigest() != digest:
            raise ValueError(digest)
        if not all(clean(text) == text for text in _texts(json.loads(body))):
            raise ValueError(digest)
    for item in given.items:
        _playable(item.edition, item.scenario, bodies)
    check_day(given.due)
    check_zone(given.zone)
    fine = given.mode in MODES and 0 <= given.pass_mark <= 100 and given.attempts >= 0
    if not (fine and given.items and given.id.isalnum() and len(given.id) <= 32):
        raise ValueError(given.id)
    return replace(given, title=kept(given.title), by=clean(given.by)[:80])


def _texts(value: object) -> Iterator[str]:
    """Yield every text in what JSON holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from (text for each in value.values() for text in _texts(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts(each))


def _playable(edition: str, scenario: str, bodies: dict[str, str]) -> None:
    from uss_trainer.content.digest import edition_from

    names = json.loads(bodies.get(edition, "null"))
    if not isinstance(names, dict):
        raise ValueError(edition)
    texts = {name: bodies.get(part, "") for name, part in names.items()}
    lines = _lines(texts)
    found = edition_from({name: texts[name] for name in texts.keys() - lines.keys()})
    if found.scenario.id != scenario:
        raise ValueError(scenario)


def _lines(texts: dict[str, str]) -> dict[str, KeptLines]:
    """Return the parts that hold lines, all of which have been read once."""
    from uss_trainer.content.edition import LINES
    from uss_trainer.content.kept_lines import KeptLines

    lines = {
        name: KeptLines(text.encode("utf-8"))
        for name, text in texts.items()
        if name.startswith(LINES)
    }
    for one in lines.values():
        one.check()
    return lines


def _receiver(parcel: Parcel, person: str, name: str, where: str) -> Person:
    people = Roster(parcel.people)
    if person:
        return person_named(people, person)
    if len(parcel.people) == 1:
        return parcel.people[0]
    alike = [one for one in parcel.people if one.name.casefold() == name.casefold()]
    if len(alike) != 1:
        raise fail("tasks.which-person", where, name=name)
    return alike[0]
