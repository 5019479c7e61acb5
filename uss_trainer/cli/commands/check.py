"""`check`: everything wrong with content."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import is_terminal, tell, write
from uss_trainer.cli.tables import width

if TYPE_CHECKING:
    from uss_trainer.actions.checking import Checked
    from uss_trainer.actions.deepened import Told
    from uss_trainer.actions.pointing import Pointer
    from uss_trainer.cli.here import Here
    from uss_trainer.errors import Problem


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(path: tuple[str, ...], deep: bool, format: str) -> int:
        return _run(here, [Path(one) for one in path], deep, format)

    paths = click.Argument(["path"], nargs=-1, required=False)
    deep = click.Option(["--deep"], is_flag=True, help=here.say("cli.help-deep"))
    return Spoken(here, "check", callback=run, params=[paths, deep, form(here)])


def _run(here: Here, paths: Sequence[Path], deep: bool, form: str) -> int:
    from uss_trainer.actions.checking import Checked, check

    checked = check(here.desk, paths)
    told = _deepened(here, paths) if deep else []
    if told:
        found = [problem for one in told for problem in one.deep.problems]
        checked = Checked(checked.files, (*checked.problems, *found))
    if form == "json":
        here.write(_plain(here, checked, told if deep else None))
    else:
        _lines(here, checked, told)
    if not all(one.deep.graded for one in told):
        tell(here.say("deep.skipped"))
    if not checked.errors:
        return 0
    tell(_summary(here, checked))
    return 1


def _deepened(here: Here, paths: Sequence[Path]) -> list[Told]:
    from uss_trainer.actions.deepened import deep_run

    run = deep_run(here.desk, paths)
    with click.progressbar(
        range(len(run.scenarios)),
        label=here.say("deep.checking"),
        file=sys.stderr,
        item_show_func=lambda place: "" if place is None else run.scenarios[place][1].id,
        hidden=not is_terminal(sys.stderr),
    ) as places:
        return [run.told(place) for place in places]


def _summary(here: Here, checked: Checked) -> str:
    return here.say(
        "cli.checked", files=checked.files, errors=checked.errors, warnings=checked.warnings
    )


def _lines(here: Here, checked: Checked, told: Sequence[Told]) -> None:
    from uss_trainer.actions.pointing import Pointer
    from uss_trainer.i18n import sentence

    pointer = Pointer()
    for problem in checked.problems:
        text = sentence(problem, here.lang)
        write(
            text if problem.severity == "error" else here.say(f"cli.{problem.severity}", text=text)
        )
        _show(here, problem, pointer)
    if told:
        write(here.say("deep.scores-title"))
    for one in told:
        spans = [
            here.say("deep.ending", ending=end.ending, worst=f"{end.worst:g}", best=f"{end.best:g}")
            for end in one.deep.endings
        ]
        write(here.say("deep.scores", scenario=one.scenario, endings=", ".join(spans)))
    if not checked.errors:
        write(_summary(here, checked))


def _show(here: Here, problem: Problem, pointer: Pointer) -> None:
    """Write the line a problem stands at, carets under what is meant, and the hint."""
    from uss_trainer.actions.pointing import hint

    pointed = pointer.at(problem)
    if pointed is not None:
        number = problem.where.rpartition(":")[2]
        line = pointed.line.replace("\t", " ")
        before, meant = line[: pointed.column - 1], line[pointed.column - 1 :][: pointed.length]
        write(f"  {number} | {line}")
        write(f"  {' ' * len(number)} | {' ' * width(before)}{'^' * max(1, width(meant))}")
    if words := hint(problem, here.lang):
        write(here.say("cli.hint", text=words))


def _plain(here: Here, checked: Checked, told: Sequence[Told] | None) -> dict[str, object]:
    from uss_trainer.actions.pointing import Pointer

    pointer = Pointer()
    return {
        "files": checked.files,
        "errors": checked.errors,
        "warnings": checked.warnings,
        "notes": checked.notes,
        "problems": [_problem(here, problem, pointer) for problem in checked.problems],
        "deep": None if told is None else [_told(one) for one in told],
    }


def _problem(here: Here, problem: Problem, pointer: Pointer) -> dict[str, object]:
    from uss_trainer.actions.pointing import hint
    from uss_trainer.i18n import sentence

    pointed = pointer.at(problem)
    return {
        "severity": problem.severity,
        "code": problem.code,
        "where": problem.where,
        "text": sentence(problem, here.lang),
        "column": pointed.column if pointed else None,
        "length": pointed.length if pointed else None,
        "hint": hint(problem, here.lang),
    }


def _told(one: Told) -> dict[str, object]:
    from dataclasses import asdict

    deep = one.deep
    return {
        "scenario": one.scenario,
        "places": deep.places,
        "complete": deep.complete,
        "graded": deep.graded,
        "endings": [asdict(end) for end in deep.endings],
    }
