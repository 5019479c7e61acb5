"""Writing beside a turn."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from uss_trainer.tui.screens.base import BaseModal
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.reply_box import ReplyBox
from uss_trainer.tui.widgets.wrapped import Wrapped


class CommentScreen(BaseModal[tuple[str, bool]]):
    """Answers with the text and whether it is to be sent; escape keeps it as a draft."""

    CSS_PATH = "comment.tcss"
    help_code = "desk.help-comment"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "common.key-close", tooltip="desk.tip-draft")
    ]

    def __init__(self, place: int, draft: str) -> None:
        super().__init__()
        self._place = place
        self._draft = draft

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical(id="comment"):
            yield Wrapped(self.say("desk.comment-title", turn=self._place), classes="title")
            yield ReplyBox(id="text")
            yield Wrapped(self.say("desk.comment-about"), classes="quiet")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Put the draft into the box."""
        box = self.query_one(ReplyBox)
        box.load_text(self._draft)
        box.move_cursor(box.document.end)
        box.focus()

    @on(ReplyBox.Submitted)
    def _send(self, event: ReplyBox.Submitted) -> None:
        if event.text.strip():
            self.dismiss((event.text, True))

    def action_close(self) -> None:
        """Close; the text stays as a draft."""
        self.dismiss((self.query_one(ReplyBox).text, False))
