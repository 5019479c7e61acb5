"""`score`: a real call's transcript, graded like a played scenario."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import choice, form
from uss_trainer.cli.streams import is_terminal, tell
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.calls import Heard
    from uss_trainer.actions.grading import Bench
    from uss_trainer.cli.here import Here
    from uss_trainer.content.terms import Relationship
    from uss_trainer.grading.values import Judgement


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(
        technique: str | None,
        rubric: str | None,
        sales: tuple[str, ...],
        relationship: Relationship,
        transcript: str,
        format: str,
    ) -> int:
        from uss_trainer.actions.grading import bench

        if (technique is None) == (rubric is None):
            raise fail("cli.usage-technique")
        heard = _heard(transcript, sales)
        made = bench(here.desk, technique or "", Path(rubric) if rubric else None)
        return _run(here, made, heard, relationship, format)

    return Spoken(
        here,
        "score",
        callback=run,
        params=[
            click.Option(["--technique"], metavar="ID", help=here.say("cli.help-technique")),
            click.Option(["--rubric"], metavar="FILE", help=here.say("cli.help-rubric")),
            click.Option(
                ["--sales"], metavar="NAME", multiple=True, help=here.say("cli.help-sales")
            ),
            choice(here, "--relationship", ("new", "known"), "new"),
            click.Argument(["transcript"]),
            form(here),
        ],
    )


def _heard(name: str, sales: Sequence[str]) -> Heard:
    from uss_trainer.actions.calls import hear
    from uss_trainer.cli.files import read

    text, where = read(name)
    return hear(text, where, sales)


def _run(here: Here, made: Bench, heard: Heard, relationship: Relationship, form: str) -> int:
    from uss_trainer.actions.calling import call_as_plain
    from uss_trainer.actions.calls import scored
    from uss_trainer.cli.call import print_call
    from uss_trainer.player.scene import Voice

    call = scored(here.desk, made, heard, _judgements(here, made, heard), relationship)
    voice = Voice(here.lang, here.me)
    if form == "json":
        here.write(call_as_plain(call, voice))
    else:
        print_call(here, call, voice)
    if made.grader is None:
        tell(here.say("grade.no-encoder"))
    return int(made.grader is None)


def _judgements(here: Here, made: Bench, heard: Heard) -> list[Judgement]:
    """Return the judgement of every moment; the bar on stderr shows how far it is."""
    from uss_trainer.actions.calls import judgements

    with click.progressbar(
        judgements(made, heard.moments),
        length=len(heard.moments),
        label=here.say("score.scoring"),
        file=sys.stderr,
        hidden=not is_terminal(sys.stderr),
    ) as found:
        return list(found)
