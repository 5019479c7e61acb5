"""`comment`: write beside a turn of an attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.area import option
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import Whole
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(attempt: str, text: str, turn: int) -> int:
        from uss_trainer.actions.reviewing import comment
        from uss_trainer.content.clean import clean

        said = comment(here.desk, clean(attempt), turn, text, here.lang)
        write(here.say("rulings.commented", attempt=said.attempt, turn=turn))
        return 0

    params = [
        click.Argument(["attempt"]),
        click.Argument(["text"]),
        option(here, "rulings", "--turn", "N", type=Whole(9999), required=True),
    ]
    words = here.say("rulings.help-comment")
    return Spoken(here, "comment", words=words, callback=run, params=params)
