"""The report on an exam: ready or not and why, ratings beside results, every conversation's debrief."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from uss_trainer.actions.exam_report import report
from uss_trainer.errors import TrainerError
from uss_trainer.tui.opening import open_debrief
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.exam_reported import Report

LOOKS = {"ready": "good", "not-ready": "bad", "pending": "warn"}
SIGNS = {"yes": ("✓", "good"), "no": ("✗", "bad"), "open": ("?", "warn")}


class ReportScreen(BaseScreen):
    """One page; a digit opens the debrief of a conversation."""

    CSS_PATH = "exam.tcss"
    AUTO_FOCUS = "#page"
    help_code = "exam.help-report"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(place),
                f"debrief({place})",
                "exam.key-debrief",
                show=place == 1,
                key_display="1-9",
                tooltip="exam.tip-debrief",
            )
            for place in range(1, 10)
        ),
        Binding("escape", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(self, exam: str) -> None:
        super().__init__()
        self._exam = exam
        self._report: Report | None = None

    def compose(self) -> ComposeResult:
        """Lay out the empty page."""
        with Horizontal(id="head"):
            yield Static("", id="title", classes="title")
            yield Static("", id="note", classes="quiet")
        yield VerticalScroll(id="page")
        yield KeyFooter(show_command_palette=False)
        yield Static("", id="too-small")

    def on_mount(self) -> None:
        """Read the exam."""
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen."""
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        try:
            found = await to_thread(report, self.trainer.desk, self._exam, self.lang)
        except TrainerError as error:
            self.trainer.tell(error)
            return
        self._report = found
        self.query_one("#title", Static).update(plain(found.title))
        self.query_one("#note", Static).update(plain(found.exam))
        page = self.query_one("#page")
        async with self.batch():
            await page.remove_children()
            await page.mount_all(self._lines(found))

    def _lines(self, found: Report) -> Iterator[Wrapped]:
        yield Wrapped(found.head, id="verdict", classes=LOOKS[found.verdict])
        yield from (Wrapped(fact, classes="quiet") for fact in found.facts if fact)
        for part in found.parts:
            word = self.say("exam.part", name=part.name, verdict=part.word)
            yield Wrapped(word, classes=f"part {LOOKS[part.verdict]}")
            for reason in part.reasons:
                sign, look = SIGNS[reason.held]
                yield Wrapped(f"{sign} {reason.text}", classes=f"reason {look}")
        yield Wrapped(self.say("exam.talks"), classes="part")
        for talk in found.talks:
            code = "exam.talk" if talk.finished else "exam.talk-unfinished"
            facts = {"place": talk.place, "title": talk.title, "attempt": talk.attempt or "–"}
            yield Wrapped(self.say(code, total=talk.total, **facts), classes="row")
        if found.bias:
            yield Wrapped(self.say("exam.self-heading"), classes="part")
            yield Wrapped(found.bias, classes="row")
        for code, steps in (("exam.over-heading", found.over), ("exam.under-heading", found.under)):
            if steps:
                yield Wrapped(self.say(code), classes="part")
                yield from (Wrapped(step, classes="row") for step in steps)

    def action_debrief(self, place: int) -> None:
        """Open the debrief of a conversation."""
        talks = self._report.talks if self._report else ()
        attempt = next((one.attempt for one in talks if one.place == place), "")
        if attempt:
            open_debrief(self, attempt)
        else:
            self.app.bell()

    def action_back(self) -> None:
        """Leave."""
        go_back(self.app)
