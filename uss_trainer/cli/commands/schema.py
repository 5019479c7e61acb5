"""`schema`: the JSON Schema of a file format, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.actions.schemas import schema_files
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import OneOf, form
from uss_trainer.cli.streams import write
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(kind: str | None, out: str | None, format: str) -> int:
        return _run(here, kind, out, format)

    kinds = tuple(schema_files())
    return Spoken(
        here,
        "schema",
        callback=run,
        params=[
            click.Argument(["kind"], type=OneOf(kinds), required=False),
            click.Option(["-o", "--out"], metavar="FILE", help=here.say("cli.help-out")),
            form(here),
        ],
    )


def _run(here: Here, kind: str | None, out: str | None, form: str) -> int:
    files = schema_files()
    if kind is None:
        if out is not None:
            raise fail("cli.usage-missing", name="KIND", command="uss-trainer schema -o")
        if form == "json":
            here.write({"schemas": {name: str(path) for name, path in files.items()}})
        else:
            for name, path in files.items():
                write(f"{name:<10} {path}")
        return 0
    text = files[kind].read_text(encoding="utf-8")
    if out is None or out == "-":
        write(text.rstrip("\n"))
        return 0
    from uss_trainer.cli.files import put

    put(Path(out), text)
    write(here.say("cli.wrote", path=out))
    return 0
