"""Today's five minutes: one card after another, and what came of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from uss_trainer.actions import practice_told as told
from uss_trainer.actions import practising
from uss_trainer.actions.practising import Asked
from uss_trainer.errors import TrainerError
from uss_trainer.tui.opening import open_remembered, practise
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.drill import DrillScreen
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.columns import Cell, ColumnRow
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.drilling import Done, Going
    from uss_trainer.coaching.practising import Session
    from uss_trainer.grading.drill_values import Given


def screen_for(found: Asked | Session) -> BaseScreen:
    """Return the screen that asks a card, or the one that sums a sitting up."""
    return PractiseScreen(found) if isinstance(found, Asked) else PractisedScreen(found)


class PractiseScreen(DrillScreen):
    """One card; its answer moves it on in the schedule before it is told what it is worth."""

    help_code = "practise.help"
    no_encoder = "practise.no-encoder"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "practise.key-next", tooltip="practise.tip-next"),
    ]

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.going)
        self._asked = asked
        self._session = asked.session

    def standing(self) -> str:
        """Return which card of how many it is."""
        at, count = len(self._asked.session.answered) + 1, len(self._session.plan.steps)
        return self.say("practise.title-at", at=at, count=count)

    def verdict(self) -> str:
        """Return when the step comes again."""
        if not self._session.answered:
            return ""
        return self.say("practise.result", told=told.rated(self._session.answered[-1], self.lang))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the next card once this one is answered, and none of them twice."""
        if action in ("next", "again"):
            return action == "next" and self._done is not None
        return super().check_action(action, parameters)

    def graded(self, going: Going, given: Given, seconds: float) -> Done:
        """Grade and store an answer, and move the card on."""
        desk, lang = self.trainer.desk, self.lang
        self._session, done = practising.reply(desk, self._asked, given, lang=lang, seconds=seconds)
        self.app.call_from_thread(self._get_ready)
        return done

    @work(group="warm-up")
    async def _get_ready(self) -> None:
        """Prepare the next card's grader while this one's result is read."""
        app = self.trainer
        try:
            await asyncio.to_thread(practising.get_ready, app.desk, self._session, app.me)
        except TrainerError as error:
            app.tell(error)

    def action_next(self) -> None:
        """Ask the next card, or sum up after the last."""
        practise(self, self._session)


class PractisedScreen(BaseScreen):
    """What a sitting came to."""

    CSS_PATH = "practise.tcss"
    help_code = "practise.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "more", "practise.key-more", tooltip="practise.tip-more"),
        Binding("m", "remembered", "practise.key-remembered", tooltip="practise.tip-remembered"),
        Binding("escape,backspace", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Lay out a line on the whole, and a row a card."""
        yield Static(plain(self.say("practise.title")), id="title", classes="title")
        yield Wrapped("\n".join(told.closing(self._session, self.lang)), id="said")
        yield Static(self._head(), id="heading", classes="quiet")
        with VerticalScroll(id="cards"):
            rows = told.summary(self.trainer.desk, self._session, self.lang)
            for entry, (step, total, verdict) in zip(self._session.answered, rows, strict=True):
                yield Static(_row(step, total, verdict, LOOKS[entry.rating or ""]))
        yield Static("", id="too-small")
        yield KeyFooter(show_command_palette=False)

    def _head(self) -> ColumnRow | str:
        if not self._session.answered:
            return ""
        names = [self.say(f"practise.column-{one}") for one in ("step", "score", "rating")]
        return _row(names[0], names[1], names[2])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go on only where something is left."""
        return self._session.left > 0 if action == "more" else True

    def action_more(self) -> None:
        """Go on with what is still due."""
        go_back(self.app)
        practise(self)

    def action_remembered(self) -> None:
        """Show what is remembered."""
        open_remembered(self)

    def action_back(self) -> None:
        """Leave the summary."""
        go_back(self.app)


LOOKS = {
    "": "$text-warning",
    "again": "$text-error",
    "hard": "$text-warning",
    "good": "$text-success",
    "easy": "$text-success",
}


def _row(step: str, total: str, verdict: str, look: str = "") -> ColumnRow:
    return ColumnRow(Cell(step), Cell(total, 5, right=True), Cell(verdict, 34, look))
