"""Ways into a conversation or its debrief that several screens share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.actions.home import Line
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.tui.screens.base import BaseScreen


def begin_play(screen: BaseScreen, scenario: str, mode: str, seed: int | None = None) -> None:
    """Begin an attempt and open it in place of the screen that asked for it."""
    app = screen.trainer

    def begun() -> Sitting:
        from uss_trainer.actions.sittings import begin

        me = app.settings.name
        return begin(app.desk, scenario, mode=mode, lang=app.lang, me=me, seed=seed)

    _open(screen, begun, instead=True)


def open_line(screen: BaseScreen, line: Line) -> None:
    """Open what Home's row stands for: a deal, or a scenario's briefing."""
    if line.kind.startswith("deal"):
        from uss_trainer.tui.screens.deal import DealScreen

        screen.app.push_screen(DealScreen(line.id))
        return
    from uss_trainer.tui.screens.briefing import BriefingScreen

    screen.app.push_screen(BriefingScreen(line.id))


def visit_deal(screen: BaseScreen, run: str) -> None:
    """Go to the visit that is next in a deal, or on with the one begun."""
    app = screen.trainer

    def ready() -> Sitting:
        from uss_trainer.actions.dealing import open_dealing, visit

        return visit(app.desk, open_dealing(app.desk, run, app.lang))[1]

    _open(screen, ready)


def try_call(screen: BaseScreen) -> None:
    """Begin the shortest phone call in guided mode, on top of Home."""
    app = screen.trainer

    def begun() -> Sitting:
        from uss_trainer.actions.sittings import begin
        from uss_trainer.actions.start import call_to_try

        call = call_to_try(app.desk)
        return begin(app.desk, call, mode="guided", lang=app.lang, me=app.settings.name)

    _open(screen, begun)


def resume_play(screen: BaseScreen, attempt: str) -> None:
    """Open an unfinished attempt where it stands."""
    app = screen.trainer

    def resumed() -> Sitting:
        from uss_trainer.actions.sittings import resume

        return resume(app.desk, attempt, app.lang)

    _open(screen, resumed)


def open_debrief(screen: BaseScreen, attempt: str) -> None:
    """Open the debrief of an attempt."""
    from uss_trainer.tui.screens.debrief import DebriefScreen

    screen.app.push_screen(DebriefScreen(attempt))


def _open(screen: BaseScreen, make: Callable[[], Sitting], *, instead: bool = False) -> None:
    """Have the sitting made and play it, on top of the screen that asked or in its place."""
    from uss_trainer.tui.screens.waiting import WaitingScreen

    app = screen.trainer

    def ready(sitting: Sitting | None) -> None:
        if sitting is None:
            return
        from uss_trainer.tui.screens.play import PlayScreen

        open_it = app.switch_screen if instead else app.push_screen
        open_it(PlayScreen(sitting))

    app.push_screen(WaitingScreen(make), ready)
