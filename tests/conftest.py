"""What several rooms' tests share."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.library import Library

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
# Many tests start the program anew; without compiled files each start compiles it again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

TESTS = Path(__file__).parent
PACKS = TESTS / "packs"


@pytest.fixture(scope="session")
def library() -> Library:
    """The bundled packs and the tests' own."""
    from uss_trainer.content.library import open_library

    return open_library([PACKS])


@pytest.fixture(scope="session")
def short_call(library: Library) -> Edition:
    """A call of four scenes with every kind of route."""
    return library.edition("short-call")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with folders, clock and chance of its own."""
    from uss_trainer.actions.desk import Desk
    from uss_trainer.paths import Folders

    ticks, ids = count(), count(1)
    start = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    return Desk(
        Folders(tmp_path / "data", tmp_path / "cache", tmp_path / "config", packs=(PACKS,)),
        now=lambda: start + timedelta(seconds=next(ticks)),
        new_id=lambda: f"attempt{next(ids):03}",
        new_seed=lambda: 7,
    )


@pytest.fixture(scope="session")
def python() -> str:
    """The interpreter that runs the tests."""
    return sys.executable
