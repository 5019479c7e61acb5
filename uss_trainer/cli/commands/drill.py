"""`drill`: a drill on the screen, or answered from a file without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import Whole, form
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.actions.drilling import Done
    from uss_trainer.cli.here import Here

SEEDS = 999_999


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(drill: str, seed: int | None, answers: str | None, **how: object) -> int:
        if answers is None:
            from uss_trainer.cli.screen import open_drill

            return open_drill(here, drill, seed)
        return _answered(here, drill, seed, answers, dry=bool(how["dry_run"]), form=how["format"])

    return Spoken(
        here,
        "drill",
        callback=run,
        params=[
            click.Argument(["drill"]),
            click.Option(["--answers"], metavar="FILE|-", help=here.say("cli.help-answers")),
            click.Option(
                ["--seed"], type=Whole(SEEDS), metavar="N", help=here.say("cli.help-drill-seed")
            ),
            click.Option(["--dry-run"], is_flag=True, help=here.say("cli.help-dry-run")),
            form(here),
        ],
    )


def _answered(
    here: Here, drill: str, seed: int | None, answers: str, *, dry: bool, form: object
) -> int:
    from uss_trainer.actions.drill_script import as_plain, given_in
    from uss_trainer.actions.drilling import answer, begin
    from uss_trainer.cli.files import read

    going = begin(here.desk, drill, me=here.me, seed=seed)
    given = given_in(*read(answers), going.drill)
    done = answer(here.desk, going, given, lang=here.lang, record=not dry)
    if form == "json":
        here.write(as_plain(done, here.lang))
    else:
        for line in _text(here, done):
            write(line)
    return 0


def _text(here: Here, done: Done) -> Iterator[str]:
    from uss_trainer.actions.drill_told import said, summed, to_look_up, total
    from uss_trainer.actions.drill_views import lines_after

    drill = done.drill
    kind = here.say(f"drill.kind-{drill.kind}")
    yield f"{drill.title.of(here.lang)} ({kind})"
    for line in lines_after(done, here.lang):
        yield f"  {line.sign} {line.text}" + (f"  [{line.note}]" if line.note else "")
        if line.why:
            yield f"      {line.why}"
    yield from said(done, here.lang)
    yield here.say("drill.total", total=total(done), band="").rstrip()
    yield from summed(done, here.lang)
    if tip := to_look_up(done, here.lang):
        yield tip
