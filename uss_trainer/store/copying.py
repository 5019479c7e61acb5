"""Copying an SQLite database while others use it, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

PAGES = 1024
"""Pages copied at a time; between two portions others may write."""


def copy_to(
    connection: Connection, target: Path, progress: Callable[[int, int], None] | None = None
) -> None:
    """Write what is committed to a new file; TrainerError `store.no-copy` where that fails.

    `progress` is told pages left and pages in all.
    """
    raw = connection.connection.driver_connection
    draft = target.with_name(target.name + ".part")
    told = None if progress is None else lambda _status, left, whole: progress(left, whole)
    try:
        draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft)) as copy:
            raw.backup(copy, pages=PAGES, progress=told)  # type: ignore[union-attr]
        draft.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise fail("store.no-copy", str(target), cause=str(error)) from error


def free_name(path: Path) -> Path:
    """Return the path, or the first of `name-2.db`, `name-3.db` … that isn't taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
