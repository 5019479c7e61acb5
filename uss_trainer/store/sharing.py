"""Attempts of free practice that their owners show to trainers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from uss_trainer.coaching.people import Note
from uss_trainer.store.people import log
from uss_trainer.store.tables import attempts, shares

if TYPE_CHECKING:
    from uss_trainer.store.engine import Database
    from uss_trainer.store.people import By


def share(database: Database, by: By, attempt: str, shown: bool) -> bool:
    """Show an attempt to trainers or no longer; return whether that changed anything."""
    with database.write() as connection:
        known = connection.scalar(select(shares.c.at).where(shares.c.attempt == attempt))
        if (known is not None) == shown:
            return False
        if shown:
            connection.execute(insert(shares).values(attempt=attempt, at=by.at))
        else:
            connection.execute(delete(shares).where(shares.c.attempt == attempt))
        log(connection, by, [Note("attempts.share" if shown else "attempts.unshare", attempt)])
    return True


def shared(database: Database, attempt: str) -> bool:
    """Return whether an attempt is shown to trainers."""
    with database.read() as connection:
        return connection.scalar(select(shares.c.at).where(shares.c.attempt == attempt)) is not None


def all_shared(database: Database, person: str) -> frozenset[str]:
    """Return which of somebody's attempts are shown to trainers."""
    query = select(shares.c.attempt).join(attempts, attempts.c.id == shares.c.attempt)
    with database.read() as connection:
        return frozenset(connection.scalars(query.where(attempts.c.person == person)))
