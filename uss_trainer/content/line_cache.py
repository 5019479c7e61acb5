"""Lines put together at an earlier start, kept by the files they came from and by their digest."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from time import time
from typing import TYPE_CHECKING, Any

from uss_trainer import __version__
from uss_trainer.content.kept_lines import KeptLines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_FORMAT = f"lines/1 {__version__}"
_STALE = 90 * 24 * 3600
"""Seconds after which lines that nothing has asked for are thrown away."""


def lines_kept(
    cache: Path, technique: str, files: Sequence[Path], make: Callable[[], KeptLines]
) -> KeptLines | None:
    """Return a technique's lines from the folder `cache`, made where a file of theirs has changed.

    None where the folder can't be written or a file has just gone.
    """
    index = cache / f"{technique}.json"
    try:
        seen = [_stamp(file) for file in files]
    except OSError:
        return None
    told = _read(index)
    if told.get("format") == _FORMAT and told.get("stamp") == seen:
        kept = opened(cache, str(told.get("digest")))
        if kept:
            return kept
    made = make()
    kept = kept_as(cache, made.digest, made.body)
    if kept:
        told = {"format": _FORMAT, "stamp": seen, "digest": made.digest}
        _write(index, json.dumps(told).encode("utf-8"))
    return kept


def opened(cache: Path, digest: str) -> KeptLines | None:
    """Return the lines of that digest in a cache; None where they are missing or damaged."""
    file = _file(cache, digest)
    try:
        kept = KeptLines(file)
    except (OSError, ValueError):
        return None
    with suppress(OSError):  # A cache that may only be read serves as well.
        os.utime(file)
    return kept if kept.digest == digest else None


def kept_as(cache: Path, digest: str, body: Callable[[], str]) -> KeptLines | None:
    """Return the lines of that digest in a cache, written there where they aren't yet.

    None where the folder can't be written.
    """
    kept = opened(cache, digest)
    if kept is None and _write(_file(cache, digest), body().encode("utf-8")):
        _throw_away(cache)
        kept = opened(cache, digest)
    return kept


def _file(cache: Path, digest: str) -> Path:
    return cache / f"{digest}.lines"


def _stamp(file: Path) -> list[Any]:
    info = file.stat()
    return [str(file), info.st_size, info.st_mtime_ns]


def _read(index: Path) -> dict[str, Any]:
    try:
        told = json.loads(index.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _write(path: Path, data: bytes) -> bool:
    """Write a file, of which a reader never sees a half; False where that isn't possible."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True


def _throw_away(cache: Path) -> None:
    """Remove lines that haven't been opened for long; another program may be doing the same."""
    with suppress(OSError):
        for file in cache.glob("*.lines"):
            if time() - file.stat().st_mtime > _STALE:
                file.unlink(missing_ok=True)
