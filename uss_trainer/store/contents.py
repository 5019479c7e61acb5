"""Content by its digest, stored once however many attempts and assignments play on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import insert, select

from uss_trainer.store.tables import contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection

    from uss_trainer.store.engine import Database

Part = tuple[str, str, str]
"""Digest, kind, body."""

Offered: TypeAlias = "tuple[str, str, str | Callable[[], str]]"
"""The same to be stored; a large body is asked for only where it isn't stored yet."""


def add_contents(connection: Connection, parts: Iterable[Offered]) -> None:
    """Store parts that aren't stored yet."""
    wanted = {digest: (digest, kind, body) for digest, kind, body in parts}
    known = set(connection.scalars(select(contents.c.digest).where(contents.c.digest.in_(wanted))))
    rows = [
        {"digest": digest, "kind": kind, "body": body if isinstance(body, str) else body()}
        for digest, kind, body in wanted.values()
        if digest not in known
    ]
    if rows:
        connection.execute(insert(contents), rows)


def content(database: Database, digests: Sequence[str]) -> dict[str, str]:
    """Return stored content by digest."""
    return {digest: body for digest, _, body in stored(database, digests)}


def stored(database: Database, digests: Sequence[str]) -> tuple[Part, ...]:
    """Return stored parts."""
    query = select(contents.c.digest, contents.c.kind, contents.c.body)
    with database.read() as connection:
        rows = connection.execute(query.where(contents.c.digest.in_(digests)))
        return tuple((row.digest, row.kind, row.body) for row in rows)


def content_of(database: Database, kind: str) -> tuple[str, ...]:
    """Return stored content of a kind."""
    with database.read() as connection:
        return tuple(connection.scalars(select(contents.c.body).where(contents.c.kind == kind)))
