"""Opening databases: new, ours, newer, foreign, damaged, not writable."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from uss_trainer.errors import TrainerError
from uss_trainer.store import engine
from uss_trainer.store.engine import open_database
from uss_trainer.store.migrations import latest


def url(path: Path) -> str:
    return f"sqlite:///{path.as_posix()}"


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_new_database_is_made_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "数据.db"
    open_database(url(path)).close()
    with open_database(url(path)).read() as connection:
        assert connection.execute(text("select value from meta")).scalar() == str(latest())


def test_commits_survive_power_loss_settings(tmp_path: Path) -> None:
    database = open_database(url(tmp_path / "a.db"))
    with database.read() as connection:
        assert connection.exec_driver_sql("pragma journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("pragma synchronous").scalar() == 2


def _newer(path: Path) -> None:
    open_database(url(path)).close()
    run(path, f"update meta set value = '{latest() + 1}'")


def _foreign(path: Path) -> None:
    run(path, "create table songs (name text)")


def _corrupt(path: Path) -> None:
    path.write_bytes(b"this is a letter, not a database. " * 100)


def _a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(_newer, "store.newer", id="written by a newer program"),
        pytest.param(_foreign, "store.foreign", id="another program's"),
        pytest.param(_corrupt, "store.corrupt", id="no database at all"),
        pytest.param(_a_folder, "store.cannot-open", id="a folder"),
    ],
)
def test_a_database_that_cannot_be_used_is_named_and_left_alone(
    tmp_path: Path,
    make,
    code: str,  # type: ignore[no-untyped-def]
) -> None:
    path = tmp_path / "trainer.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(TrainerError) as caught:
        open_database(url(path))
    assert caught.value.problem.code == code
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize(
    ("address", "code"),
    [("nonsense", "store.bad-url"), ("oraclette://x/y", "store.no-driver")],
)
def test_a_wrong_address_is_named(address: str, code: str) -> None:
    with pytest.raises(TrainerError) as caught:
        open_database(address)
    assert caught.value.problem.code == code


def test_a_full_disk_keeps_what_was_committed(tmp_path: Path) -> None:
    database = open_database(url(tmp_path / "a.db"))

    def fill() -> None:
        with database.write() as connection:
            connection.exec_driver_sql("pragma max_page_count=20")
            connection.exec_driver_sql("insert into meta values ('big', ?)", ("x" * 1_000_000,))

    with pytest.raises(TrainerError) as caught:
        fill()
    assert caught.value.problem.code == "store.disk-full"
    with database.read() as connection:
        assert connection.execute(text("select count(*) from meta")).scalar() == 1


@pytest.mark.parametrize(
    ("free", "code"), [(0, "store.disk-full"), (10**9, "store.disk-error")], ids=["full", "room"]
)
def test_a_disk_error_on_a_full_disk_says_that_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, code: str
) -> None:
    database = open_database(url(tmp_path / "a.db"))
    monkeypatch.setattr(engine, "disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(TrainerError) as caught, database.write():
        raise OperationalError("insert", {}, sqlite3.OperationalError("disk I/O error"))
    assert caught.value.problem.code == code


def test_two_programs_on_one_database_both_write(tmp_path: Path) -> None:
    first, second = (open_database(url(tmp_path / "a.db")) for _ in range(2))
    for number, database in enumerate((first, second, first)):
        with database.write() as connection:
            connection.exec_driver_sql("insert into meta values (?, '')", (f"k{number}",))
    with second.read() as connection:
        assert connection.execute(text("select count(*) from meta")).scalar() == 4
