"""The keys at the bottom, drawn anew only when they say something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding
    from textual.screen import Screen


class KeyFooter(Footer):
    """Textual's footer, which makes all its keys anew whenever the focus moves."""

    _drawn: list[ActiveBinding] | None = None
    """What the keys were made of; None before the first time."""

    def compose(self) -> ComposeResult:
        """Yield the keys."""
        if self._bindings_ready:
            self._drawn = self._shown()
        yield from super().compose()

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Make the keys anew where they differ."""
        if not self.is_attached or self._drawn != self._shown():
            super().bindings_changed(screen)

    def _shown(self) -> list[ActiveBinding]:
        """Return the bindings that have a key here, as they are described now."""
        mine = self.app.COMMAND_PALETTE_BINDING if self.show_command_palette else ""
        return [
            active._replace(node=self.screen)
            for key, active in self.screen.active_bindings.items()
            if active.binding.show or key == mine
        ]
