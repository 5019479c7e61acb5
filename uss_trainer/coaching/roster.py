"""Changing a roster: each function takes it as it is and returns what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.coaching.naming import find_team, kept, person_named, team_named
from uss_trainer.coaching.people import Change, Note, Person, Role, Roster, Team
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Sequence


def added(roster: Roster, person: Person) -> Change:
    """Add somebody; TrainerError where their number is taken, or their name without a number."""
    new = replace(person, name=kept(person.name), number=person.number.strip())
    _free(roster, new)
    body = {"name": new.name, "number": new.number, "role": new.role}
    return Change((new,), notes=(Note("people.add", new.id, body),))


def renamed(roster: Roster, named: str, name: str) -> Change:
    """Give somebody another name."""
    new = replace(person_named(roster, named), name=kept(name))
    _free(roster, new)
    return Change((new,), notes=(Note("people.rename", new.id, {"name": new.name}),))


def activated(roster: Roster, named: str, active: bool) -> Change:
    """Let somebody take part or no longer; TrainerError for the last administrator."""
    old = person_named(roster, named)
    if old.active == active:
        return Change()
    change = Change((replace(old, active=active),))
    keep_administrator(roster, change)
    note = Note("people.activate" if active else "people.deactivate", old.id)
    return replace(change, notes=(note,))


def promoted(roster: Roster, named: str, role: Role) -> Change:
    """Give somebody a role; TrainerError for the last administrator."""
    old = person_named(roster, named)
    if old.role == role:
        return Change()
    change = Change((replace(old, role=role),))
    keep_administrator(roster, change)
    return replace(change, notes=(Note("people.role", old.id, {"role": role}),))


def formed(
    roster: Roster,
    team: Team,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    zone: str = "",
) -> Change:
    """Make a team where none has that name, and take people in and out of it.

    `team` is what a new one would be; `zone` empty leaves an old team's as it is.
    """
    known = find_team(roster, team.name)
    old = known or replace(team, name=kept(team.name))
    coming = {person_named(roster, one).id for one in add}
    going = {person_named(roster, one).id for one in remove}
    new = replace(old, zone=zone or old.zone, members=(old.members | coming) - going)
    if known == new:
        return Change()
    body = {"name": new.name, "zone": new.zone}
    body |= {"in": ",".join(sorted(new.members - (known.members if known else frozenset())))}
    body |= {"out": ",".join(sorted(old.members - new.members))}
    return Change(teams=(new,), notes=(Note("people.team", new.id, body),))


def team_renamed(roster: Roster, named: str, name: str) -> Change:
    """Give a team another name; TrainerError `persons.team-taken` where another has it."""
    old, new = team_named(roster, named), kept(name)
    other = find_team(roster, new)
    if other is not None and other.id != old.id:
        raise fail("persons.team-taken", name=new)
    note = Note("people.team", old.id, {"name": new})
    return Change(teams=(replace(old, name=new),), notes=(note,))


def _free(roster: Roster, person: Person) -> None:
    others = [one for one in roster.people if one.id != person.id]
    if person.number:
        taken = next((one for one in others if one.number == person.number), None)
        if taken:
            raise fail("persons.number-taken", number=person.number, name=taken.name)
    elif any(one.name.casefold() == person.name.casefold() for one in others):
        raise fail("persons.name-taken", name=person.name)


def keep_administrator(roster: Roster, change: Change, without: str = "") -> None:
    """TrainerError `persons.last-administrator` where nobody could ever give a role again."""
    after = {person.id: person for person in (*roster.people, *change.people)}
    after.pop(without, None)
    if not any(one.active and one.role == "administrator" for one in after.values()):
        raise fail("persons.last-administrator")
