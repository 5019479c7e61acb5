"""`people`: who there is, in which teams, and what they may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.area import Area, flag, option, part
from uss_trainer.cli.options import OneOf, form
from uss_trainer.cli.streams import tell, write
from uss_trainer.coaching.people import ROLES

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here
    from uss_trainer.coaching.enrolling import Import
    from uss_trainer.coaching.people import Person, Role, Roster

AREA = "persons"


def command(here: Here) -> click.Command:
    """Return the command."""
    person, name = click.Argument(["person"]), click.Argument(["name"])
    parts = [
        part(here, AREA, "list", lambda format="text": _list(here, format), form(here)),
        _add(here),
        _import(here),
        part(here, AREA, "rename", lambda person, name: _rename(here, person, name), person, name),
        part(here, AREA, "deactivate", lambda person: _active(here, person, False), person),
        part(here, AREA, "activate", lambda person: _active(here, person, True), person),
        part(
            here,
            AREA,
            "role",
            lambda person, role: _role(here, person, role),
            person,
            click.Argument(["role"], type=OneOf(ROLES)),
        ),
        _team(here),
    ]
    words = here.say("persons.help-people")
    return Area(here, "people", words, {str(one.name): one for one in parts})


def _add(here: Here) -> click.Command:
    def run(name: str, number: str, role: Role, format: str) -> int:
        from uss_trainer.actions.people import add

        person = add(here.desk, name, number, role)
        if format == "json":
            here.write({"id": person.id, "name": person.name})
        else:
            write(here.say("persons.added", name=person.name, id=person.id))
        return 0

    return part(
        here,
        AREA,
        "add",
        run,
        click.Argument(["name"]),
        option(here, AREA, "--number", "NUMBER", default=""),
        option(here, AREA, "--role", "|".join(ROLES), type=OneOf(ROLES), default=ROLES[0]),
        form(here),
    )


def _import(here: Here) -> click.Command:
    def run(file: str, dry_run: bool, format: str) -> int:
        from uss_trainer.actions.people import enrol
        from uss_trainer.cli.files import read

        text, where = read(file)
        return _imported(here, enrol(here.desk, text, where, dry=dry_run), dry_run, format)

    params = (click.Argument(["file"]), flag(here, AREA, "--dry-run"), form(here))
    return part(here, AREA, "import", run, *params)


def _imported(here: Here, found: Import, dry: bool, form: str) -> int:
    from uss_trainer.i18n import sentence

    for problem in found.problems:
        tell(sentence(problem, here.lang))
    counts = {
        "new": found.new,
        "changed": found.changed,
        "same": found.same,
        "teams": found.teams,
        "problems": len(found.problems),
    }
    done = not dry and not found.problems
    if form == "json":
        here.write({"imported": done, **counts})
    else:
        code = "imported" if done else "would-import" if not found.problems else "not-imported"
        write(here.say(f"persons.{code}", **counts))
    return 1 if found.problems else 0


def _list(here: Here, form: str) -> int:
    from uss_trainer.actions.people import people, roster_as_plain
    from uss_trainer.cli.tables import table

    roster = people(here.desk)
    if form == "json":
        here.write(roster_as_plain(roster))
        return 0
    heads = ("id", "name", "number", "role", "teams")
    rows = [_row(here, roster, one) for one in roster.people]
    for line in table([here.say(f"persons.column-{head}") for head in heads], rows):
        write(line)
    if roster.teams:
        write("")
        tops = ("team", "members", "zone")
        groups = [[team.name, str(len(team.members)), team.zone] for team in roster.teams]
        for line in table([here.say(f"persons.column-{head}") for head in tops], groups):
            write(line)
    return 0


def _row(here: Here, roster: Roster, person: Person) -> list[str]:
    role = here.say(f"persons.role-{person.role}")
    if not person.active:
        role = here.say("persons.inactive-role", role=role)
    teams = ", ".join(team.name for team in roster.teams_of(person.id))
    name = person.name or here.settings.name or here.say("persons.you")
    return [person.id, name, person.number or "-", role, teams or "-"]


def _rename(here: Here, person: str, name: str) -> int:
    from uss_trainer.actions.people import rename

    write(here.say("persons.renamed", name=rename(here.desk, person, name).name))
    return 0


def _active(here: Here, person: str, active: bool) -> int:
    from uss_trainer.actions.people import activate

    changed = activate(here.desk, person, active).people
    code = "activated" if active else "deactivated"
    write(here.say(f"persons.{code}", name=changed[0].name) if changed else _nothing(here))
    return 0


def _role(here: Here, person: str, role: Role) -> int:
    from uss_trainer.actions.people import give_role

    changed = give_role(here.desk, person, role).people
    name = here.say(f"persons.role-{role}")
    said = here.say("persons.given-role", name=changed[0].name, role=name) if changed else ""
    write(said or _nothing(here))
    return 0


def _nothing(here: Here) -> str:
    return here.say("persons.nothing-changed")


def _team(here: Here) -> click.Command:
    def run(
        team: str, add: tuple[str, ...], remove: tuple[str, ...], zone: str, rename: str
    ) -> int:
        from uss_trainer.actions.people import team as form_team

        changed = form_team(here.desk, team, add, remove, zone, rename).teams
        if not changed:
            write(_nothing(here))
            return 0
        now = changed[0]
        facts = {"team": now.name, "count": len(now.members), "zone": now.zone}
        write(here.say("persons.team-now", **facts))
        return 0

    return part(
        here,
        AREA,
        "team",
        run,
        click.Argument(["team"]),
        option(here, AREA, "--add", "PERSON", multiple=True),
        option(here, AREA, "--remove", "PERSON", multiple=True),
        option(here, AREA, "--zone", "ZONE", default=""),
        option(here, AREA, "--rename", "NAME", default=""),
    )
