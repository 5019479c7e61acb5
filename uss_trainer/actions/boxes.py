"""Files that carry assignments and results between machines: JSON, compressed, checked when read."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from uss_trainer.content.clean import clean
from uss_trainer.errors import fail
from uss_trainer.store.convert import from_json, to_json

if TYPE_CHECKING:
    from typing import Protocol

    class Box(Protocol):
        """A value that says which kind of file it is."""

        @property
        def format(self) -> str:
            """What the file holds."""

    Kind = TypeVar("Kind", bound=Box)
else:
    Kind = TypeVar("Kind")

LIMIT = 256 * 1024 * 1024
"""Most bytes that a file may hold, once unpacked."""

_GZIP = b"\x1f\x8b"
_FORMAT = re.compile(r'\{"format":"([^"]{0,40})"')


def write_box(path: Path, box: object) -> None:
    """Write a box to a file, whole or not at all; TrainerError `common.cannot-save`."""
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_bytes(gzip.compress(to_json(box).encode("utf-8"), mtime=0))
        draft.replace(path)
    except OSError as error:
        cause = error.strerror or str(error)
        raise fail("common.cannot-save", clean(str(path)), cause=cause) from error


def read_box(path: Path, kind: type[Kind], expected: str) -> Kind:
    """Return the box in a file.

    TrainerError `tasks.bad-file` where it is no such file, is damaged or too large.
    """
    where = clean(str(path))
    try:
        text = _unpacked(path).decode("utf-8")
        found = _FORMAT.match(text)
        if found and found[1] != expected:
            raise fail("tasks.other-file", where, found=clean(found[1]))
        box = from_json(kind, text)
    except OSError as error:
        if isinstance(error, gzip.BadGzipFile):
            raise fail("tasks.bad-file", where) from error
        raise fail("check.unreadable", where, reason=error.strerror or str(error)) from error
    except (ValueError, EOFError, zlib.error, RecursionError) as error:
        raise fail("tasks.bad-file", where) from error
    if box.format != expected:
        raise fail("tasks.bad-file", where)
    return box


def _unpacked(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    if data.startswith(_GZIP):
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            data = packed.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise fail("tasks.bad-file", clean(str(path)))
    return data
