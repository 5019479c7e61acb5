"""Where a reply is typed: several lines, any language, pasted or by input method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

NEW_LINE = frozenset({"shift+enter", "alt+enter", "ctrl+j"})


class ReplyBox(TextArea):
    """Enter sends. New lines come by ctrl+j, by paste and, where the terminal tells them apart, by
    shift+enter and alt+enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s,ctrl+enter",
            "send",
            "playing.key-send",
            tooltip="playing.tip-send",
            key_display="⏎",
        )
    ]

    @dataclass
    class Submitted(Message):
        """A reply was sent off; the box keeps it until it is stored."""

        text: str

    @dataclass
    class Entered(Message):
        """The box got the focus: a typed reply is to be expected."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, tab_behavior="focus", show_line_numbers=False, soft_wrap=True)

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_send()
        elif event.key in NEW_LINE and not self.read_only:
            event.stop()
            event.prevent_default()
            self.insert("\n")

    def action_send(self) -> None:
        """Send what stands in the box."""
        if not self.read_only:
            self.post_message(self.Submitted(self.text))

    def on_focus(self) -> None:
        """Tell that typing may begin."""
        self.post_message(self.Entered())
