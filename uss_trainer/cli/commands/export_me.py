"""`export-me`: everything that is stored about oneself, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.cli.group import Spoken

if TYPE_CHECKING:
    import click

    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run() -> int:
        from uss_trainer.actions.own import everything_of

        here.write(everything_of(here.desk, here.lang))
        return 0

    return Spoken(here, "export-me", words=here.say("persons.help-export-me"), callback=run)
