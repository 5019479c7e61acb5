"""The step meter and the talk clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from uss_trainer.i18n import Lang, say

if TYPE_CHECKING:
    from uss_trainer.actions.viewed import MeterStep, Talk

SIGNS = {"done": "✓", "now": "›", "later": "·", "waived": "–"}


class StepMeter(VerticalScroll, can_focus=False):
    """The steps that this conversation asks for, in order, each with how it stands."""

    async def show(self, steps: tuple[MeterStep, ...], lang: Lang) -> None:
        """Show the steps."""
        async with self.batch():
            await self.remove_children()
            await self.mount(*(self._row(step, lang) for step in steps))

    def _row(self, step: MeterStep, lang: Lang) -> Static:
        row = Static(
            Content(f"{SIGNS[step.state]} {step.name}"), classes=f"meter-step -{step.state}"
        )
        state = say(f"playing.step-{step.state}", lang)
        row.tooltip = Content(say("playing.step", lang, name=step.name, state=state))
        return row


class TalkClock(Static):
    """Minutes talked, their limit, and the trainee's share."""

    def show(self, talk: Talk, lang: Lang) -> None:
        """Show the talk so far."""
        code = "playing.clock" if talk.limit else "playing.clock-free"
        text = say(code, lang, minutes=talk.minutes, limit=talk.limit, share=talk.share)
        self.set_class(talk.over, "-over")
        self.update(Content(text))
