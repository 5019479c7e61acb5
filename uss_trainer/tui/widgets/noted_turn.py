"""A turn in the debrief, from which the conversation can be played again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.turns import TurnView
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.debriefed import Noted


class NotedTurn(Vertical, can_focus=True):
    """What was said, what it did, and what could have been said instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "retry_here", "debrief.key-retry-here", tooltip="debrief.tip-retry-here")
    ]

    @dataclass
    class Retried(Message):
        """The conversation is to be played again from this turn."""

        number: int

    def __init__(self, noted: Noted, who: str, lang: Lang) -> None:
        super().__init__()
        self._noted = noted
        self._who = who
        self._lang = lang

    def compose(self) -> ComposeResult:
        """Lay out the turn."""
        past = self._noted.past
        yield Wrapped(
            say("debrief.turn-head", self._lang, turn=past.place), classes="turn-head quiet"
        )
        yield TurnView(past, self._who, self._lang)
        for words in self._noted.said:
            yield Wrapped(words, classes="said")
        if self._noted.better:
            with Vertical(classes="better"):
                words = say("debrief.better", self._lang, words=self._noted.better)
                yield Wrapped(words, classes="good")
                yield Wrapped(self._noted.better_why, classes="quiet")

    def action_retry_here(self) -> None:
        """Ask to play again from here."""
        self.post_message(self.Retried(self._noted.past.number))
