"""Ways between screens that several of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


def go_home(app: App[None]) -> None:
    """Close screens until Home is on top; open it where none is beneath."""
    from uss_trainer.tui.screens.home import HomeScreen

    # The first screen of the stack is Textual's own and stays.
    while len(app.screen_stack) > 2 and not isinstance(app.screen, HomeScreen):
        app.pop_screen()
    if not isinstance(app.screen, HomeScreen):
        app.switch_screen(HomeScreen())


def go_back(app: App[None]) -> None:
    """Close the screen on top; Home opens where it was the only one."""
    if len(app.screen_stack) > 2:
        app.pop_screen()
    else:
        go_home(app)
