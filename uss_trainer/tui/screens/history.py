"""History: every attempt, exam and answered drill, how the totals went, and the way into any debrief."""

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
from uss_trainer.tui.exam_way import open_exam
from uss_trainer.tui.opening import open_answer, open_debrief, open_remembered, resume_play
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.columns import Cell, ColumnRow
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.plots import frame
from uss_trainer.tui.widgets.rowlist import RowList
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.history import Course, History, Past

QUIET = "$foreground 60%"
WIDE = 96
"""Width of a row from which on the ending has a column of its own."""


class HistoryScreen(BaseScreen):
    """The plot above, the attempts below, newest first."""

    CSS_PATH = "history.tcss"
    help_code = "history.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "only", "history.key-only", tooltip="history.tip-only"),
        Binding("m", "remembered", "practise.key-remembered", tooltip="practise.tip-remembered"),
        Binding("escape,backspace", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._only = ""
        self._past: dict[str, Past] = {}

    def compose(self) -> ComposeResult:
        """Lay out plot and list, empty until the database has answered."""
        yield Static("", id="title", classes="title")
        with Vertical(id="course"):
            yield PlotextPlot(id="plot")
            yield Wrapped("", id="no-plot", classes="quiet")
        yield Static("", id="heading", classes="quiet")
        yield RowList(id="attempts")
        yield Static("", id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at the newest attempt."""
        self.query_one(RowList).focus()

    def on_screen_resume(self) -> None:
        """Ask anew whenever the screen comes back."""
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen, the cursor where it was."""
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        from uss_trainer.actions.history import history

        app = self.trainer
        try:
            self._show(await to_thread(history, app.desk, app.lang, self._only))
        except TrainerError as error:
            app.tell(error)

    def _show(self, found: History) -> None:
        self._past = {past.attempt: past for past in found.past}
        title = self.say("history.title-one", title=found.title) if found.title else ""
        self.query_one("#title", Static).update(plain(title or self.say("history.title")))
        names = ("when", "scenario", "mode", "ending", "total", "band")
        heads = tuple(self.say(f"history.column-{name}") for name in names)
        self.query_one("#heading", Static).update(_row(heads))
        self.query_one(RowList).fill([self._option(past) for past in found.past])
        self._draw(found.course, bool(found.past))
        self.refresh_bindings()

    def _option(self, past: Past) -> Option:
        mode = self.say("history.retry") if past.retry else past.mode
        band = past.band if past.finished else self.say("history.open")
        style = "$text-success" if past.passed else "" if past.finished else "$text-warning"
        texts = (past.when, past.title, mode, past.ending, past.total or "–", band)
        return Option(_row(texts, quiet=QUIET, style=style), id=past.attempt)

    def _draw(self, course: Course, any_past: bool) -> None:
        plot, empty = self.query_one(PlotextPlot), self.query_one("#no-plot", Wrapped)
        count = len(course.totals)
        plot.display, empty.display = count > 1, count < 2
        self.query_one("#course").set_class(count < 2, "-empty")
        empty.show(self.say("history.few" if any_past else "history.none"))
        if count < 2:
            return
        figure = plot.plt
        places = list(range(1, count + 1))
        figure.clear_figure()
        figure.plot([1, count], [course.pass_mark] * 2, marker="braille", color="gray")
        figure.plot(places, course.totals, marker="braille", color="cyan")
        figure.scatter(places, course.totals, marker="o", color="cyan+")
        ends = (course.days[0], course.days[-1])
        frame(figure, (0, course.pass_mark, 100), ends, (1, count))
        plot.refresh()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        past = self._past[event.option_id or ""]
        if past.drill:
            open_answer(self, past.attempt)
        elif past.exam:
            open_exam(self, past.attempt)
        elif past.finished:
            open_debrief(self, past.attempt)
        else:
            resume_play(self, past.attempt)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to choose among while nothing has been played."""
        return None if action == "only" and not self._past else True

    def action_only(self) -> None:
        """Show only the chosen row's scenario, or all again."""
        chosen = self._past.get(self.query_one(RowList).chosen)
        self._only = "" if self._only or chosen is None or chosen.exam else chosen.scenario
        self.relabel()

    def action_remembered(self) -> None:
        """Show what is remembered."""
        open_remembered(self)

    def action_back(self) -> None:
        """Leave the history."""
        go_back(self.app)


def _row(texts: tuple[str, ...], *, quiet: str = "", style: str = "") -> ColumnRow:
    when, title, mode, ending, total, band = texts
    return ColumnRow(
        Cell(when, max(len(when), 11), quiet),
        Cell(title),
        Cell(mode, 10, quiet),
        Cell(ending, 24, quiet, least=WIDE),
        Cell(total, 9, style, right=True),
        Cell(band, 15, style),
    )
