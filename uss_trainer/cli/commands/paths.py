"""`paths`: where everything is kept and looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(format: str) -> int:
        return _run(here, format)

    return Spoken(here, "paths", callback=run, params=[form(here)])


def _run(here: Here, form: str) -> int:
    from uss_trainer.content.bundled import bundled

    folders, desk = here.folders, here.desk
    plain: dict[str, object] = {
        "data": str(folders.data),
        "cache": str(folders.cache),
        "config": str(folders.config),
        "database": desk.db or folders.database_url,
        "packs": [str(place) for place in (*desk.places, bundled("scenarios"))],
        "scoring": [*(str(place / "scoring") for place in desk.places), str(bundled("scoring"))],
        "own_packs": str(folders.user_packs),
    }
    if form == "json":
        here.write(plain)
        return 0
    for name, value in plain.items():
        for each in value if isinstance(value, list) else [value]:
            write(here.say(f"cli.path-{name.replace('_', '-')}", path=each))
    return 0
