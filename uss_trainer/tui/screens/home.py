"""Home: what can be practised, how one has done, what waits to be finished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import OptionList, Static

from uss_trainer.actions import home
from uss_trainer.errors import TrainerError
from uss_trainer.i18n import sentence
from uss_trainer.tui.exam_way import open_exam
from uss_trainer.tui.opening import brief, open_line, practise, resume_play
from uss_trainer.tui.screens.base import plain
from uss_trainer.tui.screens.home_known import Known, learn
from uss_trainer.tui.screens.home_practice import TODAY
from uss_trainer.tui.screens.home_rows import Detail, heading
from uss_trainer.tui.screens.home_ways import HomeWays
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from collections.abc import Callable


class HomeScreen(HomeWays):
    """Rows come from the index before the first frame; results follow from a worker."""

    CSS_PATH = "home.tcss"
    help_code = "home.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "resume", "home.key-resume", tooltip="home.tip-resume"),
        Binding("h", "handbook", "home.key-handbook", tooltip="home.tip-handbook"),
        Binding("l", "history", "home.key-history", tooltip="home.tip-history"),
        Binding("d", "desk", "desk.key-desk", tooltip="desk.tip-desk"),
        Binding("n", "name", "home.key-name", tooltip="home.tip-name"),
        Binding("f5", "reread", "home.key-reread", tooltip="home.tip-reread", show=False),
    ]

    def __init__(self, then: Callable[[HomeScreen], None] | None = None) -> None:
        """`then` is done once Home stands, so that what it opens has Home beneath."""
        super().__init__()
        self._then = then
        self._known = Known()

    def compose(self) -> ComposeResult:
        """Lay out the list over what is known of the row chosen."""
        with Horizontal(id="bar"):
            yield Static("", id="name")
            yield Static("", id="who")
        yield Static("", id="heading", classes="quiet")
        yield RowList(id="scenarios")
        yield Detail(id="detail")
        yield Static("", id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the rows kept from an earlier start; all else waits until they are seen."""
        self._known = Known(home.rows_at_once(self.trainer.desk))
        self._label()
        self.query_one(RowList).focus()
        if self._then:
            self._then(self)

    def on_screen_resume(self) -> None:
        """Ask anew how things stand whenever Home comes back."""
        self.call_after_refresh(self._load)

    def relabel(self) -> None:
        """Show everything in the language now chosen, the cursor where it was."""
        self._label()
        if self.is_current:
            self._load()

    def _label(self) -> None:
        self.query_one("#name", Static).update(plain(self.say("home.title")))
        self.query_one("#who", Static).update(plain(self.trainer.me))
        self.query_one("#heading", Static).update(heading(self.lang))
        self._show()

    @work(exclusive=True)
    async def _load(self, *, anew: bool = False) -> None:
        """Ask for what takes longer than a frame, and show each part as it comes."""
        desk, lang = self.trainer.desk, self.lang
        self.query_one("#who", Static).update(plain(self.trainer.me))
        try:
            async for known in learn(desk, self._known, lang, anew=anew):
                self._take(known)
        except TrainerError as error:
            self._take(replace(self._known, trouble=sentence(error.problem, lang)))

    def _take(self, known: Known) -> None:
        if known != self._known:
            before, self._known = self._known, known
            self._show(known.lead(before, self._chosen, self.lang))

    def _show(self, at: str = "") -> None:
        rows = self.query_one(RowList)
        rows.fill(self._known.options(self.lang), at)
        rows.loading = self._known.rows is None
        self._describe()

    @on(OptionList.OptionHighlighted, "#scenarios")
    def _describe(self) -> None:
        self.query_one(Detail).show(self._known.detail(self._chosen, self.lang))
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#scenarios")
    def _open(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or ""
        task, line = self._known.task(chosen), self._known.line(chosen)
        if chosen == TODAY:
            practise(self)
        elif task and task.mode == "exam" and task.open:
            open_exam(self, task.unfinished or task.scenario, task.assignment)
        elif task and task.unfinished:
            resume_play(self, task.unfinished)
        elif task and task.open:
            brief(self, task.scenario, task.assignment)
        elif line and not line.problem:
            open_line(self, line)
        else:
            self.app.bell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what the chosen row doesn't offer; only trainers have a desk."""
        trains = self._known.trains
        if action == "desk":
            return trains
        if action == "resume" and not self._known.waiting(self._chosen):
            # A narrow footer has no room for both keys.
            return False if trains else None
        return True

    @property
    def _chosen(self) -> str:
        return self.query_one(RowList).chosen

    def action_resume(self) -> None:
        """Go on with the attempt that waits."""
        waiting = self._known.waiting(self._chosen)
        if waiting.startswith("exam-"):
            open_exam(self, waiting)
        else:
            resume_play(self, waiting)

    def action_handbook(self) -> None:
        """Open the handbook at the chosen scenario's technique."""
        from uss_trainer.tui.screens.handbook import HandbookScreen

        line = self._known.line(self._chosen)
        self.app.push_screen(HandbookScreen((line and line.technique_id) or None))

    def action_reread(self) -> None:
        """Read all content again."""
        self._load(anew=True)
