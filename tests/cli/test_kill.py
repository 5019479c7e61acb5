"""Killed at any moment, the program loses nothing that it had committed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def kills() -> ModuleType:
    """`bench/kills.py`, which does the same a thousand times."""
    spec = importlib.util.spec_from_file_location("kills", ROOT / "bench" / "kills.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["kills"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_killed_program_loses_nothing(kills: ModuleType, seed: int, tmp_path: Path) -> None:
    done = kills.kill(seed, tmp_path)
    assert done.lost == ()
    assert done.attempts >= 1
