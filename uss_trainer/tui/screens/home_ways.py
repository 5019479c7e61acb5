"""The ways out of Home that don't depend on the row chosen."""

from __future__ import annotations

from uss_trainer.tui.opening import open_remembered, practise
from uss_trainer.tui.screens.base import BaseScreen


class HomeWays(BaseScreen):
    """A screen from which everything else is opened."""

    def action_today(self) -> None:
        """Begin today's five minutes."""
        practise(self)

    def action_remembered(self) -> None:
        """Show what is remembered."""
        open_remembered(self)

    def action_history(self) -> None:
        """Open all attempts."""
        from uss_trainer.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen())

    def action_name(self) -> None:
        """Change name and language."""
        from uss_trainer.tui.screens.start import StartScreen

        self.app.push_screen(StartScreen(again=True))
