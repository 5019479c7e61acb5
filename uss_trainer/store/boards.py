"""Boards: which teams see how their members stand, and who is on none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from uss_trainer.coaching.people import Note
from uss_trainer.store.people import log
from uss_trainer.store.tables import boards, unlisted

if TYPE_CHECKING:
    from sqlalchemy import Table

    from uss_trainer.store.engine import Database
    from uss_trainer.store.people import By


def boards_on(database: Database) -> frozenset[str]:
    """Return the ids of teams whose board is on."""
    with database.read() as connection:
        return frozenset(connection.scalars(select(boards.c.team)))


def switch(database: Database, by: By, team: str, on: bool) -> bool:
    """Turn a team's board on or off; return whether that changed anything."""
    return _put(database, by, boards, ("team", team), on, "boards.on" if on else "boards.off")


def list_(database: Database, by: By, person: str, listed: bool) -> bool:
    """Let somebody stand on their teams' boards or on none; return whether that changed anything."""
    act = "boards.join" if listed else "boards.leave"
    return _put(database, by, unlisted, ("person", person), not listed, act)


def is_listed(database: Database, person: str) -> bool:
    """Return whether somebody stands on their teams' boards."""
    query = select(unlisted.c.at).where(unlisted.c.person == person)
    with database.read() as connection:
        return connection.scalar(query) is None


def _put(
    database: Database, by: By, table: Table, key: tuple[str, str], there: bool, act: str
) -> bool:
    """Put a row in or take it out, with its line in the audit log."""
    name, value = key
    which = table.c[name] == value
    with database.write() as connection:
        if (connection.scalar(select(table.c.at).where(which)) is not None) == there:
            return False
        if there:
            connection.execute(insert(table).values({name: value, "at": by.at}))
        else:
            connection.execute(delete(table).where(which))
        log(connection, by, [Note(act, value)])
    return True
