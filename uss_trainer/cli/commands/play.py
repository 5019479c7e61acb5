"""`play`: a scenario on the screen, or from a file of replies without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from uss_trainer.actions.briefing import MODES
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import Whole, choice, form
from uss_trainer.cli.streams import tell
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.actions.scripted import Outcome, Script
    from uss_trainer.cli.here import Here
    from uss_trainer.player.state import Mode

SEEDS = 999_999


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(
        scenario: str, mode: str | None, seed: int | None, replies: str | None, **how: object
    ) -> int:
        if replies is None:
            return _screen(here, scenario, mode, seed, str(how["assignment"]))
        return _script(here, scenario, mode, seed, replies, how)

    seed = click.Option(["--seed"], type=Whole(SEEDS), metavar="N", help=here.say("cli.help-seed"))
    return Spoken(
        here,
        "play",
        callback=run,
        params=[
            click.Argument(["scenario"]),
            choice(here, "--mode", MODES),
            click.Option(
                ["--assignment"], metavar="ID", default="", help=here.say("cli.help-assignment")
            ),
            seed,
            click.Option(["--replies"], metavar="FILE|-", help=here.say("cli.help-replies")),
            click.Option(["--dry-run"], is_flag=True, help=here.say("cli.help-dry-run")),
            form(here),
        ],
    )


def _screen(here: Here, scenario: str, mode: str | None, seed: int | None, given: str) -> int:
    from uss_trainer.cli.screen import open_briefing

    return open_briefing(here, scenario, cast("Mode | None", mode), seed, given)


def _script(
    here: Here,
    scenario: str,
    mode: str | None,
    seed: int | None,
    replies: str,
    how: dict[str, object],
) -> int:
    from uss_trainer.actions.scripted import play_script
    from uss_trainer.cli.attempt import print_attempt

    script, dry, form = read_script(replies), bool(how["dry_run"]), str(how["format"])
    outcome = play_script(
        here.desk,
        scenario,
        script,
        mode=mode or script.mode,
        lang=here.lang,
        me=here.me,
        seed=seed,
        record=not dry,
        assignment=str(how["assignment"]),
    )
    print_attempt(here, outcome.sitting, form, recorded=not dry)
    return _said(here, script, outcome, dry)


def read_script(replies: str) -> Script:
    """Return a file of replies; TrainerError where it can't be read or holds none."""
    from uss_trainer.actions.scripted import script_of
    from uss_trainer.cli.files import read

    text, where = read(replies)
    script = script_of(text, where)
    if not script.lines:
        raise fail("cli.no-replies", where)
    return script


def _said(here: Here, script: Script, outcome: Outcome, dry: bool) -> int:
    """Name what the script had too much or too little of, and return the exit code."""
    from uss_trainer.cli.main import OK, UNFINISHED

    if outcome.left:
        lines = ", ".join(str(line.number) for line in outcome.left[:20])
        more = "…" if len(outcome.left) > 20 else ""
        tell(f"{script.where}: " + here.say("cli.left-over", lines=lines + more))
        return OK
    if not outcome.sitting.state.ended:
        scene = outcome.sitting.state.position.scene
        code = "cli.unfinished-dry" if dry else "cli.unfinished"
        attempt = outcome.sitting.attempt.id
        tell(f"{script.where}: " + here.say(code, attempt=attempt, scene=scene))
        return UNFINISHED
    return OK
