"""Replies to choose from, by number key, arrow keys or mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.player.scene import Choice


class ChoiceRow(Horizontal, can_focus=True):
    """One reply on offer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space", "choose", "playing.key-choose", tooltip="playing.tip-choose", show=False
        )
    ]

    @dataclass
    class Chosen(Message):
        """This reply was chosen."""

        id: str

    def __init__(self, number: int, choice: Choice) -> None:
        super().__init__()
        self._number = number
        self._choice = choice

    def compose(self) -> ComposeResult:
        """Lay out number and words."""
        yield Static(Content(str(self._number)), classes="number")
        if self._choice.speaker:
            yield Static(Content(self._choice.speaker), classes="role")
        yield Wrapped(self._choice.text, classes="words")

    @on(Click)
    def action_choose(self) -> None:
        """Say that this reply was chosen."""
        self.post_message(self.Chosen(self._choice.id))


class ChoiceList(VerticalScroll, can_focus=False):
    """All replies on offer."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices: tuple[Choice, ...] = ()

    async def show(self, choices: tuple[Choice, ...]) -> None:
        """Offer other replies."""
        if choices == self._choices:
            return
        self._choices = choices
        async with self.batch():
            await self.remove_children()
            await self.mount(*(ChoiceRow(place, one) for place, one in enumerate(choices, 1)))
        self.scroll_home(animate=False)

    def pick(self, number: int) -> None:
        """Choose the reply of that number, where there is one."""
        if 0 < number <= len(self._choices):
            self.post_message(ChoiceRow.Chosen(self._choices[number - 1].id))

    def move(self, by: int) -> None:
        """Move the focus to the next or previous reply, from the first or last on."""
        rows = list(self.query(ChoiceRow))
        if not rows:
            return
        at = next((place for place, row in enumerate(rows) if row.has_focus), None)
        start = 0 if by > 0 else len(rows) - 1
        rows[start if at is None else (at + by) % len(rows)].focus()
