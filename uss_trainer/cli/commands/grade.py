"""`grade`: what replies in a file do, judged by a technique's rubric."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import tell, write
from uss_trainer.errors import TrainerError, fail

if TYPE_CHECKING:
    from uss_trainer.actions.grading import Bench
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(technique: str | None, rubric: str | None, file: str, format: str) -> int:
        if (technique is None) == (rubric is None):
            raise fail("cli.usage-technique")
        return _run(here, technique or "", Path(rubric) if rubric else None, file, format)

    return Spoken(
        here,
        "grade",
        callback=run,
        params=[
            click.Option(["--technique"], metavar="ID", help=here.say("cli.help-technique")),
            click.Option(["--rubric"], metavar="FILE", help=here.say("cli.help-rubric")),
            click.Argument(["file"], default="-", required=False),
            form(here, "jsonl", "text"),
        ],
    )


def _run(here: Here, technique: str, rubric: Path | None, file: str, form: str) -> int:
    from uss_trainer.actions.grading import bench, graded, rows
    from uss_trainer.cli.files import read
    from uss_trainer.i18n import sentence

    text, where = read(file)
    made = bench(here.desk, technique, rubric)
    wrong = False
    for row in rows(text, where):
        if isinstance(row, TrainerError):
            wrong = True
            tell(sentence(row.problem, here.lang))
            continue
        plain = graded(made, row, here.lang)
        write(json.dumps(plain, ensure_ascii=False) if form == "jsonl" else _text(here, plain))
    return int(_missing(here, made) or wrong)


def _missing(here: Here, made: Bench) -> bool:
    """Say so where nothing could be graded, the encoder being missing."""
    if made.grader is None:
        tell(here.say("grade.no-encoder"))
    return made.grader is None


def _text(here: Here, plain: dict[str, object]) -> str:
    """Return one judgement as a line, and its reasons under it."""
    found = [
        here.say(f"grade.{name}", ids=" ".join(ids))
        for name in ("steps", "methods", "faults")
        if isinstance(ids := plain[name], list) and ids
    ]
    quality = here.say("grade.quality", quality=plain["quality"])
    head = f"{plain['id']}  {quality}  " + "  ".join(found)
    why = plain["why"] if isinstance(plain["why"], list) else []
    return "\n".join([head.rstrip(), *(f"    {reason}" for reason in why)])
