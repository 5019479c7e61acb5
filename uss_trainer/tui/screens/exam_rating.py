"""Rating oneself, step by step, before the result is shown."""

from __future__ import annotations

from asyncio import to_thread
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import OptionList, Static

from uss_trainer.actions.exam_rating import ToRate, to_rate
from uss_trainer.actions.exam_reported import RATINGS
from uss_trainer.actions.exam_results import rate
from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.exam_rows import RatingList, step_row, step_rows
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.wrapped import Wrapped


class RatingScreen(BaseScreen):
    """Every step that was due, conversation by conversation; a digit rates the one under the cursor."""

    CSS_PATH = "exam.tcss"
    help_code = "exam.help-rating"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                f"{place + 1},{letter}",
                f"rate({place})",
                f"exam.rated-{name}",
                tooltip=f"exam.tip-rated-{name}",
                key_display=str(place + 1),
            )
            for place, (name, letter) in enumerate(zip(RATINGS, "npy", strict=True))
        ),
        Binding("escape", "back", "common.key-back", tooltip="exam.tip-later"),
    ]

    def __init__(self, exam: str) -> None:
        super().__init__()
        self._exam = exam
        self._rows: tuple[ToRate, ...] = ()
        self._ratings: dict[tuple[int, str], int] = {}
        self._busy = False

    def compose(self) -> ComposeResult:
        """Lay out the list over what the chosen step means."""
        with Horizontal(id="head"):
            yield Static("", id="title", classes="title")
            yield Static("", id="note", classes="quiet")
        yield RatingList(id="steps")
        yield Wrapped("", id="about")
        yield Static("", id="ask")
        yield KeyFooter(show_command_palette=False)
        yield Static("", id="too-small")

    def on_mount(self) -> None:
        """Ask what was due."""
        self._list.loading = True
        self._list.focus()
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen; ratings stay."""
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        desk, lang = self.trainer.desk, self.lang
        try:
            self._rows = await to_thread(to_rate, desk, self._exam, lang)
        except TrainerError as error:
            self._list.loading = False
            self.trainer.tell(error)
            return
        self.query_one("#title", Static).update(plain(self.say("exam.rate-title")))
        self._show()

    def _show(self) -> None:
        self._list.loading = False
        self._list.focus()
        self._list.fill(step_rows(self._rows, self._ratings, self.lang))
        self._count()

    def _count(self) -> None:
        left, count = self._left, len(self._rows)
        note = self.say("exam.rated-count", done=count - left, count=count)
        self.query_one("#note", Static).update(plain(note))
        ask = self.say("exam.rate-left", count=left) if left else self.say("exam.rate-done")
        self.query_one("#ask", Static).update(plain(ask))

    @property
    def _list(self) -> RatingList:
        return self.query_one(RatingList)

    @property
    def _left(self) -> int:
        return sum((row.place, row.step) not in self._ratings for row in self._rows)

    @property
    def _at(self) -> int | None:
        chosen = self._list.chosen
        return int(chosen) if chosen else None

    @on(OptionList.OptionHighlighted, "#steps")
    def _describe(self) -> None:
        at = self._at
        if at is not None and at < len(self._rows):
            self.query_one("#about", Wrapped).show(self._rows[at].about)

    def action_rate(self, rating: int) -> None:
        """Rate the step under the cursor and go on to the next."""
        at = self._at
        if at is None or self._busy:
            return
        row = self._rows[at]
        self._ratings[row.place, row.step] = rating
        self._list.replace_option_prompt(str(at), step_row(row, rating, self.lang))
        if at + 1 < len(self._rows):
            self._list.highlighted = self._list.get_option_index(str(at + 1))
        self._count()

    @on(OptionList.OptionSelected, "#steps")
    def _selected(self) -> None:
        self.action_submit()

    def action_submit(self) -> None:
        """Hand the ratings in once all steps have one."""
        if self._left:
            self.app.bell()
        elif not self._busy:
            self._submit()

    @work(group="submit")
    async def _submit(self) -> None:
        from uss_trainer.tui.screens.exam_report import ReportScreen

        self._busy = True
        desk, lang = self.trainer.desk, self.lang
        try:
            await to_thread(rate, desk, self._exam, dict(self._ratings), lang)
        except TrainerError as error:
            self._busy = False
            self.trainer.tell(error)
            return
        self.app.switch_screen(ReportScreen(self._exam))

    def action_back(self) -> None:
        """Leave; the exam waits to be rated."""
        go_back(self.app)
