"""`results`: how people stand with what they were given; results out to a file and in again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.moved import moved_lines
from uss_trainer.cli.options import form
from uss_trainer.cli.progress import counting
from uss_trainer.cli.streams import tell, write

if TYPE_CHECKING:
    from uss_trainer.actions.bringing import Brought
    from uss_trainer.actions.results import Result
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(assignment: str, export: str, files: tuple[str, ...], format: str) -> int:
        if export:
            from uss_trainer.actions.bringing import export as write_out

            count = write_out(here.desk, Path(export))
            write(here.say("tasks.results-exported", path=export, count=count))
            return 0
        if files:
            return max(_import(here, file, format) for file in files)
        return _list(here, assignment, format)

    return Spoken(
        here,
        "results",
        words=here.say("tasks.help-results"),
        callback=run,
        params=[
            click.Argument(["assignment"], required=False, default=""),
            _file(here, "--export", "export-results", default=""),
            _file(here, "--import", "import-results", multiple=True),
            form(here),
        ],
    )


def _file(here: Here, name: str, words: str, **more: Any) -> click.Option:
    names = [name, "files"] if name == "--import" else [name]
    return click.Option(names, metavar="FILE", help=here.say(f"tasks.help-{words}"), **more)


def _import(here: Here, file: str, form: str) -> int:
    from uss_trainer.actions.bringing import bring
    from uss_trainer.i18n import sentence

    with counting(here.say("regrade.progress")) as progress:
        brought = bring(here.desk, Path(file), progress)
    for problem in brought.problems:
        tell(sentence(problem, here.lang))
    if form == "json":
        here.write(_plain(brought))
    else:
        facts = {"new": brought.new, "continued": brought.continued, "same": brought.same}
        write(here.say("tasks.brought", **facts, refused=len(brought.problems)))
        if brought.moved:
            write(here.say("tasks.moved", attempts=", ".join(brought.moved[:20])))
        for one in brought.changes[:20]:
            for line in moved_lines(here, one):
                write("  " + line)
    return 1 if brought.problems else 0


def _plain(brought: Brought) -> dict[str, object]:
    from uss_trainer.actions.regrade_told import moved_as_plain

    return {
        "new": brought.new,
        "continued": brought.continued,
        "same": brought.same,
        "moved": list(brought.moved),
        "changes": [moved_as_plain(one) for one in brought.changes],
        "refused": len(brought.problems),
    }


def _list(here: Here, assignment: str, form: str) -> int:
    from uss_trainer.actions.results import results, results_as_plain
    from uss_trainer.cli.tables import table

    found = results(here.desk, assignment)
    if form == "json":
        here.write(results_as_plain(found))
        return 0
    if not found:
        write(here.say("tasks.none"))
        return 0
    heads = ("title", "scenario", "person", "state", "total", "made", "due")
    rows = [_row(here, one) for one in found]
    for line in table([here.say(f"tasks.column-{head}") for head in heads], rows):
        write(line)
    return 0


def _row(here: Here, one: Result) -> list[str]:
    from uss_trainer.actions.assigned import day_in_words
    from uss_trainer.actions.wording import span

    stands = one.progress
    total = span(stands.counted.total, stands.counted.total_if_open) if stands.counted else "-"
    if one.machine:
        machine = span(one.machine.total, one.machine.total_if_open)
        total = here.say("tasks.ruled", total=total, machine=machine)
    state = here.say(f"tasks.state-{stands.state}")
    if stands.late:
        state = here.say("tasks.late", state=state)
    made = str(stands.made) if stands.left is None else f"{stands.made}/{one.assignment.attempts}"
    due = day_in_words(one.assignment, stands, here.lang)
    name = one.person.name or here.say("persons.you")
    return [one.assignment.title, one.scenario, name, state, total, made, due or "-"]
