"""Help: what this screen is for and every key that works on it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from uss_trainer.tui.screens.base import BaseModal, Speaking, plain
from uss_trainer.tui.widgets.columns import fit
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.wrapped import Wrapped


class HelpScreen(BaseModal[None]):
    """A page over the screen it explains."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q,question_mark,f1", "dismiss", "common.key-close", tooltip="common.tip-close"
        )
    ]

    def __init__(self, code: str, keys: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self._code = code
        self._keys = keys

    @classmethod
    def about(cls, screen: Screen[object]) -> HelpScreen:
        """Return the help of a screen, with the keys that are active there now."""
        code = screen.help_code if isinstance(screen, Speaking) else ""
        active = sorted(screen.active_bindings.values(), key=lambda one: not one.binding.show)
        keys = {
            (binding.key_display or screen.app.get_key_display(binding)): (
                binding.description,
                binding.tooltip,
            )
            for _, binding, enabled, _ in active
            if enabled and binding.description and not binding.system
        }
        return cls(code, tuple((key, *words) for key, words in keys.items()))

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(id="help"):
            yield Static(plain(self.say("common.help-title")), classes="title")
            if self._code:
                yield Wrapped(self.say(self._code), id="help-about")
            for key, description, tooltip in self._keys:
                yield Static(plain(f"{fit(key, 13)}{description}"), classes="help-key")
                if tooltip and tooltip != description:
                    yield Wrapped(tooltip, classes="help-tip quiet")
        yield KeyFooter()
