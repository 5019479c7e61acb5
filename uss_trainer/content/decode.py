"""Bytes to text: what a file is saved as, and how to save it so that it can be read."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from uss_trainer.content.clean import clean
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 8 * 1024 * 1024
"""Largest file that is read, in bytes."""

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path) -> str:
    """Return a file's text; TrainerError where it is missing, huge, empty or not UTF-8."""
    where = clean(str(path))
    try:
        if not path.is_file():
            raise fail("check.not-a-file" if path.exists() else "check.no-file", where)
        size = path.stat().st_size
        if size > LIMIT:
            raise fail(
                "check.too-big", where, size=str(size // 1024**2), limit=str(LIMIT // 1024**2)
            )
        data = path.read_bytes()
    except OSError as error:
        raise fail("check.unreadable", where, reason=error.strerror or str(error)) from error
    text = decode(data, where)
    if not text.strip():
        raise fail("check.empty-file", where)
    return text


def decode(data: bytes, where: str) -> str:
    """Return UTF-8 bytes as text, a byte order mark dropped; TrainerError names other encodings."""
    if data.startswith(_WIDE) or _looks_wide(data):
        raise fail("check.utf16", where)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail(_foreign(data), _at(where, data, error.start)) from error
    if "\0" in text:
        raise fail("check.nul", _at(where, data, data.index(b"\0")))
    return text


def _looks_wide(data: bytes) -> bool:
    """Tell UTF-16 without its mark: every other byte of Latin letters is zero."""
    head = data[:512]
    return len(head) >= 4 and (
        head[::2].count(0) * 3 > len(head) or head[1::2].count(0) * 3 > len(head)
    )


def _foreign(data: bytes) -> str:
    """Return the code for bytes that aren't UTF-8: Chinese Windows' own encoding, or another."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return "check.not-utf8"
    chinese = sum("\u4e00" <= char <= "\u9fff" for char in text)
    foreign = sum(char > "\x7f" for char in text)
    return "check.gbk" if chinese * 2 > foreign else "check.not-utf8"


def _at(where: str, data: bytes, offset: int) -> str:
    """Return the file and line of a byte."""
    line = data.count(b"\n", 0, offset) + 1
    return f"{where}:{line}"
