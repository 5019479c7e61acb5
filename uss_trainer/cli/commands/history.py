"""`history`: all attempts, oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.drilled import Drilled


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(format: str) -> int:
        return _run(here, format)

    return Spoken(here, "history", callback=run, params=[form(here)])


def _run(here: Here, form: str) -> int:
    from uss_trainer.actions.showing import drilled, history, history_as_plain
    from uss_trainer.cli.tables import table

    attempts, done = history(here.desk), drilled(here.desk)
    if form == "json":
        here.write(history_as_plain(attempts, done))
        return 0
    if not (attempts or done):
        write(here.say("cli.no-attempts"))
        return 0
    names = ("attempt", "began", "scenario", "mode", "total", "band", "ending")
    heads = [here.say(f"cli.column-{name}") for name in names]
    rows = [(one.started_at, _row(here, one)) for one in attempts]
    rows += [(one.at, _answered(here, one)) for one in done]
    for line in table(heads, [row for _, row in sorted(rows, key=lambda pair: pair[0])]):
        write(line)
    return 0


def _answered(here: Here, done: Drilled) -> list[str]:
    from uss_trainer.actions.moments import moment
    from uss_trainer.actions.wording import span

    total = span(done.total, done.total_if_open)
    return [done.id, moment(done.at, here.desk.now()), done.drill, done.kind, total, done.band, "-"]


def _row(here: Here, attempt: Attempt) -> list[str]:
    from uss_trainer.actions.moments import moment
    from uss_trainer.actions.wording import span

    began = moment(attempt.started_at, here.desk.now())
    if not attempt.finished:
        open_ = here.say("cli.not-finished")
        return [attempt.id, began, attempt.scenario, attempt.mode, "-", "-", open_]
    total = span(attempt.total, attempt.total_if_open)
    band = attempt.band + (" *" if attempt.retry_of else "")
    return [attempt.id, began, attempt.scenario, attempt.mode, total, band, attempt.ending]
