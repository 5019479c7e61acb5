"""What keeps a scenario being written from being played."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from uss_trainer.actions import previewing
from uss_trainer.i18n import sentence
from uss_trainer.tui.screens.base import BaseScreen
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.previewing import Preview

PERIOD = 0.5
"""Seconds between two looks at the files."""


class BrokenScreen(BaseScreen):
    """What keeps the scenario from being played; goes on by itself when it is mended."""

    CSS_PATH = "broken.tcss"
    help_code = "preview.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.leave", "preview.key-leave", tooltip="preview.tip-leave")
    ]

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._reading = False

    def compose(self) -> ComposeResult:
        """Lay out the problems."""
        preview = self._preview
        yield Wrapped(self.say("preview.broken", file=preview.path.name), id="head")
        with VerticalScroll(id="problems"):
            for problem in preview.errors:
                yield Wrapped(sentence(problem, self.lang), classes="problem")
        yield Footer(show_command_palette=False)
        yield Static(id="too-small")

    def on_mount(self) -> None:
        """Look at the files from now on."""
        self.set_interval(PERIOD, self._look)

    def _look(self) -> None:
        if self.is_current and not self._reading and previewing.changed(self._preview):
            self._reading = True
            self._again()

    @work(group="again")
    async def _again(self) -> None:
        """Read the files again; what follows closes this screen, and with it its workers."""
        desk, old = self.trainer.desk, self._preview
        self._preview = await asyncio.to_thread(previewing.again, desk, old)
        self.app.call_later(self._go_on)

    async def _go_on(self) -> None:
        """Show what is still wrong, or go on where the conversation stood."""
        from uss_trainer.tui.screens.preview import PreviewScreen, screen_for

        self._reading = False
        below = self.app.screen_stack[-2]
        if self._preview.errors or self._preview.sitting is None:
            self.refresh(recompose=True)
        elif isinstance(below, PreviewScreen):
            self.app.pop_screen()
            await below.take(self._preview)
        else:
            self.app.switch_screen(screen_for(self._preview))
