"""Bringing an older database to today's tables: all of it in one transaction, after a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import update

from uss_trainer.errors import fail
from uss_trainer.store.copying import copy_to, free_name
from uss_trainer.store.migrations import latest, steps
from uss_trainer.store.tables import meta
from uss_trainer.store.version import version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from uss_trainer.store.engine import Database


def migrate(database: Database) -> None:
    """Bring the tables to the version this program writes.

    An SQLite file is first copied beside itself, as `trainer-schema-1.db`. Another program that
    opens the database meanwhile waits, and then finds it done.
    """
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    with database.restructure() as connection:
        found = version(connection, lock=True)
        if found is None or found >= latest():
            return
        _keep(database, connection, found)
        before = _dangling(connection)
        operations = Operations(MigrationContext.configure(connection))
        for step in steps(found):
            step.upgrade(operations)
        if set(_dangling(connection)) - set(before):
            raise fail("store.migration-failed", database.where)
        schema = update(meta).where(meta.c.key == "schema")
        connection.execute(schema.values(value=str(latest())))


def _keep(database: Database, connection: Connection, found: int) -> None:
    """Copy an SQLite file; who migrates another database keeps a copy by its own means."""
    if connection.dialect.name != "sqlite":
        return
    file = connection.exec_driver_sql("PRAGMA database_list").all()[0][2]
    if file:
        path = Path(file)
        with database.read() as reader:
            copy_to(reader, free_name(path.with_stem(f"{path.stem}-schema-{found}")))


def _dangling(connection: Connection) -> Sequence[object]:
    """Return the rows that point at nothing; other databases never let any in."""
    if connection.dialect.name != "sqlite":
        return []
    return [tuple(row) for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all()]
