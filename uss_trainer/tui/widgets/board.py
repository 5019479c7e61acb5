"""Everything of *Play* between title and footer, laid out and filled from a stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.choices import ChoiceList
from uss_trainer.tui.widgets.meter import StepMeter, TalkClock
from uss_trainer.tui.widgets.reply_box import ReplyBox
from uss_trainer.tui.widgets.turns import Conversation
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.viewed import Stage

HURRY = 10
"""Seconds left from which the countdown stands out."""


class Board(Vertical):
    """Conversation, meter and clock above; what to answer with below."""

    def compose(self) -> ComposeResult:
        """Lay out the parts; `show` fills them."""
        with Horizontal(id="head"):
            yield Static(id="title", classes="title")
            yield TalkClock(id="clock")
        with Horizontal(id="middle"):
            yield Conversation(id="conversation")
            yield StepMeter(id="meter")
        with Vertical(id="panel"):
            yield Wrapped("", id="hint")
            yield ChoiceList(id="choices")
            with Horizontal(id="notes"):
                yield Static(id="status")
                yield Static(id="countdown")
            yield ReplyBox(id="reply")
            with Horizontal(id="end"):
                yield Wrapped("", id="ending")
                yield Button("", id="to-debrief", variant="primary")

    async def show(self, stage: Stage, lang: Lang) -> None:
        """Show a stage; the box keeps what has been typed."""
        mode = say(f"playing.mode-{stage.mode}", lang)
        title = say("playing.head", lang, title=stage.title, mode=mode)
        self.query_one("#title", Static).update(Content(title))
        hint = stage.hint.text if stage.hint else ""
        self.query_one("#hint", Wrapped).show(say("playing.hint", lang, text=hint))
        self.query_one("#ending", Wrapped).show(say("playing.ended", lang, ending=stage.ending))
        self.query_one("#to-debrief", Button).label = Content(say("playing.to-debrief", lang))
        asked = "playing.placeholder-team" if stage.team else "playing.placeholder"
        self.query_one(ReplyBox).placeholder = Content(
            say(asked, lang, team=" · ".join(stage.team))
        )
        self.set_class(bool(hint), "-hinted")
        self.set_class(stage.typed, "-typed")
        self.set_class(stage.ended, "-ended")
        self.query_one(TalkClock).show(stage.talk, lang)
        await self.query_one(StepMeter).show(stage.meter, lang)
        await self.query_one(ChoiceList).show(stage.choices)
        await self.query_one(Conversation).show(stage, lang)

    def attend(self, stage: Stage) -> None:
        """Put the focus where the next key belongs."""
        if stage.ended:
            self.query_one("#to-debrief", Button).focus()
        elif stage.typed:
            self.query_one(ReplyBox).focus()
        else:
            self.screen.set_focus(None)

    def mark(self, status: str, busy: bool) -> None:
        """Show whether an answer is on its way; meanwhile the box takes no keys."""
        self.set_class(busy, "-busy")
        self.query_one(ReplyBox).read_only = busy
        self.query_one("#status", Static).update(Content(status))

    def count_down(self, left: int | None, lang: Lang) -> None:
        """Show the seconds left to think; None where there is no limit."""
        note = self.query_one("#countdown", Static)
        note.set_class(left is not None and left <= HURRY, "-hurry")
        note.update(Content("" if left is None else say("playing.time-left", lang, seconds=left)))

    @property
    def written(self) -> str:
        """What stands in the box."""
        return self.query_one(ReplyBox).text

    def clear(self) -> None:
        """Empty the box, once what it held is stored."""
        self.query_one(ReplyBox).text = ""

    def scroll_talk(self, pages: int) -> None:
        """Scroll the conversation by pages."""
        talk = self.query_one(Conversation)
        talk.scroll_relative(y=pages * max(talk.size.height - 2, 1), animate=False)
