"""Run the real command with a home of its own, here or in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from kept import encoder

from uss_trainer.cli.main import answer
from uss_trainer.grading import semantic

TESTS = Path(__file__).parent.parent
PACKS = TESTS / "packs"


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """stdout as JSON."""
        return json.loads(self.out)

    @property
    def line(self) -> str:
        """stderr, which must be exactly one line and no traceback."""
        assert "Traceback" not in self.err
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


@dataclass(frozen=True)
class Program:
    """The command with its home."""

    home: Path
    environ: Mapping[str, str]

    def __call__(self, *args: str | Path, stdin: str | bytes = "") -> Answer:
        """Run it in this process, which has loaded everything already, and return its answer."""
        out, err = (TextIOWrapper(BytesIO(), "utf-8", newline="\n") for _ in range(2))
        given = TextIOWrapper(BytesIO(_bytes(stdin)), "utf-8")
        before = Path.cwd()
        os.chdir(self.home.parent)
        try:
            with (
                patch.dict(os.environ, self.environ, clear=True),
                patch.multiple(sys, stdin=given, stdout=out, stderr=err),
                patch.object(semantic, "load_encoder", encoder),
            ):
                code = answer([*map(str, args)])
        finally:
            os.chdir(before)
        return Answer(code, _written(out), _written(err))

    def apart(
        self, *args: str | Path, stdin: str | bytes = "", environ: Mapping[str, str] | None = None
    ) -> Answer:
        """Run it in a process of its own, as a shell does, and return its answer."""
        done = subprocess.run(
            [sys.executable, "-m", "uss_trainer", *map(str, args)],
            input=_bytes(stdin),
            capture_output=True,
            env={**self.environ, **(environ or {})},
            cwd=self.home.parent,
            timeout=120,
            check=False,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        return Answer(done.returncode, out.replace("\r\n", "\n"), err.replace("\r\n", "\n"))


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8") if isinstance(text, str) else text


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode("utf-8")


def environment(home: Path) -> dict[str, str]:
    """Return this process's environment with a home and an English locale of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("USS_TRAINER")}
    kept |= {"USS_TRAINER_HOME": str(home), "USS_TRAINER_PACKS": str(PACKS), "LANG": "C.UTF-8"}
    kept |= {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(TESTS.parent), "COLUMNS": "100"}
    return kept


@pytest.fixture
def uss(tmp_path: Path) -> Program:
    """The command with an empty home and the tests' packs."""
    home = tmp_path / "home"
    return Program(home, environment(home))


@pytest.fixture
def script(tmp_path: Path) -> Callable[..., Path]:
    """Write a file of replies and return its path."""

    def write(*lines: str) -> Path:
        path = tmp_path / "replies.txt"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write
