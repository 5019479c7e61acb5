"""`report`: an attempt, a person, a team or a pack as a page, a sheet or statements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.area import Area, flag, option, part
from uss_trainer.cli.files import put
from uss_trainer.cli.options import OneOf, form
from uss_trainer.cli.streams import tell, write
from uss_trainer.content.clean import clean
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.actions.reporting import Subject
    from uss_trainer.cli.here import Here

AREA = "report"
FORMATS = ("html", "csv", "xapi")
NAMED: tuple[Subject, ...] = ("attempt", "person", "team", "pack")


def command(here: Here) -> click.Command:
    """Return the command."""
    parts: dict[str, click.Command] = {name: _about(here, name) for name in NAMED}
    area = Area(here, "report", here.say("report.help-report"), {**parts, "items": _items(here)})
    area.callback = _explain
    return area


def _explain() -> None:
    """Print the help where nothing is named to report on."""
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        write(context.get_help())


def _about(here: Here, subject: Subject) -> click.Command:
    def run(named: str, output: str, format: str, post: str, force: bool) -> int:
        if post and format != "xapi":
            raise fail("report.post-needs-xapi")
        if not (output or post):
            raise fail("report.no-place")
        if output not in ("", "-") and Path(output).exists() and not force:
            raise fail("report.exists", clean(output))
        if format == "xapi":
            from uss_trainer.cli.statements import run as run_statements

            return run_statements(here, subject, named, output, post)
        return _write(here, subject, named, output, format)

    return part(
        here,
        AREA,
        subject,
        run,
        click.Argument(["named"], metavar=subject.upper()),
        click.Option(
            ["-o", "--output"], metavar="FILE", default="", help=here.say("report.help-output")
        ),
        option(here, AREA, "--format", "|".join(FORMATS), type=OneOf(FORMATS), default=FORMATS[0]),
        option(here, AREA, "--post", "URL", default=""),
        flag(here, AREA, "--force"),
    )


def _write(here: Here, subject: Subject, named: str, output: str, form: str) -> int:
    from uss_trainer.actions.reporting import page, sheet

    if form == "csv":
        from uss_trainer.reports.csv import as_csv

        text = as_csv(sheet(here.desk, subject, named, here.lang))
    else:
        from uss_trainer.reports.html import as_html

        text = as_html(page(here.desk, subject, named, here.lang))
    if output == "-":
        write(text.rstrip("\n"))
        return 0
    put(Path(output), text)
    tell(here.say("report.written", path=output))
    return 0


def _items(here: Here) -> click.Command:
    def run(pack: str, format: str) -> int:
        from uss_trainer.actions.reporting import analysis

        found, collected = analysis(here.desk, pack, here.lang)
        if format == "json":
            from uss_trainer.actions.items import analysis_as_plain

            here.write(analysis_as_plain(pack, found))
            return 0
        from uss_trainer.actions.items import analysis_tables
        from uss_trainer.cli.tables import table

        facts, tables = analysis_tables(here.lang, collected, found)
        for line in facts:
            write(line)
        for one in tables:
            write("")
            write(one.title)
            for line in table(one.heads, one.rows):
                write(line)
        return 0

    return part(here, AREA, "items", run, click.Argument(["pack"]), form(here))
