"""Ways into a conversation or its debrief that several screens share; each loads in a worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from uss_trainer.errors import TrainerError

if TYPE_CHECKING:
    from textual.screen import Screen

    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.tui.app import TrainerApp
    from uss_trainer.tui.screens.base import BaseScreen


def begin_play(screen: BaseScreen, scenario: str, mode: str) -> None:
    """Begin an attempt and open it in place of the screen that asked for it."""
    app = screen.trainer

    def begun() -> Sitting:
        from uss_trainer.actions.sittings import begin

        return begin(app.desk, scenario, mode=mode, lang=app.lang, me=app.settings.name)

    _open(screen, begun, instead=True)


def try_call(screen: BaseScreen) -> None:
    """Begin the shortest phone call in guided mode, on top of Home."""
    app = screen.trainer

    def begun() -> Sitting:
        from uss_trainer.actions.sittings import begin
        from uss_trainer.actions.start import call_to_try

        call = call_to_try(app.desk)
        return begin(app.desk, call, mode="guided", lang=app.lang, me=app.settings.name)

    _open(screen, begun, instead=False)


def resume_play(screen: BaseScreen, attempt: str) -> None:
    """Open an unfinished attempt where it stands."""
    app = screen.trainer

    def resumed() -> Sitting:
        from uss_trainer.actions.sittings import resume

        return resume(app.desk, attempt, app.lang)

    _open(screen, resumed, instead=False)


def open_debrief(screen: BaseScreen, attempt: str) -> None:
    """Open the debrief of an attempt."""
    from uss_trainer.tui.screens.debrief import DebriefScreen

    screen.trainer.push_screen(DebriefScreen(attempt))


def _open(screen: BaseScreen, make: Callable[[], Sitting], *, instead: bool) -> None:
    app = screen.trainer

    def work() -> None:
        try:
            sitting = make()
            # Imported here, so that the screen's own imports don't hold the first keystroke up.
            from uss_trainer.tui.screens.play import PlayScreen
        except TrainerError as error:
            app.call_from_thread(app.tell, error)
            return
        app.call_from_thread(_show, app, screen, lambda: PlayScreen(sitting), instead)

    screen.run_worker(work, thread=True, exclusive=True, group="opening")


def _show(
    app: TrainerApp, asker: Screen[None], make: Callable[[], Screen[None]], instead: bool
) -> None:
    if app.screen is not asker:
        return
    if instead:
        app.switch_screen(make())
    else:
        app.push_screen(make())
