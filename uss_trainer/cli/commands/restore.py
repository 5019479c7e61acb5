"""`restore`: put a backup in the place of what is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.asking import confirmed, yes_flag
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(file: str, yes: bool) -> int:
        from uss_trainer.actions.backups import restore

        if not confirmed(here, here.say("store.ask-restore", path=file), yes):
            write(here.say("cli.left-alone"))
            return 1
        before = restore(here.desk, Path(file))
        write(here.say("store.restored", path=file, before=before))
        return 0

    params = [click.Argument(["file"]), yes_flag(here)]
    return Spoken(here, "restore", callback=run, params=params)
