"""A bug on the screen ends in one line and a file with the details, never in a traceback."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

BROKEN = """
from uss_trainer.tui.screens.home import HomeScreen
def breaks(self): raise RuntimeError("a bug of ours")
HomeScreen.on_screen_resume = breaks
from uss_trainer.cli.main import run
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bug_on_the_screen_is_one_line(tmp_path: Path) -> None:
    import pexpect

    config = tmp_path / "config"
    config.mkdir()
    (config / "settings.json").write_text('{"lang": "en", "name": "Lin"}', encoding="utf-8")
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, encoding="utf-8")
    environ = {**os.environ, "USS_TRAINER_HOME": str(tmp_path), "TERM": "xterm-256color"}
    child = pexpect.spawn(
        sys.executable,
        [str(script)],
        env=environ,
        dimensions=(24, 80),
        timeout=60,
        encoding="utf-8",
    )
    said = child.read()
    child.close()
    assert child.exitstatus == 70
    assert "Traceback" not in said
    (kept,) = (tmp_path / "cache").glob("bug-*.txt")
    assert "a bug of ours" in kept.read_text(encoding="utf-8")
