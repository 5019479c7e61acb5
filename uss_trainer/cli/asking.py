"""Asking before something that can't be undone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.streams import is_terminal, tell
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here

YES = ("y", "yes", "是", "好")


def yes_flag(here: Here) -> click.Option:
    """Return `--yes`, which does without the question."""
    return click.Option(["--yes"], is_flag=True, help=here.say("cli.help-yes"))


def confirmed(here: Here, question: str, yes: bool) -> bool:
    """Return whether the user wants it; TrainerError `cli.usage-needs-yes` without a terminal."""
    if yes:
        return True
    if not is_terminal(sys.stdin):
        raise fail("cli.usage-needs-yes")
    tell(question + " " + here.say("cli.yes-or-no"))
    return sys.stdin.readline().strip().casefold() in YES
