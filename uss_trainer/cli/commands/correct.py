"""`correct`: rule on a turn; the machine's judgement stays beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from uss_trainer.cli.area import flag, option
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import Whole, form
from uss_trainer.cli.streams import tell, write

if TYPE_CHECKING:
    from uss_trainer.actions.reviewing import Corrected
    from uss_trainer.cli.here import Here
    from uss_trainer.grading.card import Scorecard

AREA = "rulings"
BEST = 3


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(
        attempt: str, turn: int, take_back: bool, propose: str, format: str, **wish: Any
    ) -> int:
        from uss_trainer.actions.proposing import propose as write_down
        from uss_trainer.actions.reviewing import correct
        from uss_trainer.actions.ruling_words import Wish
        from uss_trainer.content.clean import clean

        asked = None if take_back else Wish(**wish)
        made = correct(here.desk, clean(attempt), turn, asked, here.lang)
        if format == "json":
            here.write(_plain(made))
        else:
            _tell(here, made, turn)
        if propose:
            path = write_down(made, Path(propose), here.lang)
            tell(here.say("rulings.proposal-written", path=path))
        return 0

    return Spoken(
        here,
        "correct",
        words=here.say("rulings.help-correct"),
        callback=run,
        params=[
            click.Argument(["attempt"]),
            option(here, AREA, "--turn", "N", type=Whole(9999), required=True),
            option(here, AREA, "--steps", "STEP,…"),
            option(here, AREA, "--methods", "METHOD,…"),
            option(here, AREA, "--faults", "FAULT,…"),
            option(here, AREA, "--quality", "0–3", type=Whole(BEST)),
            option(here, AREA, "--why", "TEXT", default=""),
            option(here, AREA, "--propose", "FOLDER", default=""),
            flag(here, AREA, "--take-back"),
            form(here),
        ],
    )


def _tell(here: Here, made: Corrected, turn: int) -> None:
    from uss_trainer.actions.wording import span

    machine = span(made.machine.total, made.machine.total_if_open)
    if made.correction.ruling is None:
        write(here.say("rulings.taken-back", turn=turn))
    else:
        write(here.say("rulings.corrected", attempt=made.sitting.attempt.id, turn=turn))
    if made.ruled is None:
        write(here.say("rulings.total-machine", machine=machine))
    else:
        ruled = span(made.ruled.total, made.ruled.total_if_open)
        write(here.say("rulings.total-both", machine=machine, ruled=ruled))


def _plain(made: Corrected) -> dict[str, object]:
    return {
        "attempt": made.sitting.attempt.id,
        "number": made.turn.number,
        "machine": _result(made.machine),
        "ruled": _result(made.ruled) if made.ruled else None,
    }


def _result(card: Scorecard) -> dict[str, object]:
    names = ("total", "total_if_open", "band", "passed")
    return {name: getattr(card, name) for name in names}
