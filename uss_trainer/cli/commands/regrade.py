"""`regrade`: stored replies graded by today's rubrics; whose result would be another, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.area import flag, option
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.moved import moved_lines
from uss_trainer.cli.options import form
from uss_trainer.cli.progress import counting
from uss_trainer.cli.streams import write
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.regraded import Regrade
    from uss_trainer.cli.here import Here

AREA = "regrade"


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(target: str, technique: str, dry_run: bool, write: bool, format: str) -> int:
        if dry_run and write:
            raise fail("cli.usage-both", one="--dry-run", other="--write")
        found = _regrade(here, target, technique, write=write)
        if format == "json":
            from uss_trainer.actions.regrade_told import as_plain

            here.write(as_plain(found))
        else:
            _print(here, found)
        return 0

    return Spoken(
        here,
        "regrade",
        words=here.say("regrade.help"),
        callback=run,
        params=[
            click.Argument(["target"], required=False, default="", metavar="[SCENARIO|ATTEMPT]"),
            option(here, AREA, "--technique", "TECHNIQUE", default=""),
            flag(here, AREA, "--dry-run"),
            flag(here, AREA, "--write"),
            form(here),
        ],
    )


def _regrade(here: Here, target: str, technique: str, *, write: bool) -> Regrade:
    from uss_trainer.actions.regrade import regrade
    from uss_trainer.content.clean import clean

    names = (clean(target), clean(technique), here.lang)
    with counting(here.say("regrade.progress")) as progress:
        return regrade(here.desk, *names, write=write, progress=progress)


def _print(here: Here, found: Regrade) -> None:
    for line in _lines(here, found):
        write(line)


def _lines(here: Here, found: Regrade) -> Iterator[str]:
    from uss_trainer.actions.regrade_told import steps

    moved = sum(one.moved for one in found.others)
    facts = {"count": found.looked_at, "moved": moved, "others": len(found.others) - moved}
    yield here.say("regrade.summary", **facts)
    for one in found.others:
        yield ""
        yield from moved_lines(here, one)
    if found.others:
        yield ""
        turned = [f"{step} {by:+d}" for step, by in sorted(steps(found).items())]
        if turned:
            yield here.say("regrade.by-step", steps=", ".join(turned))
        yield here.say("regrade.written" if found.written else "regrade.dry")
    for attempt, technique in found.gone.items():
        yield here.say("regrade.gone", attempt=attempt, technique=technique)
