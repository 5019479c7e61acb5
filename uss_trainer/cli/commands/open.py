"""`open`: take in an assignment from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.area import option
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(file: str, person: str) -> int:
        from uss_trainer.actions.handing import open_parcel

        given, receiver = open_parcel(here.desk, Path(file), person, here.settings.name)
        facts = {"title": given.title, "name": receiver.name, "items": len(given.items)}
        write(here.say("tasks.opened", **facts))
        if given.due:
            write(here.say("tasks.given-due", day=given.due, zone=given.zone))
        return 0

    return Spoken(
        here,
        "open",
        words=here.say("tasks.help-open"),
        callback=run,
        params=[
            click.Argument(["file"]),
            option(here, "tasks", "--person", "PERSON", default=""),
        ],
    )
