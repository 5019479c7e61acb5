"""Files that commands read, from a path or `-` for stdin, and write."""

from __future__ import annotations

import sys
from pathlib import Path

from uss_trainer.content.clean import clean
from uss_trainer.content.decode import decode
from uss_trainer.errors import fail

LIMIT = 64 * 1024 * 1024
"""Largest file that is read, in bytes."""


def read(name: str) -> tuple[str, str]:
    """Return a file's text and how to name it; TrainerError where it can't be read as UTF-8."""
    if name == "-":
        return _stdin(), "stdin"
    path, where = Path(name), clean(name)
    try:
        if not path.exists() or path.is_dir():
            raise fail("check.not-a-file" if path.exists() else "check.no-file", where)
        # A pipe has no size, so that reading itself must stop.
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise fail("check.unreadable", where, reason=cause) from error
    return decode(_within(data, where), where), where


def _within(data: bytes, where: str) -> bytes:
    if len(data) > LIMIT:
        raise fail("cli.too-big", where, limit=str(LIMIT // 1024**2))
    return data


def _stdin() -> str:
    if sys.stdin is None:
        raise fail("cli.no-stdin")
    return decode(_within(sys.stdin.buffer.read(LIMIT + 1), "stdin"), "stdin")


def put(path: Path, text: str) -> None:
    """Write a result to a file; TrainerError `cli.cannot-write-file` where that fails."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise fail("cli.cannot-write-file", clean(str(path)), cause=cause) from error
