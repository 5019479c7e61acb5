"""`assign`: give packs and scenarios to people and teams, or list what was given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from uss_trainer.actions.briefing import MODES
from uss_trainer.cli.area import option
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import OneOf, Whole, form
from uss_trainer.cli.streams import write
from uss_trainer.coaching.assignments import COUNTING, PASS_MARK
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here
    from uss_trainer.coaching.assignments import Assignment

AREA = "tasks"


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(targets: tuple[str, ...], format: str, export: str, only: str, **wish: Any) -> int:
        if not targets:
            return _list(here, format)
        if not wish["to"] and not export:
            raise fail("cli.usage-missing", name="--to", command="uss-trainer assign")
        if wish["to"]:
            given, count = _give(here, targets, wish)
            _tell(here, given, count, format)
        return _export(here, given.id if wish["to"] else targets[0], export, only) if export else 0

    return Spoken(
        here,
        "assign",
        words=here.say("tasks.help-assign"),
        callback=run,
        params=_params(here),
    )


def _params(here: Here) -> list[click.Parameter]:
    return [
        click.Argument(["targets"], nargs=-1, metavar="[PACK|SCENARIO|ASSIGNMENT]…"),
        option(here, AREA, "--to", "PERSON|TEAM", multiple=True),
        option(here, AREA, "--mode", "|".join(MODES), type=OneOf(MODES), default="typed"),
        option(here, AREA, "--due", "YYYY-MM-DD", default=""),
        option(here, AREA, "--zone", "ZONE", default=""),
        option(here, AREA, "--pass-mark", "N", type=Whole(100), default=int(PASS_MARK)),
        option(here, AREA, "--attempts", "N", type=Whole(99), default=0),
        option(here, AREA, "--counting", "|".join(COUNTING), type=OneOf(COUNTING), default="best"),
        option(here, AREA, "--title", "TEXT", default=""),
        option(here, AREA, "--export", "FILE", default=""),
        option(here, AREA, "--only", "PERSON", default=""),
        form(here),
    ]


def _give(here: Here, targets: tuple[str, ...], wish: dict[str, Any]) -> tuple[Assignment, int]:
    from uss_trainer.actions.assigning import Wish, assign

    return assign(here.desk, Wish(targets=targets, **wish))


def _tell(here: Here, given: Assignment, count: int, form: str) -> None:
    if form == "json":
        here.write(_plain(given, count))
        return
    facts = {"id": given.id, "title": given.title, "items": len(given.items), "people": count}
    write(here.say("tasks.given", **facts))
    if given.due:
        write(here.say("tasks.given-due", day=given.due, zone=given.zone))


def _plain(given: Assignment, count: int) -> dict[str, object]:
    return {
        "assignment": given.id,
        "title": given.title,
        "mode": given.mode,
        "due": given.due or None,
        "zone": given.zone,
        "pass_mark": given.pass_mark,
        "attempts": given.attempts or None,
        "counting": given.counting,
        "scenarios": [item.scenario for item in given.items],
        "people": count,
        "at": given.at,
    }


def _export(here: Here, assignment: str, path: str, only: str) -> int:
    from uss_trainer.actions.handing import export

    count = export(here.desk, assignment, Path(path), only)
    write(here.say("tasks.exported", path=path, people=count))
    return 0


def _list(here: Here, form: str) -> int:
    from uss_trainer.actions.assigning import assignments
    from uss_trainer.cli.tables import table

    found = assignments(here.desk)
    if form == "json":
        here.write({"assignments": [_plain(one, count) for one, count in found]})
        return 0
    if not found:
        write(here.say("tasks.none"))
        return 0
    heads = ("assignment", "title", "mode", "due", "items", "people")
    rows = [
        [one.id, one.title, one.mode, one.due or "-", str(len(one.items)), str(count)]
        for one, count in found
    ]
    for line in table([here.say(f"tasks.column-{head}") for head in heads], rows):
        write(line)
    return 0
