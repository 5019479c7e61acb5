"""Help: what this screen is for and every key that works on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from uss_trainer.tui.screens.base import BaseModal, Speaking, plain
from uss_trainer.tui.widgets.columns import fit
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.wrapped import Wrapped

KEYS = 13
"""Columns for keys."""


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
        keys: dict[tuple[str, str, str], list[str]] = {}
        for _, binding, enabled, _ in active:
            if enabled and binding.description and not binding.system:
                key = binding.key_display or screen.app.get_key_display(binding)
                does = (binding.action, binding.description, binding.tooltip)
                keys.setdefault(does, []).append(key)
        rows = [(row, *does[1:]) for does, some in keys.items() for row in _rows(some)]
        return cls(code, tuple(rows))

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(id="help"):
            yield Static(plain(self.say("common.help-title")), classes="title")
            if self._code:
                yield Wrapped(self.say(self._code), id="help-about")
            for key, description, tooltip in self._keys:
                yield Static(plain(f"{fit(key, KEYS)}{description}"), classes="help-key")
                if tooltip and tooltip != description:
                    yield Wrapped(tooltip, classes="help-tip quiet")
        yield KeyFooter()


def _rows(keys: Iterable[str]) -> list[str]:
    """Return the keys of one thing side by side, as far as they fit."""
    rows: list[str] = []
    for key in dict.fromkeys(keys):
        if rows and cell_len(f"{rows[-1]}  {key}") < KEYS:
            rows[-1] += f"  {key}"
        else:
            rows.append(key)
    return rows
