"""`check`: everything wrong with content."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import tell, write

if TYPE_CHECKING:
    from uss_trainer.actions.checking import Checked
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(path: tuple[str, ...], format: str) -> int:
        return _run(here, path, format)

    paths = click.Argument(["path"], nargs=-1, required=False)
    return Spoken(here, "check", callback=run, params=[paths, form(here)])


def _run(here: Here, paths: tuple[str, ...], form: str) -> int:
    from uss_trainer.actions.checking import check

    checked = check(here.desk, [Path(path) for path in paths])
    if form == "json":
        here.write(_plain(here, checked))
    else:
        _lines(here, checked)
    if not checked.errors:
        return 0
    tell(_summary(here, checked))
    return 1


def _summary(here: Here, checked: Checked) -> str:
    return here.say(
        "cli.checked", files=checked.files, errors=checked.errors, warnings=checked.warnings
    )


def _lines(here: Here, checked: Checked) -> None:
    from uss_trainer.i18n import sentence

    for problem in checked.problems:
        text = sentence(problem, here.lang)
        write(here.say("cli.warning", text=text) if problem.severity == "warning" else text)
    if not checked.errors:
        write(_summary(here, checked))


def _plain(here: Here, checked: Checked) -> dict[str, object]:
    from uss_trainer.i18n import sentence

    return {
        "files": checked.files,
        "errors": checked.errors,
        "warnings": checked.warnings,
        "problems": [
            {
                "severity": problem.severity,
                "code": problem.code,
                "where": problem.where,
                "text": sentence(problem, here.lang),
            }
            for problem in checked.problems
        ],
    }
