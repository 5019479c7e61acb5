"""Briefing: whom one is about to talk to, what for, and how one wants to practise."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Collapsible, OptionList, Static

from uss_trainer.actions.briefing import briefing
from uss_trainer.errors import TrainerError
from uss_trainer.tui.opening import begin_play
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.briefing_rows import ModeList, mode_row, step_note
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.briefing import Briefing


class BriefingScreen(BaseScreen):
    """The briefing above, the three modes below; choosing a mode begins."""

    CSS_PATH = "briefing.tcss"
    help_code = "briefing.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "steps", "briefing.key-steps", tooltip="briefing.tip-steps"),
        Binding("h", "handbook", "briefing.key-handbook", tooltip="briefing.tip-handbook"),
        Binding("t", "tree", "graph.key-tree", tooltip="graph.tip-tree", show=False),
        Binding("space", "scroll(1)", "briefing.key-more", tooltip="briefing.tip-more"),
        Binding("b", "scroll(-1)", "briefing.key-less", tooltip="briefing.tip-less", show=False),
        *(
            Binding(
                str(place),
                f"mode({place - 1})",
                f"briefing.mode-{mode}",
                tooltip=f"briefing.tip-{mode}",
                show=False,
            )
            for place, mode in enumerate(("guided", "typed", "self-check"), 1)
        ),
        Binding("escape,backspace", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(
        self, scenario: str, *, mode: str = "", seed: int | None = None, assignment: str = ""
    ) -> None:
        """`assignment` is the id of the one it is begun for; empty for practice of one's own."""
        super().__init__()
        self._assignment = assignment
        self._scenario = scenario
        self._mode = mode
        """The mode the cursor stands on at first; empty for the first one."""
        self._seed = seed
        self._shown: Briefing | None = None

    def compose(self) -> ComposeResult:
        """Lay out the page, empty until the scenario has been read."""
        with Vertical(id="head"):
            yield Wrapped("", id="title", classes="title")
            yield Wrapped("", id="kind", classes="quiet")
        with VerticalScroll(id="page", can_focus=False), Vertical(id="body"):
            for part in ("customer", "situation", "goal", "limits"):
                yield Static("", id=f"{part}-name", classes="part")
                yield Wrapped("", id=part)
                if part == "goal":
                    yield Collapsible(Vertical(id="step-list"), id="steps")
        yield Static("", id="ask")
        yield ModeList(id="modes")
        yield Static("", id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the scenario, which may take longer than a frame."""
        self.query_one("#page").loading = True
        self.query_one("#modes").focus()
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen; what is folded or chosen stays so."""
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        app = self.trainer
        of = (self._scenario, app.lang, app.me, self._assignment)
        try:
            found = await to_thread(briefing, app.desk, *of)
        except TrainerError as error:
            app.tell(error)
            self.action_back()
            return
        await self._show(found)

    async def _show(self, found: Briefing) -> None:
        self._shown = found
        self.query_one("#page").loading = False
        limits = "\n".join(f"· {limit}" for limit in found.limits)
        texts = {
            "title": found.title,
            "kind": found.kind,
            "customer": f"{found.customer}\n{found.about}",
            "situation": found.situation,
            "goal": found.goal,
            "limits": limits,
        }
        for part, text in texts.items():
            self.query_one(f"#{part}", Wrapped).show(text)
            for name in self.query(f"#{part}-name").results(Static):
                name.update(plain(self.say(f"briefing.{part}")))
        await self._show_steps(found)
        self._show_modes(found)

    async def _show_steps(self, found: Briefing) -> None:
        self.query_one(Collapsible).title = self.say("briefing.steps", count=len(found.steps))
        steps = self.query_one("#step-list", Vertical)
        await steps.remove_children()
        await steps.mount_all(
            widget for place, step in enumerate(found.steps, 1) for widget in step_note(place, step)
        )

    def _show_modes(self, found: Briefing) -> None:
        self.query_one("#ask", Static).update(plain(self.say("briefing.ask")))
        rows = [mode_row(*one) for one in enumerate(found.modes, 1)]
        self.query_one(ModeList).fill(rows, self._mode)
        self._mode = ""

    @on(OptionList.OptionSelected, "#modes")
    def _begin(self, event: OptionList.OptionSelected) -> None:
        mode = event.option_id or "guided"
        begin_play(self, self._scenario, mode, self._seed, self._assignment)

    def action_mode(self, place: int) -> None:
        """Move to a mode; enter begins."""
        self.query_one(ModeList).highlighted = place

    def action_steps(self) -> None:
        """Unfold or fold the steps."""
        steps = self.query_one(Collapsible)
        steps.collapsed = not steps.collapsed

    def action_scroll(self, way: int) -> None:
        """Turn the page."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_page_down() if way > 0 else page.scroll_page_up()

    def action_handbook(self) -> None:
        """Open the handbook at this technique."""
        from uss_trainer.tui.screens.handbook import HandbookScreen

        self.app.push_screen(HandbookScreen(self._shown.technique if self._shown else None))

    def action_tree(self) -> None:
        """Open the tree of the scenario, or say when it can be opened."""
        from uss_trainer.tui.screens.tree import TreeScreen

        if self._shown and self._shown.tree:
            self.app.push_screen(TreeScreen(self._scenario))
        elif self._shown:
            self.app.notify(self.say("graph.tree-closed"), markup=False)

    def action_back(self) -> None:
        """Leave the briefing."""
        go_back(self.app)
