"""Between an exam's conversations: the rules before it begins, whom one talks to next."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from uss_trainer.actions.exam_views import Page, next_page, rules_page, time_left
from uss_trainer.actions.exams import seconds_left
from uss_trainer.errors import TrainerError
from uss_trainer.tui.exam_way import begin_exam, go_next, hold
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.exams import Going


class PageScreen(BaseScreen):
    """A page to read; enter goes on."""

    CSS_PATH = "exam.tcss"
    AUTO_FOCUS = "#page"
    help_code = "exam.help-screen"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "exam.key-go-on", tooltip="exam.tip-go-on", priority=True),
        Binding("escape", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out head, page and what enter does."""
        with Horizontal(id="head"):
            yield Static("", id="title", classes="title")
            yield Static("", id="note", classes="quiet")
        yield VerticalScroll(id="page")
        yield Static("", id="ask")
        yield KeyFooter(show_command_palette=False)
        yield Static("", id="too-small")

    def on_mount(self) -> None:
        """Read what is to be shown."""
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen."""
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        try:
            page = await to_thread(self.page)
        except TrainerError as error:
            self.trainer.tell(error)
            return
        self.query_one("#title", Static).update(plain(page.title))
        self.query_one("#note", Static).update(plain(page.note))
        self.query_one("#ask", Static).update(plain(page.ask))
        body = self.query_one("#page")
        async with self.batch():
            await body.remove_children()
            for heading, text in page.parts:
                if heading:
                    await body.mount(Wrapped(heading, classes="part"))
                await body.mount(Wrapped(text, classes="text" if heading else "text -apart"))

    def page(self) -> Page:
        """Return what is to be read."""
        raise NotImplementedError

    def action_go_on(self) -> None:
        """Go on."""
        raise NotImplementedError

    def action_back(self) -> None:
        """Leave."""
        go_back(self.app)


class RulesScreen(PageScreen):
    """An exam's rules; enter begins it."""

    def __init__(self, pack: str, seed: int | None = None, assignment: str = "") -> None:
        super().__init__()
        self._assignment = assignment
        self._pack = pack
        self._seed = seed

    def page(self) -> Page:
        """Return the rules."""
        return rules_page(self.trainer.desk, self._pack, self._assignment, self.lang)

    def action_go_on(self) -> None:
        """Begin; the time runs."""
        begin_exam(self, self._pack, self._seed, self._assignment)


class NextScreen(PageScreen):
    """Whom one talks to next, while the time runs."""

    def __init__(self, going: Going) -> None:
        super().__init__()
        self._going = going

    def on_mount(self) -> None:
        """Read, and count the time down."""
        self.set_interval(0.5, self._tick)

    def page(self) -> Page:
        """Return whom one talks to next."""
        item = self._going.now or self._going.items[-1]
        return next_page(self.trainer.desk, self._going, item, self.lang)

    def _tick(self) -> None:
        desk, exam = self.trainer.desk, self._going.exam
        self.query_one("#note", Static).update(plain(time_left(desk, exam, self.lang)))
        if seconds_left(desk, exam) == 0 and self.is_current:
            go_next(self, exam.id)

    def action_go_on(self) -> None:
        """Begin the conversation."""
        hold(self, self._going)
