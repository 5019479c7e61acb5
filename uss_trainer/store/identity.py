"""What tells one database from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from uss_trainer.store.tables import meta

if TYPE_CHECKING:
    from uss_trainer.store.engine import Database

KEY = "identity"


def identity(database: Database, new: str) -> str:
    """Return this database's own word; it takes `new` where it has none yet."""
    wanted = select(meta.c.value).where(meta.c.key == KEY)
    with database.read() as connection:
        known = connection.scalar(wanted)
    if known:
        return str(known)
    with database.write() as connection:
        known = connection.scalar(wanted)
        if known is None:
            connection.execute(insert(meta).values(key=KEY, value=new))
        return str(known or new)
