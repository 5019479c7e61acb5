"""Assignments and who has them, in and out as values."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from uss_trainer.coaching.assignments import Assignment, Item
from uss_trainer.coaching.people import Note
from uss_trainer.errors import fail
from uss_trainer.store.contents import add_contents
from uss_trainer.store.people import log
from uss_trainer.store.tables import assignees, assignment_items, assignments

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Row

    from uss_trainer.store.contents import Offered
    from uss_trainer.store.engine import Database
    from uss_trainer.store.people import By


@dataclass(frozen=True, slots=True)
class Assignee:
    """Somebody who has an assignment."""

    person: str
    """Their id here."""

    known_as: str
    """Their id in the database where it was given; the same one there."""


def add_assignment(
    database: Database,
    by: By,
    assignment: Assignment,
    people: Iterable[Assignee],
    parts: Iterable[Offered],
) -> tuple[Assignee, ...]:
    """Store an assignment with its content; return who got it that didn't have it yet."""
    with database.write() as connection:
        add_contents(connection, parts)
        known = select(assignments.c.id).where(assignments.c.id == assignment.id)
        if connection.scalar(known) is None:
            _insert(connection, assignment)
        has = select(assignees.c.person).where(assignees.c.assignment == assignment.id)
        had = set(connection.scalars(has))
        new = tuple(one for one in people if one.person not in had)
        rows = [{"assignment": assignment.id, **asdict(one)} for one in new]
        if rows:
            connection.execute(insert(assignees), rows)
        body = {"title": assignment.title, "to": ",".join(one.person for one in new)}
        log(connection, by, [Note("assignments.give", assignment.id, body)] if new else [])
    return new


def _insert(connection: Connection, assignment: Assignment) -> None:
    values = asdict(assignment)
    items = values.pop("items")
    connection.execute(insert(assignments).values(values))
    rows = [{"assignment": assignment.id, "place": at, **one} for at, one in enumerate(items)]
    connection.execute(insert(assignment_items), rows)


def all_assignments(database: Database, person: str = "") -> tuple[Assignment, ...]:
    """Return the assignments, oldest first; with `person` only those they have."""
    query = select(assignments).order_by(assignments.c.at, assignments.c.id)
    if person:
        has = select(assignees.c.assignment).where(assignees.c.person == person)
        query = query.where(assignments.c.id.in_(has))
    with database.read() as connection:
        rows = connection.execute(query).all()
        return _whole(connection, rows)


def assignment_of(database: Database, name: str) -> Assignment:
    """Return the assignment whose id begins so; TrainerError `tasks.no-such`."""
    matches = assignments.c.id.startswith(name, autoescape=True)
    with database.read() as connection:
        rows = connection.execute(select(assignments).where(matches).limit(2)).all()
        if not name or len(rows) != 1:
            raise fail("tasks.no-such", assignment=name[:40])
        return _whole(connection, rows)[0]


def _whole(
    connection: Connection, rows: Iterable[Row[tuple[object, ...]]]
) -> tuple[Assignment, ...]:
    found = [row._mapping for row in rows]
    ids = [row["id"] for row in found]
    query = select(assignment_items).where(assignment_items.c.assignment.in_(ids))
    items: dict[str, list[Item]] = {}
    for row in connection.execute(query.order_by(assignment_items.c.place)):
        items.setdefault(row.assignment, []).append(Item(row.scenario, row.edition))
    return tuple(Assignment(**row, items=tuple(items.get(row["id"], ()))) for row in found)


def assignees_of(database: Database, assignment: str) -> tuple[Assignee, ...]:
    """Return who has an assignment."""
    query = select(assignees).where(assignees.c.assignment == assignment)
    with database.read() as connection:
        rows = connection.execute(query.order_by(assignees.c.person))
        return tuple(Assignee(row.person, row.known_as) for row in rows)


def all_assignees(
    database: Database, given: Iterable[str] | None = None
) -> Mapping[str, tuple[Assignee, ...]]:
    """Return who has which assignment, by its id; with `given` only of these."""
    found: dict[str, list[Assignee]] = {}
    columns = (assignees.c.assignment, assignees.c.person, assignees.c.known_as)
    query = select(*columns)
    if given is not None:
        query = query.where(assignees.c.assignment.in_(tuple(given)))
    with database.read() as connection:
        rows = connection.execute(query).all()
    for name, person, known_as in rows:
        found.setdefault(name, []).append(Assignee(person, known_as))
    return {name: tuple(people) for name, people in found.items()}
