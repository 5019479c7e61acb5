"""What several rooms' tests share."""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from kept import keeping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.library import Library

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
# More threads than cores wait for each other by counting, which takes several times the work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Many tests start the program anew; without compiled files each start compiles it again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Each app leaves thousands of objects behind; looking for them all the time takes a tenth of a run.
gc.set_threshold(50_000, 20, 20)

TESTS = Path(__file__).parent
PACKS = TESTS / "packs"


@pytest.fixture(scope="session", autouse=True)
def kept() -> Iterator[None]:
    """Content, encoder and graders kept from test to test."""
    with keeping():
        yield


@pytest.fixture(scope="session")
def library() -> Library:
    """The bundled packs and the tests' own."""
    from uss_trainer.content.library import open_library

    return open_library([PACKS])


@pytest.fixture(scope="session")
def short_call(library: Library) -> Edition:
    """A call of four scenes with every kind of route."""
    return library.edition("short-call")


@pytest.fixture(scope="session")
def rows_kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Home's rows as an earlier start leaves them in the cache; making them takes a second."""
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.home import index_file, rows_anew
    from uss_trainer.paths import Folders

    home = tmp_path_factory.mktemp("rows")
    early = Desk(Folders(home / "data", home / "cache", home / "config", packs=(PACKS,)))
    rows_anew(early)
    return index_file(early).read_bytes()


@pytest.fixture
def desk(tmp_path: Path, rows_kept: bytes) -> Desk:
    """A desk with folders, clock and chance of its own, which isn't the first to be opened."""
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.home import index_file
    from uss_trainer.paths import Folders

    ticks, ids = count(), count(1)
    start = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    made = Desk(
        Folders(tmp_path / "data", tmp_path / "cache", tmp_path / "config", packs=(PACKS,)),
        now=lambda: start + timedelta(seconds=next(ticks)),
        new_id=lambda: f"attempt{next(ids):03}",
        new_seed=lambda: 7,
    )
    index_file(made).parent.mkdir()
    index_file(made).write_bytes(rows_kept)
    return made


@pytest.fixture(scope="session")
def python() -> str:
    """The interpreter that runs the tests."""
    return sys.executable
