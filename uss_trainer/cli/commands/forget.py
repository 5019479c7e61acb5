"""`forget`: remove somebody; the figures stay, belonging to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.asking import confirmed, yes_flag
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(person: str, yes: bool) -> int:
        from uss_trainer.actions.own import forget, whom

        found = whom(here.desk, person)
        name = found.name or here.say("persons.you")
        if not confirmed(here, here.say("persons.ask-forget", name=name), yes):
            write(here.say("cli.left-alone"))
            return 1
        done = forget(here.desk, found.id)
        write(here.say("persons.forgotten", kept=done.kept, dropped=done.dropped))
        return 0

    words = here.say("persons.help-forget")
    params = [click.Argument(["person"]), yes_flag(here)]
    return Spoken(here, "forget", words=words, callback=run, params=params)
