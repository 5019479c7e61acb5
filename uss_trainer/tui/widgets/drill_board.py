"""Everything a drill's screen shows between its head and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from uss_trainer.actions import drill_told as told
from uss_trainer.actions import drill_views as views
from uss_trainer.content.drills import SayDrill
from uss_trainer.i18n import say
from uss_trainer.tui.widgets.drill_rows import DrillRows, TargetRow
from uss_trainer.tui.widgets.reply_box import ReplyBox
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.drilling import Done, Going
    from uss_trainer.content.drills import Drill
    from uss_trainer.i18n import Lang
    from uss_trainer.player.drilling import Draft
    from uss_trainer.player.hand import Hand


class DrillBoard(Vertical):
    """What is asked, the items, what they are matched with, the box, and one line of help."""

    def compose(self) -> ComposeResult:
        """Lay out all parts; each kind of drill shows those it needs."""
        with Horizontal(id="head"):
            yield Static("", id="title", classes="title")
            yield Static("", id="kind", classes="quiet")
        with VerticalScroll(id="asked", can_focus=False):
            yield Wrapped("", id="task")
            yield Wrapped("", id="result")
        yield DrillRows(id="items")
        yield VerticalScroll(id="targets", can_focus=False)
        yield ReplyBox(id="reply")
        yield Wrapped("", id="told", classes="quiet")

    @property
    def written(self) -> str:
        """What stands in the box."""
        return self.query_one(ReplyBox).text

    def tell(self, text: str, *, careful: bool = False) -> None:
        """Show one line about answering."""
        line = self.query_one("#told", Wrapped)
        line.show(text)
        line.display = bool(text)
        line.set_class(careful, "warn")

    def lacks(self, draft: Draft, lang: Lang) -> bool:
        """Say what keeps the answer from being submitted, and return whether something does."""
        text = views.missing(draft, lang)
        if text:
            self.tell(text, careful=True)
        return bool(text)

    async def show_going(self, going: Going, hand: Hand | None, lang: Lang) -> None:
        """Show a drill as it is being answered."""
        drill = going.drill
        self._head(drill, lang)
        self.query_one("#task", Wrapped).show("\n".join(views.asked(drill, lang)))
        self.query_one("#result").display = False
        said = isinstance(drill, SayDrill)
        self.query_one(DrillRows).display = not said
        self.query_one(ReplyBox).display = said
        if isinstance(drill, SayDrill) or hand is None:
            self.query_one("#targets").display = False
            self.query_one(ReplyBox).focus()
            self.tell(views.how(drill, None, lang))
            return
        await self._targets(views.targets(drill, lang))
        lines = views.lines_now(drill, hand.draft, lang)
        await self.query_one(DrillRows).show(lines, hand.at, hand.held)
        self.tell(say("drill.how-held", lang) if hand.held else views.how(drill, hand.draft, lang))

    async def _targets(self, targets: tuple[tuple[str, str], ...]) -> None:
        box = self.query_one("#targets")
        box.display = bool(targets)
        if tuple(row.text for row in box.query(TargetRow)) == tuple(text for _, text in targets):
            return
        async with self.batch():
            await box.remove_children()
            await box.mount(*(TargetRow(at, text) for at, (_, text) in enumerate(targets, 1)))

    async def show_done(self, done: Done, lang: Lang, verdict: str = "") -> None:
        """Show what the answer was worth, and every item with why."""
        self._head(done.drill, lang)
        self.query_one("#targets").display = False
        self.query_one(ReplyBox).display = False
        self.query_one("#task", Wrapped).show("\n".join(views.asked(done.drill, lang)))
        result = self.query_one("#result", Wrapped)
        result.show("\n".join([*self._result(done, lang), *([verdict] if verdict else [])]))
        result.display = True
        result.set_class(done.marks.passed, "good")
        result.set_class(not done.marks.passed, "warn")
        rows = self.query_one(DrillRows)
        rows.display = True
        await rows.show(views.lines_after(done, lang), 0)
        rows.scroll_home(animate=False)
        self.query_one("#asked").scroll_end(animate=False)
        self.tell(told.to_look_up(done, lang))

    def _result(self, done: Done, lang: Lang) -> list[str]:
        head = say("drill.total", lang, total=told.total(done), band="").rstrip()
        return [*told.said(done, lang), head, *told.summed(done, lang)]

    def stand(self, text: str) -> None:
        """Show where a run of drills stands in place of the kind; an empty text leaves that."""
        if text:
            self.query_one("#kind", Static).update(Content(text))

    def _head(self, drill: Drill, lang: Lang) -> None:
        kind = say(f"drill.kind-{drill.kind}", lang)
        level = say(f"home.level-{drill.level}", lang)
        self.query_one("#title", Static).update(Content(drill.title.of(lang)))
        self.query_one("#kind", Static).update(Content(f"{kind} · {level}"))
