"""Home: what can be practised, how one has done, what waits to be finished."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, OptionList, Static

from uss_trainer.actions import home, standings
from uss_trainer.actions.standings import Standing
from uss_trainer.errors import TrainerError
from uss_trainer.i18n import sentence
from uss_trainer.tui.opening import open_line, resume_play
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.home_rows import Detail, detail, heading, options
from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from uss_trainer.actions.home import Section
    from uss_trainer.content.index import Row


class HomeScreen(BaseScreen):
    """Rows come from the index before the first frame; results follow from a worker."""

    CSS_PATH = "home.tcss"
    help_code = "home.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "resume", "home.key-resume", tooltip="home.tip-resume"),
        Binding("h", "handbook", "home.key-handbook", tooltip="home.tip-handbook"),
        Binding("l", "history", "home.key-history", tooltip="home.tip-history"),
        Binding("n", "name", "home.key-name", tooltip="home.tip-name"),
        Binding("f5", "reread", "home.key-reread", tooltip="home.tip-reread", show=False),
    ]

    def __init__(self, then: Callable[[HomeScreen], None] | None = None) -> None:
        """`then` is done once Home stands, so that what it opens has Home beneath."""
        super().__init__()
        self._then = then
        self._rows: list[Row] | None = None
        self._sections: tuple[Section, ...] = ()
        self._standings: Mapping[str, Standing] = {}
        self._changed: frozenset[str] = frozenset()
        self._trouble = ""

    def compose(self) -> ComposeResult:
        """Lay out the list over what is known of the row chosen."""
        with Horizontal(id="bar"):
            yield Static("", id="name")
            yield Static("", id="who")
        yield Static("", id="heading", classes="quiet")
        yield RowList(id="scenarios")
        yield Detail(id="detail")
        yield Static("", id="too-small")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the rows kept from an earlier start."""
        self._rows = home.rows_at_once(self.trainer.desk)
        self.relabel()
        self.query_one(RowList).focus()
        if self._then:
            self._then(self)

    def on_screen_resume(self) -> None:
        """Ask anew how things stand whenever Home comes back."""
        self.call_after_refresh(self._load)

    def relabel(self) -> None:
        """Show everything in the language now chosen, the cursor where it was."""
        self.query_one("#name", Static).update(plain(self.say("home.title")))
        self.query_one("#heading", Static).update(heading(self.lang))
        self._show()
        if self.is_current:
            self._load()

    @work(exclusive=True)
    async def _load(self, *, anew: bool = False) -> None:
        """Ask for what takes longer than a frame, and show each part as it comes."""
        desk, lang = self.trainer.desk, self.lang
        self.query_one("#who", Static).update(plain(self.trainer.settings.name))
        try:
            rows = None if anew else await to_thread(home.rows_at_once, desk)
            if rows is None:
                desk.reread()
                rows = await to_thread(home.rows_anew, desk)
            self._take(_rows=rows)
            found = await to_thread(standings.standings, desk, lang)
            self._take(_standings=found, _trouble="")
            self._take(_changed=await to_thread(standings.changed, desk, found))
        except TrainerError as error:
            self._take(_trouble=sentence(error.problem, lang))

    def _take(self, **known: Any) -> None:
        if any(getattr(self, name) != value for name, value in known.items()):
            for name, value in known.items():
                setattr(self, name, value)
            self._show()

    def _show(self) -> None:
        self._sections = home.sections(self._rows or [], self.lang)
        rows = self.query_one(RowList)
        rows.fill(options(self._sections, self._standings, self.lang))
        rows.loading = self._rows is None
        self._describe()

    @on(OptionList.OptionHighlighted, "#scenarios")
    def _describe(self) -> None:
        chosen = self._chosen
        standing = self._standings.get(chosen, Standing())
        texts = detail(self._sections, chosen, standing, chosen in self._changed, self.lang)
        if self._trouble:
            texts["problem"] = self._trouble
        self.query_one(Detail).show(texts)
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#scenarios")
    def _open(self, event: OptionList.OptionSelected) -> None:
        line = home.line_of(self._sections, event.option_id or "")
        if line is None or line.problem:
            self.app.bell()
            return
        open_line(self, line)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what the chosen row doesn't offer."""
        return None if action == "resume" and not self._waiting() else True

    @property
    def _chosen(self) -> str:
        return self.query_one(RowList).chosen

    def _waiting(self) -> str:
        standing = self._standings.get(self._chosen)
        return standing.unfinished.attempt if standing and standing.unfinished else ""

    def action_resume(self) -> None:
        """Go on with the attempt that waits."""
        resume_play(self, self._waiting())

    def action_handbook(self) -> None:
        """Open the handbook at the chosen scenario's technique."""
        from uss_trainer.tui.screens.handbook import HandbookScreen

        line = home.line_of(self._sections, self._chosen)
        self.app.push_screen(HandbookScreen(line.technique_id if line else None))

    def action_history(self) -> None:
        """Open all attempts."""
        from uss_trainer.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen())

    def action_name(self) -> None:
        """Change name and language."""
        from uss_trainer.tui.screens.start import StartScreen

        self.app.push_screen(StartScreen(again=True))

    def action_reread(self) -> None:
        """Read all content again."""
        self._load(anew=True)
