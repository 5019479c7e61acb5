"""Open the program's screen, where there is a terminal to open it in."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from uss_trainer.cli.reader import read_anything
from uss_trainer.cli.streams import is_terminal
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.actions.replaying import Start
    from uss_trainer.cli.here import Here
    from uss_trainer.player.state import Mode
    from uss_trainer.tui.app import TrainerApp


def open_screen(here: Here) -> int:
    """Run the terminal application and return the exit code."""
    prepare()
    from uss_trainer.tui.app import TrainerApp

    called = here.me if here.desk.person else ""
    return _run(TrainerApp(here.desk, here.settings, called=called))


def open_briefing(
    here: Here, scenario: str, mode: Mode | None, seed: int | None, assignment: str = ""
) -> int:
    """Run the terminal application on a scenario's briefing and return the exit code."""
    if assignment:
        from uss_trainer.actions.assigned import given_item

        given_item(here.desk, assignment, scenario)
    else:
        here.desk.library.edition(scenario)
    prepare()
    from uss_trainer.tui.app import TrainerApp
    from uss_trainer.tui.screens.briefing import BriefingScreen

    briefing = BriefingScreen(scenario, mode=mode or "", seed=seed, assignment=assignment)
    return _run(TrainerApp(here.desk, here.settings, briefing, here.me))


def open_preview(here: Here, path: Path, start: Start, mode: Mode) -> int:
    """Run the terminal application on a scenario being written and return the exit code."""
    prepare()
    from uss_trainer.actions.previewing import preview
    from uss_trainer.tui.app import TrainerApp
    from uss_trainer.tui.screens.preview import screen_for

    first = preview(here.desk, path, start, mode=mode, lang=here.lang, me=here.me)
    return _run(TrainerApp(here.desk, here.settings, screen_for(first), here.me))


def open_drill(here: Here, drill: str, seed: int | None) -> int:
    """Run the terminal application on a drill and return the exit code."""
    from uss_trainer.actions.drilling import begin

    going = begin(here.desk, drill, me=here.me, seed=seed)
    prepare()
    from uss_trainer.tui.app import TrainerApp
    from uss_trainer.tui.screens.drill import DrillScreen

    return _run(TrainerApp(here.desk, here.settings, DrillScreen(going), here.me))


def open_deal(here: Here, deal: str) -> int:
    """Run the terminal application on a deal and return the exit code."""
    here.desk.library.deal(deal)
    prepare()
    from uss_trainer.tui.app import TrainerApp
    from uss_trainer.tui.screens.deal import DealScreen

    return _run(TrainerApp(here.desk, here.settings, DealScreen(deal), here.me))


def open_practice(here: Here, limit: int) -> int:
    """Run the terminal application on what is due today and return the exit code."""
    from uss_trainer.actions.practising import ask, start

    session = start(here.desk, limit)
    first = ask(here.desk, session, here.me) or session
    prepare()
    from uss_trainer.tui.app import TrainerApp
    from uss_trainer.tui.screens.practise import screen_for

    return _run(TrainerApp(here.desk, here.settings, screen_for(first), here.me))


def open_exam(here: Here, target: str, seed: int | None, assignment: str) -> int:
    """Run the terminal application on an exam, begun or not, and return the exit code."""
    from uss_trainer.actions.exam_views import to_go_on_with

    to_go_on_with(here.desk, target, assignment)
    prepare()
    from uss_trainer.tui.app import TrainerApp
    from uss_trainer.tui.exam_way import first_screen

    first = first_screen(here.desk, target, seed, assignment)
    return _run(TrainerApp(here.desk, here.settings, first, here.me))


def open_desk(here: Here, team: str) -> int:
    """Run the terminal application on the trainer's desk and return the exit code."""
    from uss_trainer.actions.acting import allow

    allow(here.desk, "results")
    prepare()
    from uss_trainer.tui.app import TrainerApp
    from uss_trainer.tui.screens.desk import DeskScreen

    return _run(TrainerApp(here.desk, here.settings, DeskScreen(team), here.me))


def _run(app: TrainerApp) -> int:
    """Run the app and return its exit code; what broke it is raised here, to be put in one line."""
    app.run()
    if app.bug is not None:
        raise app.bug
    return app.return_code or 0


def prepare() -> None:
    """Make ready for Textual; TrainerError `cli.no-terminal` where it could show nothing."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise fail("cli.no-terminal")
    # Textual's default loses input-method text on some terminals; it reads this when imported.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    read_anything()
