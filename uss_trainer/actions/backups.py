"""Copying everything to a file and back, while others go on working."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow, by
from uss_trainer.coaching.people import Note
from uss_trainer.errors import fail
from uss_trainer.store.copying import copy_to, free_name, restore_from, schema_of
from uss_trainer.store.engine import open_database
from uss_trainer.store.migrations import latest
from uss_trainer.store.people import log

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.actions.desk import Desk


def backup(
    desk: Desk, path: Path | None = None, progress: Callable[[int, int], None] | None = None
) -> Path:
    """Copy the database and return where to; a file that is there already is never replaced.

    Without a path it goes to `backups` in the data folder, named by the time.
    TrainerError `store.backup-elsewhere` for other databases than SQLite.
    """
    allow(desk, "backup")
    if path is None:
        stamp = desk.now().astimezone().strftime("%Y%m%d-%H%M%S")
        path = desk.folders.data / "backups" / f"trainer-{stamp}.db"
        path.parent.mkdir(parents=True, exist_ok=True)
    with desk.database.read() as connection:
        _only_sqlite(connection.dialect.name)
        target = free_name(path)
        copy_to(connection, target, progress)
    return target


def restore(desk: Desk, path: Path) -> Path:
    """Put a backup in the place of the database; return the copy of what was there before.

    A backup of an earlier version is brought up to date. TrainerError `store.newer`,
    `store.foreign`, `store.corrupt` or `store.busy`, and nothing was changed.
    """
    who = by(desk, "restore")
    found = schema_of(path)
    if found > latest():
        raise fail("store.newer", str(path), found=str(found), known=str(latest()))
    database = desk.database
    with database.read() as connection:
        _only_sqlite(connection.dialect.name)
        live = Path(connection.exec_driver_sql("PRAGMA database_list").all()[0][2])
        before = free_name(live.with_stem(f"{live.stem}-before-restore"))
        copy_to(connection, before)
    with database.outside() as connection:
        restore_from(connection, path)
    open_database(desk.db or desk.folders.database_url).close()
    with database.write() as connection:
        log(connection, who, [Note("database.restore", path.name[:64], {"before": before.name})])
    return before


def _only_sqlite(dialect: str) -> None:
    if dialect != "sqlite":
        raise fail("store.backup-elsewhere", dialect=dialect)
