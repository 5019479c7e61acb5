"""Databases of earlier releases."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def first_release(tmp_path: Path) -> Path:
    """A database as the first release left it.

    Four calls: one finished, one with a hint taken, one rewound, one typed.
    """
    path = tmp_path / "data" / "trainer.db"
    path.parent.mkdir()
    path.write_bytes(gzip.decompress((HERE / "schema-1.db.gz").read_bytes()))
    return path
