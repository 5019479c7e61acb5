"""`deal`: a whole sale on the screen, or from files of replies without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.actions.briefing import MODES
from uss_trainer.cli.commands.play import SEEDS
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import Whole, choice, form
from uss_trainer.cli.streams import tell, write

if TYPE_CHECKING:
    from uss_trainer.actions.deal_scripted import DealOutcome
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(
        deal: str, mode: str | None, seed: int | None, replies: tuple[str, ...], **how: object
    ) -> int:
        if not replies:
            from uss_trainer.cli.screen import open_deal

            return open_deal(here, deal)
        dry, form = bool(how["dry_run"]), str(how["format"])
        return _scripts(here, deal, mode, seed, replies, dry=dry, form=form)

    return Spoken(
        here,
        "deal",
        callback=run,
        params=[
            click.Argument(["deal"]),
            choice(here, "--mode", MODES),
            click.Option(
                ["--seed"], type=Whole(SEEDS), metavar="N", help=here.say("cli.help-seed")
            ),
            click.Option(
                ["--replies"], multiple=True, metavar="FILE|-", help=here.say("cli.help-visits")
            ),
            click.Option(["--dry-run"], is_flag=True, help=here.say("cli.help-dry-run")),
            form(here),
        ],
    )


def _scripts(
    here: Here,
    deal: str,
    mode: str | None,
    seed: int | None,
    files: tuple[str, ...],
    *,
    dry: bool,
    form: str,
) -> int:
    from uss_trainer.actions.deal_scripted import play_deal
    from uss_trainer.actions.deal_showing import deal_as_plain
    from uss_trainer.cli.commands.play import read_script

    scripts = [read_script(name) for name in files]
    typed = any(script.mode == "typed" for script in scripts)
    outcome = play_deal(
        here.desk,
        deal,
        scripts,
        mode=mode or ("typed" if typed else "guided"),
        lang=here.lang,
        me=here.me,
        seed=seed,
        record=not dry,
    )
    if form == "json":
        here.write(deal_as_plain(outcome, recorded=not dry))
    else:
        _print(here, outcome, dry)
    return _said(here, outcome)


def _print(here: Here, outcome: DealOutcome, dry: bool) -> None:
    """Print every visit's conversation, then the deal's map."""
    from uss_trainer.actions.deal_views import view
    from uss_trainer.cli.attempt import print_attempt

    for sitting in outcome.sittings:
        print_attempt(here, sitting, "text", recorded=not dry)
        write("")
    shown = view(outcome.dealing, here.lang)
    write(f"{shown.title} · {shown.kind}")
    write(shown.standing)
    for stop in shown.stops:
        write(f"- {stop.title}")
        for note in stop.notes:
            write(f"  {note.text}")
    for text in shown.debrief:
        write(text)


def _said(here: Here, outcome: DealOutcome) -> int:
    """Name what there was too much or too little of, and return the exit code."""
    from uss_trainer.cli.main import OK, UNFINISHED

    for where, line in outcome.left:
        tell(f"{where}:{line.number}: " + here.say("cli.line-over"))
    for where in outcome.unused:
        tell(f"{where}: " + here.say("cli.visit-over"))
    if outcome.dealing.state.over:
        return OK
    tell(here.say("cli.deal-unfinished", visit=outcome.dealing.state.at))
    return UNFINISHED
