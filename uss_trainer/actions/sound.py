"""Which files of lines an earlier check found nothing wrong with, by all they were checked against."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from uss_trainer import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_FORMAT = f"sound/1 {__version__}"
_MOST = 500
"""Keys kept; a check of everything needs one a technique."""


class Sound:
    """Remembers soundness between checks; where it can't, everything is only looked at again."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = _read(file)
        self._before = set(self._known)

    def __contains__(self, key: str) -> bool:
        return key in self._known

    def add(self, key: str) -> None:
        """Remember that what has this key is sound."""
        self._known[key] = None

    def save(self) -> None:
        """Keep what was learnt, the latest last."""
        if self._before.issuperset(self._known):
            return
        told = {"format": _FORMAT, "sound": [*self._known][-_MOST:]}
        draft = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(told), encoding="utf-8")
            draft.replace(self._file)


def _read(file: Path) -> dict[str, None]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return dict.fromkeys(told["sound"]) if told["format"] == _FORMAT else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def key_of(paths: Iterable[Path]) -> str:
    """Return the SHA-256 of the files' names and bytes; empty where one can't be read."""
    sha = sha256()
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError:
            return ""
        sha.update(f"{path} {len(data)}\n".encode("utf-8", "surrogatepass"))
        sha.update(data)
    return sha.hexdigest()
