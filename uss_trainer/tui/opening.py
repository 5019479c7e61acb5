"""Ways into a conversation or its debrief that several screens share."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING

from uss_trainer.errors import TrainerError

if TYPE_CHECKING:
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
    """Make the sitting off the screen's own thread; a second press while it is made is ignored."""
    if any(worker.group == "opening" and not worker.is_finished for worker in screen.workers):
        return
    screen.run_worker(_opened(screen, make, instead), group="opening")


async def _opened(screen: BaseScreen, make: Callable[[], Sitting], instead: bool) -> None:
    app = screen.trainer
    try:
        sitting = await to_thread(make)
    except TrainerError as error:
        app.tell(error)
        return
    from uss_trainer.tui.screens.play import PlayScreen

    if app.screen is not screen:
        return
    if instead:
        app.switch_screen(PlayScreen(sitting))
    else:
        app.push_screen(PlayScreen(sitting))
