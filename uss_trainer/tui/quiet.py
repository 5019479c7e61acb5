"""An app that tells what broke it instead of printing it."""

from __future__ import annotations

from textual.app import App


class QuietApp(App[None]):
    """Leaves without a traceback; whoever ran it finds the error in `bug` and words it."""

    @property
    def bug(self) -> BaseException | None:
        """What made the app stop, where that wasn't the user."""
        return self._exception

    def _fatal_error(self) -> None:
        # Textual would print a traceback with local variables.
        self._close_messages_no_wait()
