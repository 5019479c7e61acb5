"""What a screen needs on which answers are given: acting beside the screen, errors, leaving."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import work

from uss_trainer.actions import answering
from uss_trainer.actions.sittings import Sitting
from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens.base import BaseScreen
from uss_trainer.tui.screens.confirm import ConfirmScreen
from uss_trainer.tui.way import go_home
from uss_trainer.tui.widgets.board import Board


class Answering(BaseScreen):
    """A screen with a board; one action at a time, none of which holds the screen up."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._busy = False
        self._gone = False
        """Whether another window has gone on with this attempt."""

        self._status = "playing.how-to-send"
        """Code of what the line above the box says while nothing is on its way."""

    @property
    def board(self) -> Board:
        """Where everything is shown."""
        return self.query_one(Board)

    async def show(self, sitting: Sitting) -> None:
        """Show where a sitting stands."""
        raise NotImplementedError

    @work(group="answer")
    async def act(self, action: Callable[[], Sitting], status: str, clear: bool = False) -> None:
        """Carry out an action beside the screen, then show what it led to."""
        if self._busy:
            return
        self._mark(status)
        try:
            sitting = await asyncio.to_thread(action)
        except TrainerError as error:
            self._mark()
            self._restart()
            self._refused(error)
            return
        self._mark()
        if clear:
            self.board.clear()
        self._restart()
        await self.show(sitting)

    def _restart(self) -> None:
        """Let the thinking time begin anew."""
        self._since = self.trainer.desk.now()

    def thought(self) -> float:
        """Return the seconds since the customer last spoke."""
        return (self.trainer.desk.now() - self._since).total_seconds()

    def _mark(self, status: str = "") -> None:
        """Show what is on its way; nothing where `status` is empty."""
        self._busy = bool(status)
        self.board.mark(self.say(status or self._status), self._busy)

    def _refused(self, error: TrainerError) -> None:
        if error.problem.code != "store.attempt-moved-on":
            self.trainer.tell(error)
            return
        self._gone = True
        told = "playing.moved-on-text" if self.board.written.strip() else "playing.moved-on"
        codes = (told, "playing.moved-on-yes", "playing.moved-on-no")
        self.app.push_screen(ConfirmScreen(*codes), lambda yes: go_home(self.app) if yes else None)

    @work(group="warm-up")
    async def warm_up(self) -> None:
        """Load the encoder while the trainee is still reading."""
        desk, sitting = self.trainer.desk, self._sitting
        try:
            found = await asyncio.to_thread(answering.warm_up, desk, sitting)
        except TrainerError as error:
            self.trainer.tell(error)
            return
        self._status = "playing.how-to-send" if found else "playing.no-encoder"
        if not self._busy:
            self._mark()

    def may_leave(self) -> bool:
        """Ask before unsent text is lost."""
        if not self._unsent():
            return True
        self._ask_to_leave(self.app.exit)
        return False

    def action_leave_play(self) -> None:
        """Go to Home; everything sent is stored."""
        if self._unsent():
            self._ask_to_leave(lambda: go_home(self.app))
        else:
            go_home(self.app)

    def _unsent(self) -> bool:
        return bool(self.board.written.strip()) and not self._busy

    def _ask_to_leave(self, then: Callable[[], None]) -> None:
        codes = ("playing.leave-ask", "playing.leave-yes", "playing.leave-no")
        self.app.push_screen(ConfirmScreen(*codes), lambda yes: then() if yes else None)
