"""The number of a database's tables, as it says itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect, select

from uss_trainer.store.tables import meta

if TYPE_CHECKING:
    from sqlalchemy import Connection


def version(connection: Connection, *, lock: bool = False) -> int | None:
    """Return the number of the schema; None where the database has none of ours.

    `lock` keeps others from changing it until the transaction ends, where the database can.
    """
    shape = inspect(connection)
    if meta.name not in shape.get_table_names():
        return None
    columns = {column["name"] for column in shape.get_columns(meta.name)}
    if not columns.issuperset({"key", "value"}):
        return None
    query = select(meta.c.value).where(meta.c.key == "schema")
    value = connection.scalar(query.with_for_update() if lock else query)
    return int(value) if value and str(value).isdecimal() else None
