"""Deal: the map of its visits, where it stands, and what can be done next."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, OptionList, Static

from uss_trainer.actions.deal_desk import Shown, fill_in, look, start
from uss_trainer.errors import TrainerError
from uss_trainer.tui.opening import begin_drill, open_debrief, visit_deal
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.deal_page import options, page
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.rowlist import RowList
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Callable


class DealScreen(BaseScreen):
    """The map above, what to do next below; a price is filled in between."""

    CSS_PATH = "deal.tcss"
    help_code = "deal.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "scroll(1)", "common.key-page-down", show=False, priority=True),
        Binding("pageup", "scroll(-1)", "common.key-page-up", show=False, priority=True),
        Binding("escape", "back", "deal.key-back", tooltip="deal.tip-back"),
    ]

    def __init__(self, deal: str) -> None:
        super().__init__()
        self._deal = deal
        self._anew = False
        """Whether the deal is to be begun again although it has been played."""

        self._shown: Shown | None = None
        self._busy = False
        """Whether something is being carried out, so that a second enter does nothing twice."""

    def compose(self) -> ComposeResult:
        """Lay out the page, empty until the deal has been read."""
        with Vertical(id="head"):
            yield Wrapped("", id="title", classes="title")
            yield Wrapped("", id="kind", classes="quiet")
            yield Wrapped("", id="standing")
        yield VerticalScroll(id="page", can_focus=False)
        with Vertical(id="offer"):
            yield Wrapped("", id="asks")
            yield Input(id="price")
        yield Static("", id="ask")
        yield RowList(id="options")
        yield Static("", id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_screen_resume(self) -> None:
        """Ask anew how the deal stands whenever the screen comes back."""
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen."""
        desk, lang, me = self.trainer.desk, self.lang, self.trainer.me
        self._do(lambda: look(desk, self._deal, lang, me, anew=self._anew), fatal=True)

    @work(exclusive=True)
    async def _do(self, act: Callable[[], Shown], *, fatal: bool = False) -> None:
        """Carry something out beside the screen and show what it led to."""
        self._busy = True
        if not fatal:
            self.query_one("#ask", Static).update(plain(self.say("playing.saving")))
        try:
            shown = await to_thread(act)
        except TrainerError as error:
            self.trainer.tell(error)
            if fatal:
                self.action_back()
            else:
                self._ask()
            return
        finally:
            self._busy = False
        await self._show(shown)

    async def _show(self, shown: Shown) -> None:
        before, self._shown = self._shown, shown
        view = shown.view
        for part in ("title", "kind", "standing", "asks"):
            self.query_one(f"#{part}", Wrapped).show(getattr(view, part))
        holder = self.query_one("#page", VerticalScroll)
        async with holder.batch():
            await holder.remove_children()
            await holder.mount(*page(view, self.lang))
        self.query_one("#offer").display = bool(view.asks)
        price = self.query_one("#price", Input)
        price.placeholder = self.say("deal.price-box")
        self._ask()
        rows = self.query_one(RowList)
        rows.fill(options(shown, self.lang), "go" if before != shown else "")
        self.set_focus(price if view.asks else rows)
        holder.scroll_home(animate=False)

    def _ask(self) -> None:
        asked = "deal.ask-next" if self._shown and self._shown.run else "deal.ask-mode"
        self.query_one("#ask", Static).update(plain(self.say(asked)))

    @on(OptionList.OptionSelected, "#options")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if self._busy:
            return
        kind, _, what = (event.option_id or "").partition(":")
        desk, lang, me = self.trainer.desk, self.lang, self.trainer.me
        run = self._shown.run if self._shown else ""
        if kind == "mode":
            self._anew = False
            self._do(lambda: start(desk, self._deal, what, lang, me))
        elif kind == "go":
            visit_deal(self, run)
        elif kind == "look":
            open_debrief(self, what)
        elif kind == "drill":
            begin_drill(self, what)
        elif kind == "price":
            self.query_one("#price", Input).focus()
        else:
            self._anew = True
            self.relabel()

    @on(Input.Submitted, "#price")
    def _priced(self, event: Input.Submitted) -> None:
        desk, lang, text = self.trainer.desk, self.lang, event.value
        run = self._shown.run if self._shown else ""
        if self._busy:
            return
        event.input.clear()
        self._do(lambda: fill_in(desk, run, text, lang))

    def action_scroll(self, way: int) -> None:
        """Turn the page."""
        holder = self.query_one("#page", VerticalScroll)
        holder.scroll_page_down() if way > 0 else holder.scroll_page_up()

    def action_back(self) -> None:
        """Leave the deal."""
        go_back(self.app)
