"""People and teams, in and out as values; every change with its line in the audit log."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, update

from uss_trainer.coaching.people import GONE, ME, Person, Roster, Team
from uss_trainer.store.tables import audit, members, people, teams

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlalchemy import Connection

    from uss_trainer.coaching.people import Change, Note
    from uss_trainer.store.engine import Database

_COLUMNS = tuple(field.name for field in fields(Person))


@dataclass(frozen=True, slots=True)
class By:
    """Who does something, and when."""

    actor: str
    at: str
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One line of the audit log."""

    number: int
    at: str
    actor: str
    act: str
    subject: str
    body: Mapping[str, str]


def roster(database: Database) -> Roster:
    """Return all people and teams."""
    with database.read() as connection:
        return roster_in(connection)


def roster_in(connection: Connection) -> Roster:
    """Return all people and teams as this transaction sees them."""
    there = select(*(people.c[name] for name in _COLUMNS)).where(people.c.id != GONE)
    found = connection.execute(there.order_by(people.c.name, people.c.id)).all()
    return Roster(tuple(Person(*row) for row in found), _teams(connection))


def _teams(connection: Connection) -> tuple[Team, ...]:
    joined: dict[str, set[str]] = {}
    for team, person in connection.execute(select(members.c.team, members.c.person)).all():
        joined.setdefault(team, set()).add(person)
    groups = connection.execute(select(teams).order_by(teams.c.name, teams.c.id))
    return tuple(
        Team(row.id, row.name, row.zone, frozenset(joined.get(row.id, ()))) for row in groups
    )


def all_teams(database: Database) -> tuple[Team, ...]:
    """Return the teams alone; of thousands of people that is the smaller part."""
    with database.read() as connection:
        return _teams(connection)


def members_of(database: Database, team: str) -> tuple[Person, ...]:
    """Return the people of a team, by name."""
    inside = select(members.c.person).where(members.c.team == team)
    query = select(*(people.c[name] for name in _COLUMNS)).where(people.c.id.in_(inside))
    with database.read() as connection:
        rows = connection.execute(query.order_by(people.c.name, people.c.id)).all()
    return tuple(Person(*row) for row in rows)


def alone(database: Database) -> bool:
    """Return whether there is only one person."""
    with database.read() as connection:
        query = select(func.count()).select_from(people).where(people.c.id != GONE)
        return connection.scalar(query) == 1


def me(database: Database) -> Person:
    """Return who uses the machine without saying so."""
    with database.read() as connection:
        row = connection.execute(select(people).where(people.c.id == ME)).one()
        return Person(**{name: getattr(row, name) for name in _COLUMNS})


def change(database: Database, by: By, decide: Callable[[Roster], Change]) -> Change:
    """Let `decide` say what becomes of the roster, and write that with its notes, all or nothing.

    Nobody else can change the roster between the two.
    """
    with database.write() as connection:
        before = roster_in(connection)
        made = decide(before)
        write_change(connection, before, made)
        log(connection, by, made.notes)
    return made


def write_change(connection: Connection, before: Roster, made: Change) -> None:
    """Write people and teams that are new or other than before."""
    known = {person.id for person in before.people}
    new = [asdict(person) for person in made.people if person.id not in known]
    old = [{"_id": one.id, **asdict(one)} for one in made.people if one.id in known]
    if new:
        connection.execute(insert(people), new)
    if old:
        columns: dict[str, object] = {name: bindparam(name) for name in _COLUMNS if name != "id"}
        where = people.c.id == bindparam("_id")
        connection.execute(update(people).where(where).values(columns), old)
    groups = {team.id: team for team in before.teams}
    for team in made.teams:
        _write_team(connection, groups.get(team.id), team)


def _write_team(connection: Connection, old: Team | None, new: Team) -> None:
    values = {"name": new.name, "zone": new.zone}
    if old is None:
        connection.execute(insert(teams).values(id=new.id, **values))
    else:
        connection.execute(update(teams).where(teams.c.id == new.id).values(values))
    came = sorted(new.members - (old.members if old else frozenset()))
    if came:
        connection.execute(insert(members), [{"team": new.id, "person": one} for one in came])
    for gone in sorted(old.members - new.members) if old else ():
        both = (members.c.team == new.id) & (members.c.person == gone)
        connection.execute(delete(members).where(both))


def log(connection: Connection, by: By, notes: Iterable[Note]) -> None:
    """Write lines of the audit log in the transaction of what they tell."""
    rows = [
        {
            "at": by.at,
            "actor": by.actor,
            "act": note.act,
            "subject": note.subject,
            "body": json.dumps(dict(note.body), ensure_ascii=False),
        }
        for note in notes
    ]
    if rows:
        connection.execute(insert(audit), rows)


def logged(database: Database, subject: str = "") -> tuple[Logged, ...]:
    """Return the audit log, oldest first, of one subject or all."""
    query = select(audit).order_by(audit.c.number)
    if subject:
        query = query.where(audit.c.subject == subject)
    with database.read() as connection:
        return tuple(
            Logged(row.number, row.at, row.actor, row.act, row.subject, json.loads(row.body))
            for row in connection.execute(query)
        )
