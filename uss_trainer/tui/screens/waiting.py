"""The moment in which a conversation or drill is made ready."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens.base import BaseModal, plain

if TYPE_CHECKING:
    from collections.abc import Callable


Made = TypeVar("Made")
SOON = 0.2
"""Seconds after which it is said that something is being opened; most of it is there before."""


class WaitingScreen(BaseModal[Made | None]):
    """Makes something off the screen's own thread; meanwhile nothing else can be opened."""

    CSS_PATH = "waiting.tcss"

    def __init__(self, make: Callable[[], Made]) -> None:
        super().__init__()
        self._make = make

    def compose(self) -> ComposeResult:
        """Lay out the one line, not shown yet."""
        yield Static(plain(self.say("common.opening")), id="waiting")

    def on_mount(self) -> None:
        """Begin, and say so where it takes a while."""
        self.set_timer(SOON, lambda: self.add_class("-slow"))
        self._open()

    @work
    async def _open(self) -> None:
        """Give what was made to whoever asked; None, and the reason told, where there is none."""
        try:
            made = await to_thread(self._make)
        except TrainerError as error:
            self.trainer.tell(error)
            self.dismiss(None)
        else:
            self.dismiss(made)
