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

PATIENCE = 40
"""Tries, a quarter of a second apart, to restore while others write."""

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
            # One file that needs no others beside it and can be read where nothing can be written.
            copy.execute("PRAGMA journal_mode=DELETE")
        draft.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise fail("store.no-copy", str(target), cause=str(error)) from error


def restore_from(connection: Connection, source: Path) -> None:
    """Put what a file holds in the place of the database, all or nothing, while others use it.

    TrainerError `store.busy` where somebody keeps writing for `PATIENCE` tries.
    """
    raw = connection.connection.driver_connection
    tries = iter(range(PATIENCE))

    def wait(_status: int, left: int, _whole: int) -> None:
        if left and next(tries, None) is None:
            raise fail("store.busy", str(source))

    with closing(_opened(source)) as copy:
        copy.backup(raw, pages=-1, progress=wait)  # type: ignore[arg-type]


def schema_of(source: Path) -> int:
    """Return the schema of a backup.

    TrainerError `store.no-backup`, `store.corrupt` or `store.foreign` where it isn't one.
    """
    if not source.is_file():
        raise fail("store.no-backup", str(source))
    try:
        with closing(_opened(source)) as copy:
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise fail("store.corrupt", str(source))
            row = copy.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    except sqlite3.OperationalError as error:
        raise fail("store.foreign", str(source)) from error
    except sqlite3.DatabaseError as error:
        raise fail("store.corrupt", str(source)) from error
    if row is None or not str(row[0]).isdecimal():
        raise fail("store.foreign", str(source))
    return int(row[0])


def _opened(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)


def free_name(path: Path) -> Path:
    """Return the path, or the first of `name-2.db`, `name-3.db` … that isn't taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
