"""Showing an attempt of one's own to trainers, from a screen."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from uss_trainer.errors import TrainerError

if TYPE_CHECKING:
    from uss_trainer.tui.screens.base import BaseScreen


async def toggled(screen: BaseScreen, attempt: str, shared: bool) -> bool:
    """Share an attempt, or no longer, and say so; return whether that worked."""
    from uss_trainer.actions.sharing import share

    app = screen.trainer
    try:
        await to_thread(share, app.desk, attempt, not shared)
    except TrainerError as error:
        app.tell(error)
        return False
    code = "debrief.now-unshared" if shared else "debrief.now-shared"
    screen.notify(screen.say(code), markup=False)
    return True
