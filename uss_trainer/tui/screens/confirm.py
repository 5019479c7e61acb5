"""A question with two answers."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from uss_trainer.tui.screens.base import BaseModal, plain
from uss_trainer.tui.widgets.wrapped import Wrapped


class ConfirmScreen(BaseModal[bool]):
    """Asks in one sentence; the careful answer has the focus, escape gives it too."""

    CSS_PATH = "confirm.tcss"
    AUTO_FOCUS = "#no"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer(False)", "common.key-close", tooltip="common.tip-close"),
        Binding("left,right", "app.focus_next", "Focus Next", show=False),
    ]

    def __init__(
        self, code: str, yes: str, no: str, *, careful: bool = True, **facts: object
    ) -> None:
        super().__init__()
        self._codes = (code, yes, no)
        self._careful = careful
        self._facts = facts

    def compose(self) -> ComposeResult:
        """Lay out question and answers."""
        question, yes, no = self._codes
        with Vertical(id="confirm"):
            yield Wrapped(self.say(question, **self._facts), id="question")
            with Horizontal(id="answers"):
                yield Button(plain(self.say(yes)), id="yes", variant="primary")
                yield Button(plain(self.say(no)), id="no")

    def on_mount(self) -> None:
        """Give the likelier answer the focus where nothing can be lost."""
        if not self._careful:
            self.query_one("#yes", Button).focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        """Answer and close."""
        self.dismiss(yes)
