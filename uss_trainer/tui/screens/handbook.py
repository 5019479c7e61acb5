"""Handbook: a page a technique, open beside a play or by itself."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from uss_trainer.actions import handbook
from uss_trainer.errors import TrainerError
from uss_trainer.i18n import sentence
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.columns import Cell, ColumnRow
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.rowlist import RowList
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from uss_trainer.actions.handbook import Page, StepPage, Title


class HandbookScreen(BaseScreen):
    """Techniques at the left, the page of the one chosen at the right."""

    CSS_PATH = "handbook.tcss"
    AUTO_FOCUS = ""
    help_code = "handbook.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,pagedown", "scroll(1)", "handbook.key-more", tooltip="handbook.tip-more"),
        Binding("b,pageup", "scroll(-1)", "handbook.key-less", tooltip="handbook.tip-less"),
        Binding("escape,backspace", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(self, technique: str | None = None) -> None:
        super().__init__()
        self._technique = technique or ""
        self._shown = ""

    def compose(self) -> ComposeResult:
        """Lay out list and page, empty until the rubrics have been read."""
        yield Static("", id="title", classes="title")
        with Horizontal():
            yield RowList(id="techniques")
            with VerticalScroll(id="page"):
                yield Vertical(id="body")
        yield Static("", id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the techniques."""
        self.query_one("#page").loading = True
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen, at the same page and place."""
        self.query_one("#title", Static).update(plain(self.say("handbook.title")))
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        app = self.trainer
        me = app.me
        titles: tuple[Title, ...] = ()
        page: Page | TrainerError
        try:
            titles = await to_thread(handbook.titles, app.desk, app.lang)
            self._technique = self._technique or next((one.technique for one in titles), "")
            page = await to_thread(handbook.page, app.desk, self._technique, app.lang, me)
        except TrainerError as error:
            page = error
        await self._show(titles, page)

    async def _show(self, titles: tuple[Title, ...], page: Page | TrainerError) -> None:
        rows = self.query_one(RowList)
        with self.prevent(OptionList.OptionHighlighted):
            rows.fill([_row(one) for one in titles], self._technique)
        view = self.query_one("#page", VerticalScroll)
        place = view.scroll_offset.y if self._shown == self._technique else 0
        view.loading = False
        body = self.query_one("#body")
        async with body.batch():
            await body.remove_children()
            await body.mount_all(self._widgets(page))
        if not self._shown:
            view.focus()
        self._shown = self._technique
        view.scroll_to(y=place, animate=False, force=True)

    @on(OptionList.OptionHighlighted)
    def _turn(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id and event.option_id != self._technique:
            self._technique = event.option_id
            self._load()

    @on(OptionList.OptionSelected)
    def _into_page(self) -> None:
        self.query_one("#page").focus()

    def _widgets(self, page: Page | TrainerError) -> Iterator[Widget]:
        if isinstance(page, TrainerError):
            yield Wrapped(sentence(page.problem, self.lang), classes="bad")
            return
        yield Static(plain(page.name), classes="name")
        yield self._part("purposes")
        yield from (Wrapped(f"· {purpose}") for purpose in page.purposes)
        yield self._part("key-points")
        yield from (Wrapped(f"· {point}") for point in page.key_points)
        yield self._part("steps")
        for place, step in enumerate(page.steps, 1):
            yield from self._step(place, step)
        if page.methods:
            yield self._part("methods")
            for method in page.methods:
                yield Static(plain(method.name), classes="step")
                yield Wrapped(method.about, classes="inside quiet")

    def _part(self, name: str) -> Static:
        return Static(plain(self.say(f"handbook.{name}")), classes="part")

    def _step(self, place: int, step: StepPage) -> Iterator[Widget]:
        notes = "  " + " · ".join(step.notes) if step.notes else ""
        head = Content.assemble((f"{place}. {step.name}", "bold"), (notes, "$foreground 60%"))
        yield Static(head, classes="step")
        yield Wrapped(step.about, classes="inside")
        if step.criteria:
            well = self.say("handbook.between").join(step.criteria)
            yield Wrapped(self.say("handbook.well", criteria=well), classes="inside quiet")
        for example in step.good:
            yield Wrapped(self.say("handbook.good", text=example), classes="example -good")
        if step.near_miss:
            near = self.say("handbook.near", text=step.near_miss, why=step.near_why)
            yield Wrapped(near, classes="example -near")

    def action_scroll(self, way: int) -> None:
        """Turn the page."""
        view = self.query_one("#page", VerticalScroll)
        view.scroll_page_down() if way > 0 else view.scroll_page_up()

    def action_back(self) -> None:
        """Leave the handbook."""
        go_back(self.app)


def _row(title: Title) -> Option:
    return Option(
        ColumnRow(Cell(title.name, style="$text-error" if title.problem else "")),
        id=title.technique,
    )
