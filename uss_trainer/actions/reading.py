"""Reading all content: once for everyone who asks while it is being read."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from uss_trainer.imports import collecting_later

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.index import Row, Stamp


class Reading:
    """Keeps the rows last read, also where the cache folder can't be written."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen: Stamp | None = None
        self._rows: list[Row] = []

    def rows(self, desk: Desk, *, anew: bool = False) -> list[Row]:
        """Return Home's rows; who asks second waits and gets what the first has read.

        Content that has changed since is read again, and so is all of it with `anew`.
        """
        from uss_trainer.actions.home import rows_anew, rows_at_once
        from uss_trainer.content.index import stamp

        with self._lock:
            if not anew and (kept := rows_at_once(desk)) is not None:
                return kept
            seen = stamp(desk.places)
            if anew or seen != self._seen:
                desk.reread()
                with collecting_later():
                    self._rows = rows_anew(desk)
                self._seen = seen
            return self._rows
