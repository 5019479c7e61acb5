"""`backup` and `restore` while others use the database."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

from conftest import TESTS, Program


def attempts(uss: Program) -> int:
    return len(uss("history", "--format", "json").json["attempts"])


def play(uss: Program) -> None:
    assert uss("play", "short-call", "--replies", "-", stdin="2\n1\n1\n").code == 0


def test_there_and_back_while_another_program_reads(uss: Program) -> None:
    play(uss)
    live = uss.home / "data" / "trainer.db"
    with closing(sqlite3.connect(live, isolation_level=None)) as other:
        other.execute("begin")
        assert other.execute("select count(*) from attempts").fetchone() == (1,)
        assert uss("backup", "one.db").code == 0
        other.execute("commit")
        play(uss)
        assert attempts(uss) == 2
        restored = uss("restore", "one.db", "--yes")
        assert (restored.code, restored.err) == (0, "")
        assert other.execute("select count(*) from attempts").fetchone() == (1,)
    assert attempts(uss) == 1
    before = uss.home / "data" / "trainer-before-restore.db"
    with closing(sqlite3.connect(before)) as kept:
        assert kept.execute("select count(*) from attempts").fetchone() == (2,)
    with closing(sqlite3.connect(live)) as now:
        assert now.execute("pragma journal_mode").fetchone() == ("wal",)
        assert now.execute("select act from audit").fetchall() == [("database.restore",)]
    play(uss)
    assert attempts(uss) == 2


def test_a_backup_never_replaces_a_file(uss: Program) -> None:
    play(uss)
    for _ in range(2):
        uss("backup", "one.db")
        uss("backup")
    assert {path.name for path in uss.home.parent.glob("*.db")} == {"one.db", "one-2.db"}
    assert len(list((uss.home / "data" / "backups").iterdir())) == 2


def test_an_old_backup_is_brought_up_to_date_and_others_are_refused(uss: Program) -> None:
    play(uss)
    folder = uss.home.parent
    old = gzip.decompress((TESTS / "store" / "schema-1.db.gz").read_bytes())
    (folder / "old.db").write_bytes(old)
    (folder / "letter.db").write_bytes(b"Dear Sir or Madam, " * 100)
    with closing(sqlite3.connect(folder / "songs.db")) as songs:
        songs.execute("create table songs (name)")
    (folder / "newer.db").write_bytes(_newer(folder, old))
    for name in ("letter.db", "songs.db", "newer.db", "nowhere.db"):
        answer = uss("restore", name, "--yes")
        assert answer.code == 1
        assert answer.line.split(":")[0].endswith(name)
    assert "--yes" in uss("restore", "old.db").line
    assert attempts(uss) == 1
    assert uss("restore", "old.db", "--yes").code == 0
    assert attempts(uss) == 4
    assert uss("backup", "--as", "nobody").code == 1


def _newer(folder: Path, old: bytes) -> bytes:
    path = folder / "new.db"
    path.write_bytes(old)
    with closing(sqlite3.connect(path)) as changed, changed:
        changed.execute("pragma journal_mode=delete")
        changed.execute("update meta set value = '999'")
    return path.read_bytes()
