"""`graph`: a picture of a scenario that a trainer can read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import choice
from uss_trainer.cli.streams import write
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.actions.graphing import Form
    from uss_trainer.cli.here import Here

FORMS = ("mmd", "dot", "svg")


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(scenario: str, output: str, to: str | None) -> int:
        return _run(here, scenario, output, to)

    out = click.Option(
        ["-o", "--output"], default="-", metavar="FILE", help=here.say("graph.output")
    )
    params = [click.Argument(["scenario"]), out, choice(here, "--to", FORMS)]
    return Spoken(here, "graph", callback=run, params=params)


def _run(here: Here, scenario: str, output: str, to: str | None) -> int:
    from uss_trainer.actions.graphing import drawn, graph_of, save

    form = to or _form(output)
    text = drawn(graph_of(here.desk, scenario, here.lang), form, here.lang)  # type: ignore[arg-type]
    if output == "-":
        write(text.rstrip("\n"))
    else:
        save(text, Path(output))
        write(here.say("graph.saved", path=output))
    return 0


def _form(output: str) -> Form:
    """Return what the file's ending asks for; standard output is Mermaid unless `--to` says."""
    if output == "-":
        return "mmd"
    ending = Path(output).suffix.lower().lstrip(".")
    for form in FORMS:
        if ending == form:
            return form  # type: ignore[return-value]
    raise fail("cli.usage-graph-file", file=output)
