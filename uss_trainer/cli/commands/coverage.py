"""`coverage`: what the scenarios together let one practise, and what is missing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import tell, write

if TYPE_CHECKING:
    from uss_trainer.actions.coverage import Cell
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(format: str) -> int:
        return _run(here, format)

    return Spoken(here, "coverage", callback=run, params=[form(here)])


def _run(here: Here, form: str) -> int:
    from uss_trainer.actions.coverage import covered

    cells = covered(here.desk)
    holes = [cell for cell in cells if cell.hole]
    if form == "json":
        here.write({"cells": [_plain(cell) for cell in cells], "holes": len(holes)})
    else:
        for heading, group in groupby(cells, key=lambda cell: (cell.technique, cell.kind)):
            _table(here, heading, list(group))
    if holes:
        tell(here.say("cli.coverage-holes", holes=len(holes), cells=len(cells)))
    return int(bool(holes))


def _table(here: Here, heading: tuple[str, str], cells: list[Cell]) -> None:
    """Write one kind of one technique: a cell a line, where it is played or what it lacks."""
    technique, kind = heading
    write(
        f"{technique} · {here.say(f'cli.cover-{kind}')}"
        if technique
        else here.say(f"cli.cover-{kind}")
    )
    for cell in cells:
        where = ", ".join(cell.scenarios)
        if cell.lack:
            where = here.say(f"cli.lack-{cell.lack}")
        mark = "✗" if cell.hole else "✓" if cell.lack is None else "·"
        write(f"  {mark} {cell.id:<20} {where}")


def _plain(cell: Cell) -> dict[str, object]:
    return {
        "kind": cell.kind,
        "technique": cell.technique,
        "id": cell.id,
        "scenarios": list(cell.scenarios),
        "lack": cell.lack,
        "hole": cell.hole,
    }
