"""`show`: one attempt with its card and turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(attempt: str, format: str) -> int:
        from uss_trainer.actions.reviewing import review
        from uss_trainer.actions.sittings import read
        from uss_trainer.cli.attempt import print_attempt
        from uss_trainer.content.clean import clean

        sitting = read(here.desk, clean(attempt), here.lang)
        print_attempt(here, sitting, format, said=review(here.desk, sitting))
        return 0

    return Spoken(here, "show", callback=run, params=[click.Argument(["attempt"]), form(here)])
