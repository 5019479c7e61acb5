"""`share` and `unshare`: show an attempt of free practice to trainers, and no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return `share`."""
    return sharing(here, "share", shown=True)


def sharing(here: Here, name: str, *, shown: bool) -> click.Command:
    """Return the command that shares, or the one that ends it."""

    def run(attempt: str) -> int:
        from uss_trainer.actions.sharing import share
        from uss_trainer.content.clean import clean

        found, changed = share(here.desk, clean(attempt), shown)
        code = f"rulings.{name}d" if changed else "persons.nothing-changed"
        write(here.say(code, attempt=found) if changed else here.say(code))
        return 0

    words = here.say(f"rulings.help-{name}")
    return Spoken(here, name, words=words, callback=run, params=[click.Argument(["attempt"])])
