"""A database of the first release is brought to today's tables without loss."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect

from uss_trainer.actions.desk import Desk
from uss_trainer.actions.history import history
from uss_trainer.actions.playing import choose, closing_of, rewind
from uss_trainer.actions.sittings import resume
from uss_trainer.errors import TrainerError
from uss_trainer.paths import Folders
from uss_trainer.store import migrating
from uss_trainer.store.engine import open_database
from uss_trainer.store.migrations import files, latest

OPEN = """
import sys
from uss_trainer.store.engine import open_database
open_database(sys.argv[1])
print("alembic" in sys.modules)
"""


def url(path: Path) -> str:
    return f"sqlite:///{path.as_posix()}"


def shape(path: Path) -> dict[str, Any]:
    """Return tables, columns, keys and indexes, whatever their order."""
    engine = create_engine(url(path))
    found = inspect(engine)
    tables = {
        table: {
            "columns": {
                one["name"]: (str(one["type"]), one["nullable"], one["default"], one["primary_key"])
                for one in found.get_columns(table)
            },
            "links": {
                (*one["constrained_columns"], one["referred_table"], *one["referred_columns"])
                for one in found.get_foreign_keys(table)
            },
            "indexes": {
                (one["name"], *one["column_names"], one["unique"])
                for one in found.get_indexes(table)
            },
            "unique": {tuple(one["column_names"]) for one in found.get_unique_constraints(table)},
        }
        for table in found.get_table_names()
    }
    engine.dispose()
    return tables


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_versions_follow_each_other_without_gaps() -> None:
    assert list(files()) == list(range(2, latest() + 1))


def test_migrated_and_new_databases_have_the_same_tables(
    first_release: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.db"
    open_database(url(new)).close()
    open_database(url(first_release)).close()
    assert shape(first_release) == shape(new)
    nobody = "select * from people"
    assert rows(first_release, nobody) == rows(new, nobody)


def test_nothing_is_lost_and_a_copy_of_the_old_file_stays(first_release: Path) -> None:
    queries = [
        f"select {columns} from {table} order by 1, 2"
        for table, columns in (
            ("contents", "*"),
            ("events", "*"),
            ("step_figures", "*"),
            ("attempts", "id, scenario, edition, me, started_at, finished_at, total, passed"),
        )
    ]
    before = [rows(first_release, query) for query in queries]
    open_database(url(first_release)).close()
    assert [rows(first_release, query) for query in queries] == before
    assert all(before)
    copy = first_release.with_name("trainer-schema-1.db")
    assert [rows(copy, query) for query in queries] == before
    assert rows(copy, "select value from meta") == [("1",)]
    open_database(url(first_release)).close()
    assert {path.suffix for path in first_release.parent.iterdir()} <= {".db", ".db-wal", ".db-shm"}
    assert len(list(first_release.parent.glob("*.db"))) == 2


def test_old_attempts_are_listed_shown_and_carried_on(first_release: Path, tmp_path: Path) -> None:
    home = Folders(first_release.parent, tmp_path / "cache", tmp_path / "config")
    desk = Desk(home)
    past = {one.attempt: (one.total, one.ending) for one in history(desk, "en").past}
    assert past["f1n15hed"] == ("74", "Booked")
    assert [past[name] for name in ("unf1n15h", "rew0und1", "typed001")] == [("", "")] * 3
    hinted = resume(desk, "unf1n15h", "en")
    assert (len(hinted.state.turns), hinted.state.hints) == (1, 1)
    rewound = resume(desk, "rew0und1", "en")
    assert [turn.choice for turn in rewound.state.turns] == ["whole"]
    on = choose(desk, rewind(desk, hinted, 1), "rude")
    assert (on.state.ended, resume(desk, "unf1n15h", "en").attempt.finished) == (True, True)


def test_old_attempts_get_the_figures_that_new_ones_have(
    first_release: Path, tmp_path: Path
) -> None:
    desk = Desk(Folders(first_release.parent, tmp_path / "cache", tmp_path / "config"))
    sitting = resume(desk, "f1n15hed", "en")
    counted = closing_of(sitting, sitting.state.turns[-1]).turns
    columns = "place, scene, choice, quality, seconds"
    found = rows(first_release, f"select {columns} from turn_figures order by attempt, place")
    assert found == [(place, *astuple(one)) for place, one in enumerate(counted, 1)]
    assert len(found) >= 3


def test_programs_that_open_it_at_once_migrate_it_once(first_release: Path) -> None:
    command = [sys.executable, "-c", OPEN, url(first_release)]
    pipe = subprocess.PIPE
    started = [subprocess.Popen(command, stdout=pipe, stderr=pipe) for _ in range(3)]
    assert [(one.communicate()[1], one.returncode) for one in started] == [(b"", 0)] * 3
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    assert again.stdout == "False\n", "nothing is left to migrate"
    assert rows(first_release, "select value from meta") == [(str(latest()),)]
    assert len(list(first_release.parent.glob("*schema-1*.db"))) == 1


def test_a_migration_that_fails_half_way_changes_nothing(
    first_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        @staticmethod
        def upgrade(op: Any) -> None:
            op.execute("insert into members values ('no team', 'nobody')")

    known = list(migrating.steps(1))
    monkeypatch.setattr(migrating, "steps", lambda _found: [*known, Broken])
    before = shape(first_release)
    with pytest.raises(TrainerError) as caught:
        open_database(url(first_release))
    assert caught.value.problem.code == "store.migration-failed"
    assert shape(first_release) == before


def test_without_room_for_the_copy_nothing_is_migrated(first_release: Path) -> None:
    first_release.with_name("trainer-schema-1.db.part").mkdir()
    before = first_release.read_bytes()
    with pytest.raises(TrainerError) as caught:
        open_database(url(first_release))
    assert caught.value.problem.code == "store.no-copy"
    assert first_release.read_bytes() == before
