"""Opening the database, and turning what a database can do wrong into one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from shutil import disk_usage
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from uss_trainer.coaching.people import ME, Person
from uss_trainer.errors import TrainerError, fail
from uss_trainer.store.migrations import latest
from uss_trainer.store.tables import meta, metadata, people
from uss_trainer.store.version import version

BUSY_SECONDS = 60
"""How long a write waits for other programs' writes: SQLite lets whoever tries at the right moment in,
so that one of fifty may wait long although each takes milliseconds."""

_NOBODY = Person(ME, "", role="administrator")
"""Who uses the machine without saying so: they can do everything, as on a machine of one's own."""

NEEDED = 256 * 1024
"""Free bytes below which a disk error means a full disk: SQLite's own files don't fit any more."""

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

    @contextmanager
    def restructure(self) -> Iterator[Connection]:
        """Yield a connection like `write`'s that may replace tables others point at."""
        writer = self._engine.execution_options(writes=True)
        with _translated(self.where), writer.connect() as connection:
            raw = connection.connection.driver_connection
            if raw is not None and connection.dialect.name == "sqlite":
                raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                yield connection

    @contextmanager
    def outside(self) -> Iterator[Connection]:
        """Yield a connection without a transaction, for what SQLite does only so."""
        with _translated(self.where), self._engine.connect() as connection:
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
        found = version(connection)
    if found is None and tables:
        raise fail("store.foreign", database.where)
    if found is None:
        _create(database)
    elif found > latest():
        raise fail("store.newer", database.where, found=str(found), known=str(latest()))
    elif found < latest():
        from uss_trainer.store.migrating import migrate

        migrate(database)


def _create(database: Database) -> None:
    if database._engine.dialect.name == "sqlite":
        with _translated(database.where), database._engine.connect() as connection:
            raw = connection.connection.driver_connection
            # Switching needs the file for itself; who comes second finds it done.
            if raw is not None and raw.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                raw.execute("PRAGMA journal_mode=WAL")
    with database.write() as connection:
        if version(connection) is None:
            metadata.create_all(connection)
            connection.execute(insert(meta).values(key="schema", value=str(latest())))
            connection.execute(insert(people).values(asdict(_NOBODY)))


def _full(where: str) -> bool:
    """Return whether the disk that holds a database file is full."""
    try:
        return disk_usage(Path(where).parent).free < NEEDED
    except (OSError, ValueError):
        return False


@contextmanager
def _translated(where: str) -> Iterator[None]:
    try:
        yield
    except (IntegrityError, TrainerError):
        raise
    except DatabaseError as error:
        said = str(error.orig).lower()
        code = next((code for sign, code in _CAUSES if sign in said), "store.failed")
        if code == "store.disk-error" and _full(where):
            code = "store.disk-full"
        raise fail(code, where, cause=str(error.orig)) from error
