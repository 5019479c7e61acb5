"""The trainer's desk: assignments, people, heat maps, and what waits for a ruling."""

from __future__ import annotations

from asyncio import to_thread
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static, TabbedContent, TabPane

from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.desk_maps import map_page, steps_page
from uss_trainer.tui.screens.desk_rows import Page, assignments_page, people_page, queue_page
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.paged import PagedList

PAGES = {
    "assignments": assignments_page,
    "people": people_page,
    "map": map_page,
    "steps": steps_page,
    "queue": queue_page,
}
NAMES = tuple(PAGES)


class DeskScreen(BaseScreen):
    """Five lists; a row opens what is behind it."""

    CSS_PATH = "desk.tcss"
    AUTO_FOCUS = ""
    help_code = "desk.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(place),
                f"page('{name}')",
                "desk.key-page",
                show=place == 1,
                key_display="1-5",
                tooltip="desk.tip-page",
            )
            for place, name in enumerate(NAMES, 1)
        ),
        Binding("t", "team", "desk.key-team", tooltip="desk.tip-team"),
        Binding("escape", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(self, team: str = "") -> None:
        super().__init__()
        self._team = team

    def compose(self) -> ComposeResult:
        """Lay out the empty pages."""
        yield Static(id="title", classes="title")
        with TabbedContent(id="pages"):
            for name in NAMES:
                with TabPane(plain(self.say(f"desk.tab-{name}")), id=name), Vertical():
                    yield PagedList(id=f"{name}-list")
        yield Static(id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_screen_resume(self) -> None:
        """Ask anew whenever the screen comes back."""
        self._fill()

    def relabel(self) -> None:
        """Show everything in the language now chosen, on the same page."""
        tabs = self.query_one(TabbedContent)
        for name in NAMES:
            tabs.get_tab(name).label = plain(self.say(f"desk.tab-{name}"))
        self._fill()

    @property
    def _page(self) -> str:
        return self.query_one(TabbedContent).active or NAMES[0]

    def _fill(self) -> None:
        self._load(self._page)

    @work(group="fill", exclusive=True)
    async def _load(self, name: str) -> None:
        """Read one page beside the screen and show it."""
        app = self.trainer
        width = self.size.width
        try:
            page = await to_thread(PAGES[name], app.desk, app.lang, self._team, width)
            team = await to_thread(self._team_name)
        except TrainerError as error:
            app.tell(error)
            return
        title = self.say("desk.title-team", team=team) if team else self.say("desk.title")
        self.query_one("#title", Static).update(plain(title))
        self._show(name, page)

    def _team_name(self) -> str:
        from uss_trainer.actions.oversight import team_name

        return team_name(self.trainer.desk, self._team)

    def _show(self, name: str, page: Page) -> None:
        shown = self.query_one(f"#{name}-list", PagedList)
        shown.show(page)
        if name == self._page:
            shown.rows.focus()

    @on(TabbedContent.TabActivated)
    def _turned(self) -> None:
        self._fill()

    def action_page(self, name: str) -> None:
        """Go to a page."""
        self.query_one(TabbedContent).active = name

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        from uss_trainer.tui.screens.desk_list import open_row

        open_row(self, event.option_id or "")

    def action_team(self) -> None:
        """Choose the team the desk is narrowed down to."""
        from uss_trainer.tui.screens.desk_list import PickTeamScreen

        def chosen(team: str | None) -> None:
            if team is not None:
                self._team = team
                self._fill()

        self.app.push_screen(PickTeamScreen(), chosen)

    def action_back(self) -> None:
        """Leave the desk."""
        go_back(self.app)
