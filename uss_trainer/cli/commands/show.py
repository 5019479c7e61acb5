"""`show`: one attempt with its card and turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.actions.sittings import Sitting
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
        if format == "text":
            _regraded(here, sitting)
        return 0

    return Spoken(here, "show", callback=run, params=[click.Argument(["attempt"]), form(here)])


def _regraded(here: Here, sitting: Sitting) -> None:
    """Print how it was graded again since, where it was."""
    from uss_trainer.actions.regrade_kept import regraded
    from uss_trainer.actions.wording import span

    names = {band.id: band.name.of(here.lang) for band in sitting.edition.scale.bands}
    for one in regraded(here.desk, sitting.attempt.id):
        total, band = span(one.total, one.total_if_open), names.get(one.band, one.band)
        write("  " + here.say("regrade.shown", day=one.at[:10], total=total, band=band))
