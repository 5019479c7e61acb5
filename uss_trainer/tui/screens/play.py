"""Play: the conversation, what is due, the clock, and the answer to be chosen or typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Button, Static

from uss_trainer.actions import answering, playing
from uss_trainer.actions.sittings import Sitting
from uss_trainer.actions.viewed import Stage
from uss_trainer.actions.views import stage
from uss_trainer.tui.screens.answering import Answering
from uss_trainer.tui.screens.confirm import ConfirmScreen
from uss_trainer.tui.screens.play_keys import KEYS
from uss_trainer.tui.widgets.board import Board
from uss_trainer.tui.widgets.choices import ChoiceList, ChoiceRow
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.reply_box import ReplyBox

WIDTHS = [(0, "-narrow"), (100, "-wide")]
"""Columns from which on a class holds."""


class PlayScreen(Answering):
    """An attempt being played; every answer is stored before the customer goes on."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../widgets/turns.tcss", "play.tcss"]
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    help_code = "playing.help"
    RECORD: ClassVar[bool] = True
    """Whether what is answered is stored."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._stage: Stage | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Board()
        yield KeyFooter(show_command_palette=False)
        yield Static(id="too-small")

    def on_mount(self) -> None:
        """Show where the sitting stands and start the clock."""
        self._restart()
        self.relabel()
        self.set_interval(0.5, self._tick)

    def relabel(self) -> None:
        """Show everything in the language now chosen; the box keeps its text."""
        self.run_worker(self.show(self._sitting), group="show", exclusive=True)

    async def show(self, sitting: Sitting) -> None:
        """Show where a sitting stands."""
        self._sitting = sitting.speaking(self.lang)
        self._stage = stage(self._sitting, self.lang)
        await self.board.show(self._stage, self.lang)
        if not self._busy:
            self._mark()
            self.board.attend(self._stage)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the stage allows now."""
        return True if self._stage is None else self._stage.allows(action)

    @on(ChoiceRow.Chosen)
    def _chosen(self, event: ChoiceRow.Chosen) -> None:
        self.act(self._given(playing.choose, event.id), "playing.saving")

    @on(ReplyBox.Submitted)
    def _submitted(self, event: ReplyBox.Submitted) -> None:
        self.act(self._given(playing.say, event.text), "playing.judging", True)

    def _given(self, action: Callable[..., Sitting], answer: str) -> Callable[[], Sitting]:
        """Return an action bound to the answer given now."""
        desk, sitting = self.trainer.desk, self._sitting
        return partial(action, desk, sitting, answer, seconds=self.thought(), record=self.RECORD)

    def _tick(self) -> None:
        """Count the thinking time down; when it is up, what is in the box is sent, or silence."""
        if self._stage is None or self._busy or self._gone:
            return
        desk, sitting, seconds = self.trainer.desk, self._sitting, self.thought()
        left = answering.seconds_left(self._stage, seconds)
        self.board.count_down(left, self.lang)
        if left == 0:
            text = self.board.written
            self.act(
                lambda: answering.time_up(desk, sitting, text, seconds=seconds),
                "playing.judging",
                True,
            )

    @on(ReplyBox.Entered)
    def _entered(self) -> None:
        self.warm_up()

    def action_choose(self, number: int) -> None:
        """Choose a reply by its number."""
        self.query_one(ChoiceList).pick(number)

    def action_move(self, by: int) -> None:
        """Move the focus among the replies."""
        self.query_one(ChoiceList).move(by)

    def action_scroll_talk(self, pages: int) -> None:
        """Scroll the conversation."""
        self.board.scroll_talk(pages)

    @work(group="ask")
    async def action_hint(self) -> None:
        """Show the hint, after saying what it costs."""
        hint = self._stage.hint if self._stage else None
        if hint is None or hint.text:
            return
        codes = ("playing.hint-ask", "playing.hint-yes", "playing.hint-no")
        if await self.app.push_screen_wait(ConfirmScreen(*codes, careful=False, cost=hint.cost)):
            desk, sitting = self.trainer.desk, self._sitting
            self.act(lambda: playing.hint(desk, sitting, record=self.RECORD), "playing.saving")

    @work(group="ask")
    async def action_rewind(self) -> None:
        """Go back to a turn and answer it anew."""
        from uss_trainer.tui.screens.pick_turn import PickTurnScreen

        turns = self._stage.past if self._stage else ()
        if not turns:
            return
        number = await self.app.push_screen_wait(PickTurnScreen("playing.rewind-title", turns))
        if number:
            self.act(partial(self.rewound, self._sitting, number), "playing.saving")

    def rewound(self, sitting: Sitting, number: int) -> Sitting:
        """Return the sitting before a turn."""
        return playing.rewind(self.trainer.desk, sitting, number)

    def action_handbook(self) -> None:
        """Look the technique up."""
        from uss_trainer.tui.screens.handbook import HandbookScreen

        if self._stage:
            self.app.push_screen(HandbookScreen(self._stage.technique))

    @on(Button.Pressed, "#to-debrief")
    def _to_debrief(self) -> None:
        self.action_debrief()

    def action_debrief(self) -> None:
        """Go on to the debrief."""
        from uss_trainer.tui.screens.debrief import DebriefScreen

        self.app.switch_screen(DebriefScreen(self._sitting.attempt.id))
