"""What the head sees of a clause: meaning, spelling, signs and the customer's line."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.grading.masking import mask
from uss_trainer.grading.surface import FLAGS, flags

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

BUCKETS = 1024
CONTEXT_FLAGS = ("question", "time", "negation", "goodbye", "greeting")


@dataclass(frozen=True, slots=True)
class Blend:
    """How much each kind of evidence weighs beside the meaning, which weighs 1."""

    context: float = 0.7
    """The meaning of the customer's line."""

    spelling: float = 0.7
    surface: float = 0.2


USUAL = Blend()

_HAN = re.compile(r"[\u3400-\u9fff]")
_NOT_WORD = re.compile(r"[^a-zA-Z0-9']+")


def grams(masked: str) -> list[str]:
    """Return character n-grams: 1 to 3 of Chinese, 2 to 4 of English with its words and pairs."""
    if _HAN.search(masked):
        line = "".join(char for char in masked if char.isalnum())
        return [line[i : i + n] for n in (1, 2, 3) for i in range(len(line) - n + 1)]
    words = _NOT_WORD.sub(" ", masked).split()
    line = f" {' '.join(words)} "
    found = [line[i : i + n] for n in (2, 3, 4) for i in range(len(line) - n + 1)]
    return found + [f"={word}" for word in words] + [f"{a}={b}" for a, b in pairwise(words)]


def spelling(masked: Sequence[str]) -> Matrix:
    """Return damped n-gram counts hashed into buckets, one row a text, not yet weighted."""
    counts = np.zeros((len(masked), BUCKETS), dtype=np.float32)
    for row, text in enumerate(masked):
        buckets = [zlib.crc32(gram.encode()) % BUCKETS for gram in grams(text)]
        counts[row] = np.bincount(buckets, minlength=BUCKETS) if buckets else 0
    return np.log1p(counts)


def rarity(counts: Matrix) -> Matrix:
    """Return the inverse document frequency of each bucket over the training rows."""
    seen = (counts > 0).sum(axis=0)
    weights: Matrix = (np.log((1 + len(counts)) / (1 + seen)) + 1).astype(np.float32)
    return weights


def surface(masked: Sequence[str], contexts: Sequence[str]) -> Matrix:
    """Return the signs of each text and of the customer's masked line as zeros and ones."""
    rows = np.zeros((len(masked), len(FLAGS) + len(CONTEXT_FLAGS) + 3), dtype=np.float32)
    known = {text: flags(text) for text in dict.fromkeys([*masked, *contexts])}
    for row, (text, context) in enumerate(zip(masked, contexts, strict=True)):
        found, before = known[text], known[context]
        rows[row, : len(FLAGS)] = [flag in found for flag in FLAGS]
        rows[row, len(FLAGS) : -3] = [flag in before for flag in CONTEXT_FLAGS]
        rows[row, -3:] = (not context, len(text) < 6, len(text) > 60)
    return rows


def matrix(
    masked: Sequence[str],
    contexts: Sequence[str],
    meaning: Matrix,
    before: Matrix,
    idf: Matrix,
    blend: Blend,
) -> Matrix:
    """Return the rows a head is fitted on and judges by, shape (n, `SIZE`)."""
    weighted = _once(spelling, masked) * idf
    weighted /= np.maximum(np.linalg.norm(weighted, axis=1, keepdims=True), 1e-9)
    signs = surface(masked, contexts)
    parts = (meaning, blend.context * before, blend.spelling * weighted, blend.surface * signs)
    return np.hstack(parts).astype(np.float32)


def _once(make: Callable[[Sequence[str]], Matrix], texts: Sequence[str]) -> Matrix:
    """Return `make`'s rows, made once for each different text."""
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    made = make(list(places))
    return made if len(made) == len(texts) else made[[places[text] for text in texts]]


def masks(texts: Sequence[str]) -> list[str]:
    """Return each text masked."""
    known = {text: mask(text) for text in dict.fromkeys(texts)}
    return [known[text] for text in texts]
