"""Which turn to go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets.option_list import Option

from uss_trainer.actions.feedback import shortened
from uss_trainer.tui.screens.base import BaseModal, plain
from uss_trainer.tui.widgets.columns import fit
from uss_trainer.tui.widgets.rowlist import RowList
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.viewed import Past

CELLS = 60
"""Cells a row's text may take, so that it fits the narrowest terminal."""


class PickTurnScreen(BaseModal[int | None]):
    """The turns so far, the last one first under the cursor; answers with a turn's number."""

    CSS_PATH = "pick_turn.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "common.key-close", tooltip="common.tip-close")
    ]

    def __init__(self, code: str, turns: Sequence[Past], at: int | None = None) -> None:
        super().__init__()
        self._code = code
        self._turns = turns
        self._at = at

    def compose(self) -> ComposeResult:
        """Lay out question and turns."""
        with Vertical(id="pick"):
            yield Wrapped(self.say(self._code), classes="title")
            yield RowList(id="turns")

    def on_mount(self) -> None:
        """Fill the list and put the cursor on the likeliest turn."""
        rows = [Option(plain(self._row(turn)), id=str(turn.number)) for turn in self._turns]
        at = self._at if self._at is not None else self._turns[-1].number
        self.query_one("#turns", RowList).fill(rows, at=str(at))

    def _row(self, turn: Past) -> str:
        reply = shortened(turn.reply) or self.say("playing.said-nothing")
        lines = (
            self.say("playing.rewind-row", place=turn.place, customer=shortened(turn.customer)),
            self.say("playing.rewind-reply", reply=reply),
        )
        return "\n".join(fit(line, CELLS).rstrip() for line in lines)

    @on(RowList.OptionSelected)
    def _chosen(self, event: RowList.OptionSelected) -> None:
        self.dismiss(int(event.option.id or 0))
