"""The items of a drill: while they are answered, and afterwards with why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.drill_views import Line

LOOKS = ("good", "bad", "warn", "quiet")


class DrillRow(Horizontal):
    """One item."""

    @dataclass
    class Clicked(Message):
        """The row of this place was clicked."""

        place: int

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place

    def compose(self) -> ComposeResult:
        """Lay out sign, words, note and feedback."""
        yield Static("", classes="sign")
        with Vertical(classes="texts"):
            yield Wrapped("", classes="words")
            yield Wrapped("", classes="note")
            yield Wrapped("", classes="why")

    def show(self, line: Line, *, held: bool) -> None:
        """Show another item in this place."""
        self.query_one(".sign", Static).update(Content(line.sign))
        for part, text in (("words", line.text), ("note", line.note), ("why", line.why)):
            widget = self.query_one(f".{part}", Wrapped)
            widget.show(text)
            widget.display = bool(text)
        for look in LOOKS:
            self.set_class(line.look == look, f"-{look}")
        self.set_class(held, "-held")

    @on(Click)
    def _clicked(self) -> None:
        self.post_message(self.Clicked(self.place))


class TargetRow(Horizontal):
    """One thing that items are matched with."""

    @dataclass
    class Clicked(Message):
        """The target of this number, from 1, was clicked."""

        number: int

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        self._number = number
        self.text = text

    def compose(self) -> ComposeResult:
        """Lay out number and words."""
        yield Static(Content(str(self._number)), classes="sign")
        yield Wrapped(self.text, classes="words")

    @on(Click)
    def _clicked(self) -> None:
        self.post_message(self.Clicked(self._number))


class DrillRows(VerticalScroll, can_focus=False):
    """All items; a row stands for a place, so that an item moved is only shown elsewhere.

    Where the hand is, is a class and no focus: focus moves later than the next key may come.
    """

    at = 0
    """The place of the row at hand."""

    async def show(self, lines: Sequence[Line], at: int, held: str = "") -> None:
        """Show the items, the hand at a place."""
        rows = list(self.query(DrillRow))
        if len(rows) != len(lines):
            async with self.batch():
                await self.remove_children()
                await self.mount(*(DrillRow(place) for place in range(len(lines))))
            rows = list(self.query(DrillRow))
        for row, line in zip(rows, lines, strict=True):
            row.show(line, held=bool(held) and line.id == held)
        self.go(at)

    def go(self, at: int) -> None:
        """Show the hand at another place, from the last on to the first."""
        rows = list(self.query(DrillRow))
        if not rows:
            return
        self.at = at % len(rows)
        for row in rows:
            row.set_class(row.place == self.at, "-at")
        rows[self.at].scroll_visible(animate=False)
