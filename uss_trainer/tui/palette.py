"""The command palette in the language shown: what the screen offers, then what the app does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette, SearchIcon
from textual.content import Content
from textual.widgets.option_list import Option

from uss_trainer.i18n import words
from uss_trainer.tui.quiet import QuietApp

if TYPE_CHECKING:
    from textual.screen import Screen

    from uss_trainer.i18n import Lang
    from uss_trainer.tui.app import TrainerApp

OWN = ("language", "theme", "help", "quit")
"""What the app offers everywhere."""


def commands(app: TrainerApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield what can be done now, each under its key's words."""
    offered: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        own = active.node is screen and not binding.action.startswith(("app.", "screen."))
        if own and active.enabled and binding.description and binding.action not in offered:
            offered.add(binding.action)
            run = partial(screen.run_action, binding.action)
            yield SystemCommand(binding.description, binding.tooltip, run)
    actions = (
        app.action_switch_language,
        app.action_switch_theme,
        app.action_help,
        app.action_leave,
    )
    for name, action in zip(OWN, actions, strict=True):
        yield SystemCommand(app.say(f"common.key-{name}"), app.say(f"common.tip-{name}"), action)


class Palette(CommandPalette):
    """Textual's palette with its two own sentences worded."""

    def __init__(self, lang: Lang) -> None:
        self._words = words("textual", lang)
        super().__init__(placeholder=self._words["Search for commands…"], id="--command-palette")

    def on_mount(self) -> None:
        """Take a sign that every terminal font has for the one Textual shows."""
        self.query_one(SearchIcon).icon = ">"

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()

        def say_so() -> None:
            if search_value:
                nothing = Content(self._words["No matches found"])
                option = Option(nothing, disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(option)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, say_so)


class PaletteApp(QuietApp):
    """An app whose palette speaks the language shown."""

    def action_command_palette(self) -> None:
        """Search all commands."""
        if not self.screen.has_class("--textual-command-palette"):
            self.push_screen(Palette(cast("TrainerApp", self).lang))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer what the screen and the app can do."""
        return commands(cast("TrainerApp", self), screen)
