"""`backup`: copy everything to a file, while in use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(file: str) -> int:
        from uss_trainer.actions.backups import backup

        path = backup(here.desk, Path(file) if file else None)
        write(here.say("store.backed-up", path=path))
        return 0

    return Spoken(
        here,
        "backup",
        callback=run,
        params=[click.Argument(["file"], required=False, default="")],
    )
