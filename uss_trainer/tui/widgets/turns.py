"""The conversation: who says what, what can be heard beside it, and what each answer did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from uss_trainer.actions.remarks import remarks
from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.feedback import Feedback
    from uss_trainer.actions.viewed import Past, Stage


def cue_words(cue: str, lang: Lang) -> str:
    """Return a non-verbal cue set apart from what is said; empty where there is none."""
    return say("playing.cue", lang, cue=cue) if cue else ""


class Bubble(Vertical):
    """One utterance: the speaker's name with the non-verbal cue, and the words."""

    def __init__(
        self, who: str, text: str, cue: str = "", *, classes: str = "", id: str | None = None
    ) -> None:
        super().__init__(classes=classes, id=id)
        self._who = f"{who} {cue}" if cue else who
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay out name and words."""
        yield Wrapped(self._who, classes="who")
        yield Wrapped(self._text, classes="words")


class Remarks(Vertical):
    """Feedback, line by line."""

    def __init__(self, feedback: Feedback, lang: Lang) -> None:
        super().__init__()
        self._lines = remarks(feedback, lang)

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        for line in self._lines:
            yield Wrapped(line.text, classes=f"remark -{line.kind}")


class TurnView(Vertical):
    """A turn that is over: the customer's line, the answer, what it did."""

    def __init__(
        self, past: Past, who: str, lang: Lang, me: str = "", *, judged: bool = True
    ) -> None:
        """`me` is who answered, where that isn't who is looking."""
        super().__init__()
        self._judged = judged
        self._past = past
        self._who = who
        self._lang = lang
        self._me = me or say("playing.you", lang)

    def compose(self) -> ComposeResult:
        """Lay out the turn."""
        past = self._past
        yield Bubble(
            past.who or self._who,
            past.customer,
            cue_words(past.cue, self._lang),
            classes="-customer",
        )
        reply = past.reply or say("playing.said-nothing", self._lang)
        me = f"{self._me} · {past.speaker}" if past.speaker else self._me
        yield Bubble(me, reply, classes="-me")
        if self._judged:
            yield Remarks(past.feedback, self._lang)


class Conversation(VerticalScroll, can_focus=False):
    """All turns that stand and, at the end, what the customer says now."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[Past, ...] = ()
        self._lang: Lang | None = None

    async def show(self, stage: Stage, lang: Lang) -> None:
        """Show a stage; turns already shown stay in place."""
        known = self._shown if lang == self._lang else ()
        keep = len(known) if stage.past[: len(known)] == known else 0
        async with self.batch():
            await self.query("#now").remove()
            if not keep:
                await self.remove_children()
            new = [
                TurnView(past, stage.customer, lang, judged=stage.judged)
                for past in stage.past[keep:]
            ]
            cue = cue_words(stage.cue, lang)
            now = Bubble(stage.who, stage.line, cue, classes="-customer -now", id="now")
            await self.mount(*new, now)
        self._shown, self._lang = stage.past, lang
        self.scroll_end(animate=False)
