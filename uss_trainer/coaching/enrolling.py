"""What importing a roster file would do, decided without doing it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uss_trainer.coaching.people import Change, Note, Person, Roster, Team
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from uss_trainer.coaching.roster_file import Line


@dataclass(frozen=True, slots=True)
class Import:
    """What importing a file would do."""

    change: Change = field(default_factory=Change)
    new: int = 0
    changed: int = 0
    """People known already whose name, number or role becomes another."""

    same: int = 0
    teams: int = 0
    """Teams made or joined."""

    problems: tuple[Problem, ...] = ()
    """Row by row; while there are any, nothing is imported."""


def planned(
    roster: Roster,
    lines: Iterable[Line],
    where: str,
    new_id: Callable[[], str],
    at: str,
    *,
    roles: bool = True,
) -> Import:
    """Return what importing the rows would do to a roster.

    Who has a row's number is that person; without one, who alone has its name. `roles` tells
    whether whoever imports may give roles.
    """
    book = _Book(roster)
    problems: list[Problem] = []
    for line in lines:
        wrong = book.wrong(line, roles)
        if wrong:
            problems.append(replace(wrong, where=f"{where}:{line.number}"))
        else:
            book.take(line, new_id, at)
    return book.done(tuple(problems))


class _Book:
    """A roster while rows are taken in, with its people by number and name."""

    def __init__(self, roster: Roster) -> None:
        self._old = {person.id: person for person in roster.people}
        self._people = dict(self._old)
        self._by_number = {one.number: one.id for one in roster.people if one.number}
        self._by_name: dict[str, list[str]] = {}
        for person in roster.people:
            self._by_name.setdefault(person.name.casefold(), []).append(person.id)
        self._old_teams = {team.id: team for team in roster.teams}
        self._teams = {team.name.casefold(): team for team in roster.teams}
        self._joined: dict[str, set[str]] = {}
        self._seen: dict[str, int] = {}
        self._taken: set[str] = set()

    def wrong(self, line: Line, roles: bool) -> Problem | None:
        """Return what keeps a row from being taken, or None."""
        known = self._known(line)
        if line.role and not roles and (known.role if known else "trainee") != line.role:
            return Problem("persons.csv-may-not-role", "", {"role": line.role})
        earlier = self._seen.setdefault(line.staff or line.name.casefold(), line.number)
        if earlier != line.number:
            code = "persons.csv-same-number" if line.staff else "persons.csv-same-name"
            facts = {"name": line.name, "number": line.staff, "line": str(earlier)}
            return Problem(code, "", facts)
        if not line.staff and len(self._by_name.get(line.name.casefold(), ())) > 1:
            return Problem("persons.csv-which", "", {"name": line.name})
        return None

    def _known(self, line: Line) -> Person | None:
        if line.staff in self._by_number:
            return self._people[self._by_number[line.staff]]
        ids = self._by_name.get(line.name.casefold(), [])
        if len(ids) != 1 or (line.staff and self._people[ids[0]].number):
            return None
        return self._people[ids[0]]

    def take(self, line: Line, new_id: Callable[[], str], at: str) -> None:
        """Take a row in."""
        old = self._known(line) or Person(new_id(), line.name, line.staff, added_at=at)
        number = line.staff or old.number
        person = replace(old, name=line.name, number=number, role=line.role or old.role)
        if person.id not in self._people:
            self._by_name.setdefault(line.name.casefold(), []).append(person.id)
        if number:
            self._by_number[number] = person.id
        self._people[person.id] = person
        self._taken.add(person.id)
        for name in line.teams:
            team = self._teams.setdefault(name.casefold(), Team(new_id(), name))
            self._joined.setdefault(team.id, set()).add(person.id)

    def done(self, problems: tuple[Problem, ...]) -> Import:
        """Return what has become of the roster."""
        people = tuple(one for one in self._people.values() if self._old.get(one.id) != one)
        new = sum(person.id not in self._old for person in people)
        notes = [
            Note(
                "people.import", one.id, {"name": one.name, "number": one.number, "role": one.role}
            )
            for one in people
        ]
        teams = []
        for team in self._teams.values():
            came = self._joined.get(team.id, set()) - team.members
            if came:
                teams.append(replace(team, members=team.members | came))
                body = {"name": team.name, "in": ",".join(sorted(came))}
                notes.append(Note("people.team", team.id, body))
        change = Change(people, tuple(teams), tuple(notes))
        same = len(self._taken) - len(people)
        return Import(change, new, len(people) - new, same, len(teams), problems)
