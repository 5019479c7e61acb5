"""What is remembered: a curve over days, and technique by technique."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual_plotext import PlotextPlot

from uss_trainer.errors import TrainerError
from uss_trainer.tui.opening import practise
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.columns import Cell, ColumnRow
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.plots import frame
from uss_trainer.tui.widgets.rowlist import RowList
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.remembered import Group, Remembered
    from uss_trainer.coaching.practising import Point

ALL = "all:"
"""The row id of all techniques together, which no technique's id can be."""

BAR = 20
"""Cells of a bar that stands for everything."""


class RememberedScreen(BaseScreen):
    """The curve above, the techniques below; the curve follows the cursor."""

    CSS_PATH = "remembered.tcss"
    help_code = "practise.remembered-help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "practise", "practise.key-today", tooltip="practise.tip-today"),
        Binding("escape,backspace", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._found: Remembered | None = None

    def compose(self) -> ComposeResult:
        """Lay out curve and list, empty until the database has answered."""
        yield Static("", id="title", classes="title")
        with Vertical(id="course"):
            yield PlotextPlot(id="plot")
            yield Wrapped("", id="said", classes="quiet")
        yield Static("", id="heading", classes="quiet")
        yield RowList(id="groups")
        yield Static("", id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at all techniques together."""
        self.query_one(RowList).focus()

    def on_screen_resume(self) -> None:
        """Ask anew whenever the screen comes back."""
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen, the cursor where it was."""
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        from uss_trainer.actions.remembered import what_is_remembered

        try:
            self._found = await to_thread(what_is_remembered, self.trainer.desk)
        except TrainerError as error:
            self.trainer.tell(error)
            return
        self.query_one("#title", Static).update(plain(self.say("practise.remembered-title")))
        names = ("technique", "begun", "due", "remembered")
        heads = [self.say(f"practise.column-{name}") for name in names]
        self.query_one("#heading", Static).update(_row(heads[0], heads[1], heads[2], heads[3], ""))
        self.query_one(RowList).fill([self._option(group) for group in self._found.groups])
        self._follow_cursor()

    def _option(self, group: Group) -> Option:
        name = group.name.of(self.lang) if group.name else self.say("practise.all")
        share = group.remembered
        percent = "–" if share is None else f"{share:.0%}"
        bar = "━" * round(BAR * (share or 0))
        row = _row(name, f"{group.begun}/{group.steps}", str(group.due or "–"), percent, bar)
        return Option(row, id=group.id or ALL)

    @on(OptionList.OptionHighlighted)
    def _follow_cursor(self) -> None:
        if self._found is None:
            return
        chosen = self.query_one(RowList).chosen
        group = next((one for one in self._found.groups if (one.id or ALL) == chosen), None)
        plot, said = self.query_one(PlotextPlot), self.query_one("#said", Wrapped)
        plot.display = bool(group and group.points)
        self.query_one("#course").set_class(not plot.display, "-empty")
        if group is None or not group.points:
            said.show(self.say("practise.remembered-none"))
            return
        said.show(self.say("practise.remembered-ahead", day=self._found.day))
        _draw(plot, group.points, self._found.day)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        from uss_trainer.tui.screens.handbook import HandbookScreen

        chosen = event.option_id
        self.app.push_screen(HandbookScreen(None if chosen == ALL else chosen))

    def action_practise(self) -> None:
        """Begin today's five minutes."""
        practise(self)

    def action_back(self) -> None:
        """Leave the screen."""
        go_back(self.app)


def _row(name: str, begun: str, due: str, percent: str, bar: str) -> ColumnRow:
    return ColumnRow(
        Cell(name),
        Cell(begun, 7, right=True),
        Cell(due, 5, right=True),
        Cell(percent, 10, right=True),
        Cell(bar, BAR, "$text-success"),
    )


def _draw(plot: PlotextPlot, points: Sequence[Point], today: str) -> None:
    """Draw the curve as it was up to today and, in another colour, as it will be."""
    days = [point.day for point in points]
    shares = [100 * point.remembered for point in points]
    at = days.index(today)
    figure = plot.plt
    figure.clear_figure()
    figure.plot(range(at + 1), shares[: at + 1], marker="braille", color="cyan")
    figure.plot(range(at, len(days)), shares[at:], marker="braille", color="gray")
    figure.scatter([at], [shares[at]], marker="o", color="cyan+")
    places = sorted({0, at, len(days) - 1})
    frame(figure, (0, 50, 90), [days[place][5:] for place in places], places)
    plot.refresh()
