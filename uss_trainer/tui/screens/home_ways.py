"""The ways out of Home that don't depend on the row chosen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from uss_trainer.tui.opening import open_remembered, practise
from uss_trainer.tui.screens.base import BaseScreen


class HomeWays(BaseScreen):
    """A screen from which everything else is opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "today", "practise.key-today", tooltip="practise.tip-today", show=False),
        Binding(
            "m",
            "remembered",
            "practise.key-remembered",
            tooltip="practise.tip-remembered",
            show=False,
        ),
    ]

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

    def action_desk(self) -> None:
        """Open the trainer's desk."""
        from uss_trainer.tui.screens.desk import DeskScreen

        self.app.push_screen(DeskScreen())

    def action_name(self) -> None:
        """Change name and language."""
        from uss_trainer.tui.screens.start import StartScreen

        self.app.push_screen(StartScreen(again=True))
