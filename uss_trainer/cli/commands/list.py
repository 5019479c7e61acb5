"""`list`: the scenarios, drills and deals there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import tell, write

if TYPE_CHECKING:
    from uss_trainer.actions.listing import Listing
    from uss_trainer.cli.here import Here
    from uss_trainer.content.index import Row

COLUMNS = ("id", "pack", "technique", "level", "title")


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(format: str) -> int:
        return _run(here, format)

    return Spoken(here, "list", callback=run, params=[form(here)])


def _run(here: Here, form: str) -> int:
    from uss_trainer.actions.listing import as_plain, listing
    from uss_trainer.i18n import sentence

    found = listing(here.desk)
    if form == "json":
        here.write(as_plain(found, here.lang))
    else:
        _table(here, found)
    for note in found.notes:
        tell(sentence(note, here.lang))
    return 0


def _table(here: Here, found: Listing) -> None:
    """Print a line a scenario, drill or deal; what keeps one from being played stands under it."""
    from uss_trainer.cli.tables import table
    from uss_trainer.i18n import sentence

    heads = [here.say(f"cli.column-{name}") for name in COLUMNS]
    cells = [
        [row.id, row.pack, _what(row), row.level or "-", row.title.get(here.lang) or "-"]
        for row in found.rows
    ]
    head, *lines = table(heads, cells)
    write(head)
    for row, line in zip(found.rows, lines, strict=True):
        write(line)
        for problem in row.problems:
            if problem.severity == "error":
                write(f"    {sentence(problem, here.lang)}")


def _what(row: Row) -> str:
    """Return a scenario's technique, or the kind of a drill or deal."""
    return row.kind if row.kind != "scenario" else row.technique or "-"
