"""`unshare`: show an attempt to trainers no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.cli.commands.share import sharing

if TYPE_CHECKING:
    import click

    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""
    return sharing(here, "unshare", shown=False)
