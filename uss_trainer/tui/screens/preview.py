"""Preview: a scenario played while it is written; a saved file is taken up where one stands."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widgets import Button, Static

from uss_trainer.actions import previewing
from uss_trainer.actions.playing import card
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.broken import PERIOD, BrokenScreen
from uss_trainer.tui.screens.play import PlayScreen
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.previewing import Preview
    from uss_trainer.actions.sittings import Sitting


def _key(key: str, action: str, name: str) -> Binding:
    return Binding(key, action, f"preview.key-{name}", tooltip=f"preview.tip-{name}")


def screen_for(preview: Preview) -> BaseScreen:
    """Return the screen for a preview as it is: the conversation, or what is wrong."""
    if preview.sitting is None or preview.errors:
        return BrokenScreen(preview)
    return PreviewScreen(preview, preview.sitting)


class PreviewScreen(PlayScreen):
    """The conversation; nothing is stored, and a saved file is read again."""

    RECORD = False
    help_code = "preview.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("escape", "leave_play", "leave"),
        _key("f4", "other_mode", "mode"),
        _key("f5", "restart", "restart"),
    ]

    def __init__(self, preview: Preview, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._preview = preview
        self._reading = False

    def on_mount(self) -> None:
        """Look at the files from now on."""
        self.set_interval(PERIOD, self._look)

    async def show(self, sitting: Sitting) -> None:
        """Show where it stands, and what an author wants to know: scene, moods, facts, problems."""
        await super().show(sitting)
        position, preview = sitting.state.position, self._preview
        known = {**position.mood, **position.facts}
        facts = {
            "scene": position.ending or position.scene,
            "known": " ".join(f"{name}={_shown(value)}" for name, value in known.items()),
            "warnings": len(preview.problems),
        }
        self.query_one("#title", Static).update(plain(self.say("preview.head", **facts)))
        if position.ending:
            total = self.say("preview.total", total=f"{card(sitting).total:g}")
            ending = self.query_one("#ending", Wrapped)
            ending.show(f"{ending.text} · {total}")
        button = self.query_one("#to-debrief", Button)
        button.label = plain(self.say("preview.again"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the stage allows; there is no stored attempt to debrief."""
        return action != "debrief" and super().check_action(action, parameters)

    def rewound(self, sitting: Sitting, number: int) -> Sitting:
        """Return the sitting before a turn."""
        return previewing.rewound(self._preview, sitting, number)

    def _look(self) -> None:
        idle = self.is_current and not (self._busy or self._reading)
        if idle and previewing.changed(self._preview):
            self._reading = True
            self._again()

    @work(group="again")
    async def _again(self) -> None:
        """Take up the saved file."""
        desk, old, sitting = self.trainer.desk, self._preview, self._sitting
        try:
            new = await asyncio.to_thread(previewing.again, desk, old, sitting)
        finally:
            self._reading = False
        # Whoever began again meanwhile is not to be taken back to where they were.
        if self._preview is old:
            await self.take(new)

    async def take(self, preview: Preview) -> None:
        """Go on with a preview read anew; what is in the box stays there."""
        self._preview = preview
        if preview.sitting is None or preview.errors:
            self.app.push_screen(BrokenScreen(preview))
            return
        await self.show(preview.sitting)

    @work(group="again", exclusive=True)
    async def action_restart(self) -> None:
        """Begin at the start again."""
        await self.take(previewing.restarted(self.trainer.desk, self._preview))

    @work(group="again", exclusive=True)
    async def action_other_mode(self) -> None:
        """Change between choosing and typing, from the start."""
        await self.take(previewing.restarted(self.trainer.desk, self._preview, other_mode=True))

    def action_debrief(self) -> None:
        """There is no stored attempt to debrief: begin again."""
        self.action_restart()

    def action_leave_play(self) -> None:
        """Leave the program; there is nothing to come back to."""
        if self.may_leave():
            self.app.exit()


def _shown(value: int | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
