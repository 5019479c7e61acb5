"""What is done to people and teams, and how they are listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from uss_trainer.actions.acting import allow, by
from uss_trainer.coaching import roster as rules
from uss_trainer.coaching.enrolling import Import, planned
from uss_trainer.coaching.naming import like
from uss_trainer.coaching.people import ZONE, Change, Person, Role, Roster, Team
from uss_trainer.coaching.roster_file import lines_of
from uss_trainer.content.clean import clean
from uss_trainer.errors import fail
from uss_trainer.store import people as store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk

Plain = dict[str, object]


def people(desk: Desk) -> Roster:
    """Return everybody and the teams."""
    allow(desk, "people")
    return store.roster(desk.database)


def add(desk: Desk, name: str, number: str = "", role: Role = "trainee") -> Person:
    """Add somebody."""
    who = by(desk, "people")
    if role != "trainee":
        allow(desk, "roles")
    new = Person(desk.new_id(), name, clean(number), role, added_at=desk.at())
    return store.change(desk.database, who, lambda roster: rules.added(roster, new)).people[0]


def rename(desk: Desk, named: str, name: str) -> Person:
    """Give somebody another name."""
    who = by(desk, "people")
    made = store.change(desk.database, who, lambda roster: rules.renamed(roster, named, name))
    return made.people[0]


def activate(desk: Desk, named: str, active: bool) -> Change:
    """Let somebody take part, or no longer; what they did stays."""
    who = by(desk, "people")
    return store.change(desk.database, who, lambda roster: rules.activated(roster, named, active))


def give_role(desk: Desk, named: str, role: Role) -> Change:
    """Give somebody a role."""
    who = by(desk, "roles")
    return store.change(desk.database, who, lambda roster: rules.promoted(roster, named, role))


def team(
    desk: Desk,
    name: str,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    zone: str = "",
    new_name: str = "",
) -> Change:
    """Make a team or change one: who is in it, its time zone, its name."""
    who = by(desk, "people")
    if zone:
        check_zone(zone)
    if new_name:
        return store.change(
            desk.database, who, lambda roster: rules.team_renamed(roster, name, new_name)
        )
    new = Team(desk.new_id(), name, zone or ZONE)
    return store.change(
        desk.database, who, lambda roster: rules.formed(roster, new, add, remove, zone)
    )


def check_zone(zone: str) -> None:
    """TrainerError `persons.no-such-zone` where there is no time zone of that name."""
    try:
        ZoneInfo(zone)
    except (ValueError, OSError, KeyError) as error:
        near = like(zone, available_timezones())
        raise fail("persons.no-such-zone", zone=clean(zone)[:64], nearest=near) from error


def enrol(desk: Desk, text: str, where: str, *, dry: bool = False) -> Import:
    """Import a roster; nothing is written while anything in it is wrong, or where `dry`."""
    who = by(desk, "people")
    lines, problems = lines_of(text, where)
    roles = desk.actor.may("roles")
    found = Import()

    def decide(roster: Roster) -> Change:
        nonlocal found
        found = planned(roster, lines, where, desk.new_id, who.at, roles=roles)
        return Change() if dry or problems or found.problems else found.change

    store.change(desk.database, who, decide)
    return replace(found, problems=(*problems, *found.problems))


def roster_as_plain(roster: Roster) -> Plain:
    """Return people and teams as the JSON of `people list`."""
    return {
        "people": [
            {
                "id": one.id,
                "name": one.name,
                "number": one.number or None,
                "role": one.role,
                "active": one.active,
                "teams": [team.name for team in roster.teams_of(one.id)],
            }
            for one in roster.people
        ],
        "teams": [
            {"id": one.id, "name": one.name, "zone": one.zone, "members": len(one.members)}
            for one in roster.teams
        ],
    }
