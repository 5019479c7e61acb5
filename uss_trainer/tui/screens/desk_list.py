"""What is behind a row of the desk: a person, an assignment, an attempt; and choosing a team."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens import desk_lists as lists
from uss_trainer.tui.screens.base import BaseModal, BaseScreen, plain
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.paged import PagedList

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.tui.screens.desk_rows import Page

LISTS: dict[str, Callable[..., Page]] = {
    "person": lists.person_page,
    "assignment": lists.assignment_page,
}


def open_row(screen: BaseScreen, row: str) -> None:
    """Open what a row stands for; some stand for nothing more."""
    kind, _, rest = row.partition(":")
    if kind in LISTS:
        screen.app.push_screen(DeskListScreen(kind, rest))
    elif kind in ("attempt", "turn"):
        from uss_trainer.tui.screens.review import ReviewScreen

        attempt, _, place = rest.partition(":")
        screen.app.push_screen(ReviewScreen(attempt, int(place or 1)))


class DeskListScreen(BaseScreen):
    """One person's attempts, or how everybody stands with one assignment."""

    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "back", "common.key-back", tooltip="common.tip-back")
    ]

    def __init__(self, kind: str, of: str) -> None:
        super().__init__()
        self.help_code = f"desk.help-{kind}"  # type: ignore[misc]
        self._kind = kind
        self._of = of

    def compose(self) -> ComposeResult:
        """Lay out the empty list."""
        yield Static(id="title", classes="title")
        yield PagedList()
        yield Static(id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_screen_resume(self) -> None:
        """Ask anew whenever the screen comes back."""
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen, the cursor where it was."""
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        app = self.trainer
        make = LISTS[self._kind]
        try:
            page = await to_thread(make, app.desk, app.lang, self._of, self.size.width)
        except TrainerError as error:
            app.tell(error)
            return
        self.query_one("#title", Static).update(plain(page.title))
        shown = self.query_one(PagedList)
        shown.show(page)
        shown.rows.focus()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        open_row(self, event.option_id or "")

    def action_back(self) -> None:
        """Go to the screen before."""
        go_back(self.app)


class PickTeamScreen(BaseModal[str | None]):
    """All teams; answers with a team's id, empty for everybody."""

    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "common.key-close", tooltip="common.tip-close")
    ]

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="pick"):
            yield PagedList()

    def on_mount(self) -> None:
        """Fill the list."""
        self._load()

    @work
    async def _load(self) -> None:
        app = self.trainer
        try:
            page = await to_thread(lists.teams_page, app.desk, app.lang, "", self.size.width)
        except TrainerError as error:
            app.tell(error)
            return
        self.query_one(PagedList).show(page)
        self.query_one(PagedList).rows.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss((event.option_id or "team:").removeprefix("team:"))
