"""Ruling on a turn: ticks for steps, methods and faults, a quality, the reason."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input

from uss_trainer.actions.ruling_words import Wish
from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens.base import BaseModal, plain
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.ticks import TickList
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from uss_trainer.actions.reviews import Choices

LISTS = ("steps", "methods", "faults")
BEST = 3
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Answer:
    """What was decided: a ruling, or none to take it back."""

    wish: Wish | None


class CorrectScreen(BaseModal[Answer | None]):
    """Filled in with what holds now; escape changes nothing."""

    CSS_PATH = "correct.tcss"
    help_code = "desk.help-correct"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "start.key-next", tooltip="desk.tip-next"),
        Binding("ctrl+s", "save", "desk.key-save", tooltip="desk.tip-save"),
        Binding("escape", "dismiss", "common.key-close", tooltip="common.tip-close"),
    ]

    def __init__(self, attempt: str, place: int) -> None:
        super().__init__()
        self._attempt = attempt
        self._place = place

    def compose(self) -> ComposeResult:
        """Lay out the frame."""
        with Vertical(id="frame"):
            title = self.say("desk.correct-title", turn=self._place)
            yield Wrapped(title, classes="title")
            yield VerticalScroll(id="choices", can_focus=False)
            with Horizontal(id="answers"):
                yield Button(plain(self.say("desk.key-save")), id="save", variant="primary")
                yield Button(plain(self.say("desk.take-back")), id="back")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Ask what can be ruled."""
        self.query_one("#back").display = False
        self._fill()

    @work(exclusive=True)
    async def _fill(self) -> None:
        from uss_trainer.actions.reviews import choices

        app = self.trainer
        try:
            found = await to_thread(choices, app.desk, self._attempt, self._place, app.lang)
        except TrainerError as error:
            app.tell(error)
            return
        self.query_one("#back").display = found.ruled
        await self.query_one("#choices").mount(*self._parts(found))
        self.query_one("#steps").focus()

    def _parts(self, found: Choices) -> Iterator[Widget]:
        yield Wrapped(f"{found.customer}\n— {found.reply}", classes="quiet")
        for name in LISTS:
            if ticks := getattr(found, name):
                yield Wrapped(self.say(f"desk.choose-{name}"), classes="ask")
                on = [one.id for one in ticks if one.on]
                yield TickList([(one.id, one.name) for one in ticks], on, id=name)
        yield Wrapped(self.say("desk.choose-quality"), classes="ask")
        rows = [(str(one), self.say(f"desk.quality-{one}")) for one in range(BEST + 1)]
        yield TickList(rows, [str(found.quality)], single=True, id="quality")
        yield Wrapped(self.say("desk.choose-why"), classes="ask")
        yield Input(found.why, id="why", max_length=LONGEST, compact=True)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Rule as it stands; without a reason the box for it gets the focus."""
        why = self.query_one("#why", Input)
        if not why.value.strip():
            self.notify(self.say("desk.why-first"), markup=False, severity="warning")
            why.focus()
            return
        chosen = {name: self._chosen(name) for name in LISTS}
        (quality,) = self.query_one("#quality", TickList).ticked
        self.dismiss(Answer(Wish(**chosen, quality=int(quality), why=why.value)))

    def _chosen(self, name: str) -> str:
        for ticks in self.query(f"#{name}").results(TickList):
            return ",".join(ticks.ticked) or "none"
        return "none"

    @on(Button.Pressed, "#back")
    def _take_back(self) -> None:
        self.dismiss(Answer(None))
