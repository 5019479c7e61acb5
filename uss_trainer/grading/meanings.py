"""Vectors of rubric lines, kept on disk so that one new line costs one encoding."""

from __future__ import annotations

import contextlib
import os
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.grading.semantic import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uss_trainer.grading.semantic import Encoder, Vectors


class Meanings:
    """Encodes each text once, over all runs where a folder is given."""

    def __init__(self, encoder: Encoder, folder: Path | None) -> None:
        self._encoder = encoder
        self._path = folder / f"lines-{encoder.version}.npz" if folder else None
        self._known: dict[str, Vectors] = _read(self._path) if self._path else {}
        self._new = False

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text, shape (n, 512)."""
        keys = [sha256(text.encode("utf-8")).hexdigest()[:32] for text in texts]
        missing = {
            key: text for key, text in zip(keys, texts, strict=True) if key not in self._known
        }
        if missing:
            vectors = self._encoder.encode(list(missing.values()))
            self._known.update(zip(missing, vectors, strict=True))
            self._new = True
        return np.array([self._known[key] for key in keys]).reshape(-1, DIMENSIONS)

    def keep(self) -> None:
        """Write what was newly encoded; a folder that can't be written only costs time later."""
        if not (self._path and self._new):
            return
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
            with part.open("wb") as file:
                keys, vectors = list(self._known), list(self._known.values())
                np.savez(file, allow_pickle=False, keys=np.array(keys), vectors=np.array(vectors))
            part.replace(self._path)


def _read(path: Path) -> dict[str, Vectors]:
    """Return the vectors in a file by their text's digest; none where it can't be read."""
    try:
        with np.load(path, allow_pickle=False) as file:
            vectors = file["vectors"]
            if vectors.shape[1:] != (DIMENSIONS,):
                return {}
            return dict(zip(map(str, file["keys"]), vectors, strict=True))
    except (OSError, EOFError, ValueError, KeyError, IndexError, zipfile.BadZipFile):
        return {}
