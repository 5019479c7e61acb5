"""Opening the database, and turning what a database can do wrong into one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from uss_trainer.errors import TrainerError, fail
from uss_trainer.store.drill_tables import drill_results
from uss_trainer.store.tables import SCHEMA, meta, metadata

BUSY_SECONDS = 10
"""How long a write waits for another program's write."""

_CAUSES = (
    ("readonly database", "store.read-only"),
    ("unable to open", "store.cannot-open"),
    ("disk is full", "store.disk-full"),
    ("disk i/o error", "store.disk-error"),
    ("file is not a database", "store.corrupt"),
    ("malformed", "store.corrupt"),
    ("database is locked", "store.busy"),
)


class Database:
    """An open database: `read()` and `write()` give a connection inside a transaction."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection for reading; TrainerError `store.…` where the database fails."""
        with _translated(self.where), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield a connection that holds the write lock from the start; commits once at the end."""
        writer = self._engine.execution_options(writes=True)
        with _translated(self.where), writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def open_database(url: str) -> Database:
    """Open the database at `url`, making it where there is none.

    TrainerError: `store.newer` for one written by a newer program, `store.foreign` for one that
    isn't ours, `store.corrupt`, `store.read-only`, `store.disk-full`, `store.bad-url` and so on.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise fail("store.bad-url", url=url) from error
    where = parsed.database or url
    if parsed.get_backend_name() == "sqlite":
        _make_folder(parsed)
    try:
        engine = _engine(parsed)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise fail("store.no-driver", url=parsed.render_as_string()) from error
    database = Database(engine, where)
    _prepare(database)
    return database


def sqlite_file(url: str) -> Path | None:
    """Return the file that an SQLite URL names; None for other databases and for a bad URL."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        return None
    named = parsed.database or ":memory:"
    return Path(named) if parsed.get_backend_name() == "sqlite" and named != ":memory:" else None


def _make_folder(url: URL) -> None:
    if not url.database or url.database == ":memory:":
        return
    folder = Path(url.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fail("store.cannot-open", url.database, cause=error.strerror or "") from error


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    # Without a pool no file handle outlives its transaction, so that a file can be moved on Windows.
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _settle(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A deferred transaction that turns into a write fails at once, whatever the busy timeout.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _prepare(database: Database) -> None:
    with database.read() as connection:
        tables = inspect(connection).get_table_names()
        found = _version(connection)
    if found is not None and found > SCHEMA:
        raise fail("store.newer", database.where, found=str(found), known=str(SCHEMA))
    if found is None and tables:
        raise fail("store.foreign", database.where)
    if found != SCHEMA or drill_results.name not in tables:
        _create(database)


def _version(connection: Connection) -> int | None:
    """Return the number of the schema; None where the database has none of ours."""
    shape = inspect(connection)
    if meta.name not in shape.get_table_names():
        return None
    columns = {column["name"] for column in shape.get_columns(meta.name)}
    if not columns.issuperset({"key", "value"}):
        return None
    value = connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))
    return int(value) if value and str(value).isdecimal() else None


def _create(database: Database) -> None:
    if database._engine.dialect.name == "sqlite":
        with _translated(database.where), database._engine.connect() as connection:
            raw = connection.connection.driver_connection
            if raw is not None:
                raw.execute("PRAGMA journal_mode=WAL")
    with database.write() as connection:
        metadata.create_all(connection)
        if _version(connection) != SCHEMA:
            connection.execute(insert(meta).values(key="schema", value=str(SCHEMA)))


@contextmanager
def _translated(where: str) -> Iterator[None]:
    try:
        yield
    except (IntegrityError, TrainerError):
        raise
    except DatabaseError as error:
        said = str(error.orig).lower()
        code = next((code for sign, code in _CAUSES if sign in said), "store.failed")
        raise fail(code, where, cause=str(error.orig)) from error
