"""`test`: play the tests that scenarios carry and show what comes out otherwise."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import is_terminal, tell, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.testing import Tested
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(path: tuple[str, ...], format: str) -> int:
        return _run(here, [Path(one) for one in path], format)

    paths = click.Argument(["path"], nargs=-1, required=False)
    return Spoken(here, "test", callback=run, params=[paths, form(here)])


def _run(here: Here, paths: Sequence[Path], form: str) -> int:
    from uss_trainer.actions.testing import run_of, tally

    run = run_of(here.desk, paths)
    tested: list[Tested] = []
    with click.progressbar(
        run.scenarios,
        label=here.say("cli.testing"),
        file=sys.stderr,
        item_show_func=str,
        hidden=not is_terminal(sys.stderr),
    ) as scenarios:
        for scenario in scenarios:
            tested += run.results(scenario)
    result = tally(tested)
    counts = {"tests": result.tests, "typed": result.typed, "missed": result.missed}
    counts |= {"known": result.known, "mended": result.mended}
    told = [one for one in tested if one.missed or one.mended]
    if form == "json":
        here.write(counts | {"differences": [_plain(one) for one in told]})
    else:
        for one in told:
            _tell_of(here, one)
        write(here.say("cli.tested", **counts))
    if result.failed:
        tell(here.say("cli.tests-failed"))
        return 1
    return 0


def _tell_of(here: Here, one: Tested) -> None:
    """Write one test: what was expected, what came otherwise, why it is known to or was."""
    write(f"{one.scenario} · {one.name} · {one.kind} · {one.lang}")
    if one.text:
        write(f"    {one.text}")
    for difference in one.differences:
        facts = {"expected": difference.expected, "got": difference.got}
        write("    " + here.say(f"cli.differs-{difference.what}", **facts))
    if one.known:
        code = "cli.known-miss-mended" if one.mended else "cli.known-miss"
        write("    " + here.say(code, why=one.known))


def _plain(one: Tested) -> dict[str, object]:
    return {
        "scenario": one.scenario,
        "test": one.name,
        "kind": one.kind,
        "lang": one.lang,
        "text": one.text,
        "known_miss": one.known,
        "differs": [
            {"what": each.what, "expected": each.expected, "got": each.got}
            for each in one.differences
        ],
    }
