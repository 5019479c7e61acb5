"""Somebody's attempt turn by turn, with keys to comment and to rule."""

from __future__ import annotations

from asyncio import to_thread
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from uss_trainer.errors import TrainerError
from uss_trainer.tui.opening import open_debrief
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.review_turn import ReviewTurn, Turns, totals
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.actions.reviews import Reading


class ReviewScreen(BaseScreen):
    """The conversation with both totals above it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../widgets/turns.tcss", "review.tcss"]
    AUTO_FOCUS = ""
    help_code = "desk.help-review"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", "desk.key-turns", key_display="↑↓", tooltip="desk.tip-turns"),
        Binding("up", "go(-1)", "desk.key-turns", show=False, tooltip="desk.tip-turns"),
        Binding("c", "comment", "desk.key-comment", tooltip="desk.tip-comment"),
        Binding("k", "correct", "desk.key-correct", tooltip="desk.tip-correct"),
        Binding("d", "debrief", "desk.key-debrief", tooltip="desk.tip-debrief"),
        Binding("escape,backspace", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(self, attempt: str, place: int = 1) -> None:
        super().__init__()
        self._attempt = attempt
        self._place = place
        self._reading: Reading | None = None
        self._drafts: dict[int, str] = {}
        """Comments begun and not sent, by turn."""

    def compose(self) -> ComposeResult:
        """Lay out the empty conversation."""
        yield Static(id="title", classes="title")
        yield Wrapped("", id="totals")
        yield Turns(id="turns")
        yield Static(id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the page."""
        self._fill()

    def relabel(self) -> None:
        """Show everything in the language now chosen, on the same turn."""
        self._fill()

    @work(group="fill", exclusive=True)
    async def _fill(self) -> None:
        from uss_trainer.actions.reviews import reading

        app = self.trainer
        try:
            found = await to_thread(reading, app.desk, self._attempt, app.lang)
        except TrainerError as error:
            app.tell(error)
            return
        self._reading, told = found, found.debrief
        who = found.who or self.say("persons.you")
        title = self.say("desk.review-title", who=who, title=told.title)
        self.query_one("#title", Static).update(plain(title))
        self.query_one("#totals", Wrapped).show(totals(told, self.lang))
        page = self.query_one("#turns", VerticalScroll)
        async with page.batch():
            await page.remove_children()
            turns = [ReviewTurn(one, told.customer, who, self.lang) for one in told.turns]
            await page.mount(*turns)
        self._focus_turn()
        self.refresh_bindings()

    def _focus_turn(self) -> None:
        turns = [*self.query(ReviewTurn)]
        if turns and self.screen is self.app.screen:
            turns[min(max(self._place, 1), len(turns)) - 1].focus()

    def action_go(self, by: int) -> None:
        """Go to the next turn, or the one before."""
        if isinstance(self.focused, ReviewTurn):
            self._place = self.focused.place
        self._place = min(max(self._place + by, 1), max(len(self.query(ReviewTurn)), 1))
        self._focus_turn()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What may not be done here has no key."""
        found = self._reading
        allowed = {"comment": found and found.may_comment, "correct": found and found.may_correct}
        return bool(allowed.get(action, True))

    def _here(self) -> int:
        if isinstance(self.focused, ReviewTurn):
            self._place = self.focused.place
        return self._place

    def action_comment(self) -> None:
        """Write beside the turn; what isn't sent stays as a draft."""
        from uss_trainer.actions.reviewing import comment
        from uss_trainer.tui.screens.comment import CommentScreen

        place, desk = self._here(), self.trainer.desk

        def answered(answer: tuple[str, bool] | None) -> None:
            text, send = answer or ("", False)
            self._drafts[place] = text
            if send:
                self._do(lambda: comment(desk, self._attempt, place, text, self.lang), place)

        self.app.push_screen(CommentScreen(place, self._drafts.get(place, "")), answered)

    def action_correct(self) -> None:
        """Rule on the turn, or take a ruling back."""
        from uss_trainer.actions.reviewing import correct
        from uss_trainer.tui.screens.correct import Answer, CorrectScreen

        place, desk = self._here(), self.trainer.desk

        def answered(answer: Answer | None) -> None:
            if answer is not None:
                self._do(lambda: correct(desk, self._attempt, place, answer.wish, self.lang))

        self.app.push_screen(CorrectScreen(self._attempt, place), answered)

    @work(group="say")
    async def _do(self, act: Callable[[], object], draft: int = 0) -> None:
        """Do something off the screen's thread and show what came of it; a sent draft goes."""
        try:
            await to_thread(act)
        except TrainerError as error:
            self.trainer.tell(error)
            return
        self._drafts.pop(draft, None)
        self._fill()

    def action_debrief(self) -> None:
        """Open the debrief as its owner has it."""
        open_debrief(self, self._attempt)

    def action_back(self) -> None:
        """Go to the screen before."""
        go_back(self.app)
