"""A turn of somebody else's attempt, to comment on and to rule on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.turns import TurnView
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.debriefed import Debrief, Noted


class ReviewTurn(Vertical, can_focus=True):
    """What was said, what the program made of it, what trainers said to it."""

    def __init__(self, noted: Noted, who: str, me: str, lang: Lang) -> None:
        super().__init__()
        self.place = noted.past.place
        self._noted = noted
        self._who = who
        self._me = me
        self._lang = lang

    def compose(self) -> ComposeResult:
        """Lay out the turn."""
        head = say("debrief.turn-head", self._lang, turn=self.place)
        yield Wrapped(head, classes="turn-head quiet")
        yield TurnView(self._noted.past, self._who, self._lang, self._me)
        for words in self._noted.said:
            yield Wrapped(words, classes="said")


class Turns(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The conversation; arrow keys go from turn to turn, page keys through a long one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "pageup", "page_up", "common.key-page-up", show=False, tooltip="common.tip-page-up"
        ),
        Binding(
            "pagedown",
            "page_down",
            "common.key-page-down",
            show=False,
            tooltip="common.tip-page-down",
        ),
    ]


def totals(told: Debrief, lang: Lang) -> str:
    """Return the program's total and, where there are rulings, the one that counts."""
    if not told.finished:
        return say("debrief.unfinished", lang)
    lines = [say("desk.total-machine", lang, total=told.total, band=told.band)]
    if ruling := told.ruling:
        lines.append(say("desk.total-ruled", lang, total=ruling.total, band=ruling.band))
    return "\n".join(lines)
