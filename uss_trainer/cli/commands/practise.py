"""`practise`: the steps due today, on the screen or from a file; what is due, what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import Whole, choice
from uss_trainer.cli.streams import tell, write
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.actions.drilling import Done
    from uss_trainer.actions.practice_told import Today
    from uss_trainer.cli.here import Here
    from uss_trainer.coaching.practising import Session

MOST = 100
"""Cards that `--limit` may ask for."""


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(format: str | None, replies: str | None, limit: int | None, remembered: bool) -> int:
        from uss_trainer.coaching.practising import LIMIT

        cards = LIMIT if limit is None else limit
        if remembered:
            if replies is not None:
                raise fail("practise.with-replies")
            return _remembered(here, format)
        if replies is not None:
            return _answered(here, replies, cards, format)
        if format is None:
            from uss_trainer.cli.screen import open_practice

            return open_practice(here, cards)
        return _listed(here, cards, format)

    words = here.say("practise.help-practise")
    return Spoken(here, "practise", words=words, callback=run, params=_options(here))


def _options(here: Here) -> list[click.Parameter]:
    replies, limit = here.say("practise.help-replies"), here.say("practise.help-limit")
    remembered = here.say("practise.help-remembered")
    return [
        choice(here, "--format", ("text", "json")),
        click.Option(["--replies"], metavar="FILE|-", help=replies),
        click.Option(["--limit"], type=Whole(MOST), metavar="N", help=limit),
        click.Option(["--remembered"], is_flag=True, help=remembered),
    ]


def _listed(here: Here, limit: int, form: str) -> int:
    from uss_trainer.actions.practice_plain import today_as_plain
    from uss_trainer.actions.practice_told import todays

    found = todays(here.desk, here.lang, limit)
    if form == "json":
        here.write(today_as_plain(found))
        return 0
    for line in _lines(here, found):
        write(line)
    return 0


def _lines(here: Here, found: Today) -> Iterator[str]:
    from uss_trainer.cli.tables import table

    if not found.cards:
        yield here.say("practise.summary-none")
    else:
        heads = [here.say(f"practise.column-{one}") for one in ("step", "due", "remembered")]
        rows = []
        for card in found.cards:
            due = here.say("practise.new") if card.fresh else card.due
            if card.late:
                due = here.say("practise.late", day=card.due, late=card.late)
            share = "-" if card.remembered is None else f"{card.remembered:.0%}"
            rows.append([f"{card.technique} · {card.name}", due, share])
        yield from table(heads, rows)
    if found.later:
        yield here.say("practise.more", count=found.later)
    if found.following:
        yield here.say("practise.summary-next", day=found.following)


def _answered(here: Here, replies: str, limit: int, form: str | None) -> int:
    from uss_trainer.actions.practising import ask, reply, start
    from uss_trainer.cli.files import read
    from uss_trainer.grading.drill_values import Given

    text, where = read(replies)
    lines = [(at, line.strip()) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise fail("cli.no-replies", where)
    session, done = start(here.desk, limit), []
    while lines and (asked := ask(here.desk, session, here.me)):
        _, line = lines.pop(0)
        session, result = reply(here.desk, asked, Given(text=line), lang=here.lang)
        done.append(result)
    _print(here, session, done, form)
    if lines:
        left = ", ".join(str(at) for at, _ in lines[:20])
        tell(f"{where}: " + here.say("practise.left-over", lines=left))
    return 0


def _print(here: Here, session: Session, done: list[Done], form: str | None) -> None:
    from uss_trainer.actions.drill_told import said
    from uss_trainer.actions.practice_plain import session_as_plain
    from uss_trainer.actions.practice_told import summary

    if form == "json":
        here.write(session_as_plain(session, done))
        return
    for (step, total, told), result in zip(
        summary(here.desk, session, here.lang), done, strict=True
    ):
        write(here.say("practise.line", step=step, total=total, told=told))
        for line in said(result, here.lang):
            write(f"  {line}")
    if not done:
        write(here.say("practise.summary-none"))


def _remembered(here: Here, form: str | None) -> int:
    from uss_trainer.actions.practice_plain import remembered_as_plain
    from uss_trainer.actions.remembered import what_is_remembered

    found = what_is_remembered(here.desk)
    if form == "json":
        here.write(remembered_as_plain(found))
        return 0
    from uss_trainer.cli.curve import drawn

    for line in drawn(found, here.lang):
        write(line)
    return 0
