"""`exam`: sit one on the screen or from a file of replies, rate oneself, read the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from uss_trainer.cli.area import option
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import Whole, form
from uss_trainer.cli.streams import tell
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here

AREA = "exam"
SEEDS = 999_999


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(target: str, replies: str, ratings: str, format: str, **how: Any) -> int:
        if not target:
            return _list(here, format)
        if replies or ratings:
            name = _sit(here, target, replies, how) if replies else _exam_in(here, target)
            if ratings:
                _rate(here, name, ratings)
            return _show(here, name, format)
        if target.startswith("exam-") and not _to_screen(here, target):
            return _show(here, target, format)
        from uss_trainer.cli.screen import open_exam

        return open_exam(here, target, how["seed"], how["assignment"])

    return Spoken(
        here,
        "exam",
        words=here.say("exam.help"),
        callback=run,
        params=[
            click.Argument(["target"], required=False, default="", metavar="[PACK|EXAM]"),
            option(here, AREA, "--seed", "N", type=Whole(SEEDS)),
            option(here, AREA, "--assignment", "ID", default=""),
            option(here, AREA, "--replies", "FILE|-", default=""),
            option(here, AREA, "--ratings", "FILE|-", default=""),
            form(here),
        ],
    )


def _to_screen(here: Here, name: str) -> bool:
    """Return whether an exam named is to be gone on with, and there is a screen to do it on."""
    import sys

    from uss_trainer.actions.exams import found
    from uss_trainer.cli.streams import is_terminal

    exam = found(here.desk, name)
    own = exam.person == here.desk.actor.id
    return own and exam.stage != "rated" and is_terminal(sys.stdout) and is_terminal(sys.stdin)


def _exam_in(here: Here, name: str) -> str:
    """Return the id of the exam meant: named, or the one of a pack that is waiting."""
    from uss_trainer.actions.exams import open_exam

    if name.startswith("exam-"):
        return name
    waiting = open_exam(here.desk, name)
    if waiting is None:
        raise fail("exam.no-such", exam=name)
    return waiting.id


def _sit(here: Here, pack: str, replies: str, how: dict[str, Any]) -> str:
    """Answer with the file's lines and return the exam's id."""
    from uss_trainer.actions.exam_script import sit
    from uss_trainer.actions.exams import found
    from uss_trainer.actions.scripted import script_of
    from uss_trainer.cli.files import read

    text, where = read(replies)
    pack = found(here.desk, pack).pack if pack.startswith("exam-") else pack
    script = script_of(text, where)
    going, left = sit(here.desk, pack, script, lang=here.lang, me=here.me, **how)
    if left:
        lines = ", ".join(str(line.number) for line in left[:20]) + ("…" if left[20:] else "")
        tell(f"{where}: " + here.say("exam.left-over", lines=lines))
    return going.exam.id


def _rate(here: Here, name: str, ratings: str) -> None:
    from uss_trainer.actions.exam_rating import ratings_in, to_rate
    from uss_trainer.actions.exam_results import rate
    from uss_trainer.actions.exams import go_on
    from uss_trainer.cli.files import read

    exam = go_on(here.desk, name).exam
    if exam.stage != "to-rate":
        raise fail("exam.rated" if exam.rated_at else "exam.not-over", exam=exam.id)
    rows = to_rate(here.desk, name, here.lang)
    rate(here.desk, name, ratings_in(*read(ratings), rows), here.lang)


def _show(here: Here, name: str, form: str) -> int:
    from uss_trainer.cli.exam import print_exam

    return print_exam(here, name, form)


def _list(here: Here, form: str) -> int:
    from uss_trainer.cli.exam import print_exams

    print_exams(here, form)
    return 0
