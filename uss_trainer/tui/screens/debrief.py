"""Debrief: what an attempt was worth, step by step and turn by turn, and what to practise next."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Checkbox, Static, TabbedContent, TabPane

from uss_trainer.actions.debriefed import Debrief
from uss_trainer.actions.debriefs import debrief
from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets import debrief_pages as pages
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.noted_turn import NotedTurn

PAGES = ("result", "steps", "talk", "points")


class DebriefScreen(BaseScreen):
    """Four pages on one attempt."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../widgets/turns.tcss", "debrief.tcss"]
    AUTO_FOCUS = ""
    help_code = "debrief.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "debrief.key-back", tooltip="debrief.tip-back"),
        *(
            Binding(
                str(place),
                f"page('{name}')",
                "debrief.key-tab",
                show=place == 1,
                key_display="1-4",
                tooltip="debrief.tip-tab",
            )
            for place, name in enumerate(PAGES, 1)
        ),
        Binding("r", "retry", "debrief.key-retry", tooltip="debrief.tip-retry"),
        Binding("s", "share", "debrief.key-share", tooltip="debrief.tip-share"),
    ]

    def __init__(self, attempt: str) -> None:
        super().__init__()
        self._attempt = attempt
        self._debrief: Debrief | None = None
        self._ticked: set[int] = set()

    def compose(self) -> ComposeResult:
        """Lay out the empty pages."""
        yield Static(id="head", classes="title")
        with TabbedContent(id="pages"):
            for name in PAGES:
                with TabPane(plain(self.say(f"debrief.tab-{name}")), id=name):
                    yield VerticalScroll(id=f"{name}-page", classes="page")
        yield KeyFooter(show_command_palette=False)
        yield Static(id="too-small")

    def on_mount(self) -> None:
        """Fill the pages."""
        self._fill()

    def relabel(self) -> None:
        """Show everything in the language now chosen, on the same page."""
        tabs = self.query_one(TabbedContent)
        for name in PAGES:
            tabs.get_tab(name).label = plain(self.say(f"debrief.tab-{name}"))
        self._fill()

    @work(group="fill", exclusive=True)
    async def _fill(self) -> None:
        """Read the attempt beside the screen and show it."""
        try:
            found = await asyncio.to_thread(debrief, self.trainer.desk, self._attempt, self.lang)
        except TrainerError as error:
            self.trainer.tell(error)
            return
        self._debrief = found
        self.refresh_bindings()
        mode = self.say(f"playing.mode-{found.mode}")
        head = self.say("debrief.head", title=found.title, mode=mode)
        self.query_one("#head", Static).update(plain(head))
        shown = (
            pages.result_page(found, self.lang),
            pages.steps_page(found, self.lang),
            pages.talk_page(found, self.lang),
            pages.points_page(found, self.lang, self._ticked),
        )
        for name, widgets in zip(PAGES, shown, strict=True):
            page = self.query_one(f"#{name}-page", VerticalScroll)
            async with page.batch():
                await page.remove_children()
                await page.mount(*widgets)
        if self.focused is None:
            self.action_page(self.query_one(TabbedContent).active or PAGES[0])

    def action_page(self, name: str) -> None:
        """Go to a page."""
        self.query_one(TabbedContent).active = name
        self.query_one(f"#{name}-page", VerticalScroll).focus()

    def action_back(self) -> None:
        """Go to the screen before."""
        go_back(self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only its owner plays on from an attempt, and shares it where it is free practice."""
        told = self._debrief
        allowed = {"share": told and told.shared is not None, "retry": not told or told.own}
        return bool(allowed.get(action, True))

    @work(group="share", exclusive=True)
    async def action_share(self) -> None:
        """Show the attempt to trainers, or no longer."""
        from uss_trainer.tui.sharing import toggled

        if self._debrief and await toggled(self, self._attempt, bool(self._debrief.shared)):
            self._fill()

    @on(Checkbox.Changed)
    def _tick(self, event: Checkbox.Changed) -> None:
        place = int((event.checkbox.id or "tick-0").removeprefix("tick-"))
        (self._ticked.add if event.value else self._ticked.discard)(place)

    @on(NotedTurn.Retried)
    def _retried(self, event: NotedTurn.Retried) -> None:
        self._retry(event.number)

    @work(group="ask")
    async def action_retry(self) -> None:
        """Ask from which turn to go on, and do so."""
        from uss_trainer.tui.screens.pick_turn import PickTurnScreen

        if self._debrief is None or not self._debrief.turns:
            return
        turns = [noted.past for noted in self._debrief.turns]
        picker = PickTurnScreen("debrief.retry-title", turns, self._debrief.weakest)
        if number := await self.app.push_screen_wait(picker):
            self._retry(number)

    @work(group="retry", exclusive=True)
    async def _retry(self, number: int) -> None:
        """Begin a retry and play it in place of the debrief."""
        from uss_trainer.actions.sittings import retry
        from uss_trainer.tui.screens.play import PlayScreen

        desk = self.trainer.desk
        try:
            sitting = await asyncio.to_thread(retry, desk, self._attempt, number, self.lang)
        except TrainerError as error:
            self.trainer.tell(error)
            return
        self.app.switch_screen(PlayScreen(sitting))
