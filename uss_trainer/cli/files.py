"""Files that commands read: replies and rows, from a path or `-` for stdin."""

from __future__ import annotations

from pathlib import Path

from uss_trainer.cli.streams import read_stdin
from uss_trainer.content.clean import clean
from uss_trainer.content.decode import decode
from uss_trainer.errors import fail

LIMIT = 64 * 1024 * 1024
"""Largest file that is read, in bytes."""


def read(name: str) -> tuple[str, str]:
    """Return a file's text and how to name it; TrainerError where it can't be read as UTF-8."""
    if name == "-":
        return read_stdin(), "stdin"
    path, where = Path(name), clean(name)
    try:
        if not path.is_file():
            raise fail("check.not-a-file" if path.exists() else "check.no-file", where)
        size = path.stat().st_size
        if size > LIMIT:
            facts = {"size": str(size // 1024**2), "limit": str(LIMIT // 1024**2)}
            raise fail("cli.too-big", where, **facts)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise fail("check.unreadable", where, reason=cause) from error
    return decode(data, where), where
