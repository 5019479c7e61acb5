"""A drill of any kind: answered with keys or mouse, and at once what was right and why."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Static

from uss_trainer.actions import drilling
from uss_trainer.content.drills import SayDrill
from uss_trainer.errors import TrainerError
from uss_trainer.grading.drill_values import Given
from uss_trainer.player.drilling import begin
from uss_trainer.player.hand import MOVES, Hand
from uss_trainer.tui.screens.drill_keys import KEYS
from uss_trainer.tui.screens.drill_ways import DrillWays
from uss_trainer.tui.widgets.drill_board import DrillBoard
from uss_trainer.tui.widgets.drill_rows import DrillRow, DrillRows, TargetRow
from uss_trainer.tui.widgets.reply_box import ReplyBox

if TYPE_CHECKING:
    from uss_trainer.actions.drilling import Done, Going


class DrillScreen(DrillWays):
    """One drill; an answer is stored before it is told what it is worth."""

    CSS_PATH = "drill.tcss"
    AUTO_FOCUS = ""
    help_code = "drill.help"
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, going: Going | None, done: Done | None = None) -> None:
        """`done` alone shows a stored answer again."""
        super().__init__()
        self._going = going
        self._done = done
        self._busy = False
        self._hand: Hand | None = None
        if going and not isinstance(going.drill, SayDrill):
            self._hand = Hand(begin(going.drill, going.seed))

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield DrillBoard()
        yield Footer(show_command_palette=False)
        yield Static(id="too-small")

    def on_mount(self) -> None:
        """Show the drill and count the time from now on."""
        self._since = self.trainer.desk.now()
        self._show()

    def relabel(self) -> None:
        """Show everything in the language now chosen; the answer stays."""
        self._show()

    @work(group="show", exclusive=True)
    async def _show(self) -> None:
        if self._done:
            await self.board.show_done(self._done, self.lang, self.verdict())
        elif self._going:
            await self.board.show_going(self._going, self._hand, self.lang)
        self.board.stand(self.standing())
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action in ("next", "again"):
            return self._done is not None and self._done.listed
        if action == "handbook":
            return self._done is not None and isinstance(self._done.drill, SayDrill)
        if action == "submit":
            return self._done is None and self._hand is not None
        if action != "hand" or parameters[0] == "step":
            return True
        return self._done is None and self._hand is not None and self._hand.may(str(parameters[0]))

    def action_hand(self, move: str, number: int) -> None:
        """Move the hand or what it holds, take an item or let go of it."""
        rows = self.query_one(DrillRows)
        if self._hand is None or self._done:
            rows.go(rows.at + number if move == "step" else rows.at)
        else:
            self._hand = MOVES[move](self._hand, number)
            self._show()

    @on(DrillRow.Clicked)
    def _clicked(self, event: DrillRow.Clicked) -> None:
        if not self._done:
            self.action_hand("click", event.place)

    @on(TargetRow.Clicked)
    def _target(self, event: TargetRow.Clicked) -> None:
        self.action_hand("number", event.number)

    @on(ReplyBox.Submitted)
    def _submitted(self, event: ReplyBox.Submitted) -> None:
        self._answer(Given(text=event.text))

    @on(ReplyBox.Entered)
    @work(group="warm-up")
    async def _entered(self) -> None:
        if self._going and not self._done:
            try:
                found = await asyncio.to_thread(drilling.warm_up, self.trainer.desk, self._going)
            except TrainerError as error:
                self.trainer.tell(error)
                return
            if not found and not self._done:
                self.board.tell(self.say(self.no_encoder), careful=True)

    def action_submit(self) -> None:
        """Submit the answer, or say what it still lacks."""
        if self._hand and not self.board.lacks(self._hand.draft, self.lang):
            self._answer(self._hand.draft.given)

    @work(group="answer")
    async def _answer(self, given: Given) -> None:
        going = self._going
        if self._busy or self._done or going is None:
            return
        self._busy = True
        self.board.tell(self.say("drill.judging"))
        seconds = (self.trainer.desk.now() - self._since).total_seconds()
        try:
            self._done = await asyncio.to_thread(self.graded, going, given, seconds)
        except TrainerError as error:
            self.trainer.tell(error)
        self._busy = False
        self._show()

    def graded(self, going: Going, given: Given, seconds: float) -> Done:
        """Score and store an answer."""
        desk, lang = self.trainer.desk, self.lang
        return drilling.answer(desk, going, given, lang=lang, seconds=seconds)
