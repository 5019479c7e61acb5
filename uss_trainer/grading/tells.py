"""What tells speech to a customer from talk about selling, as shares and counts of a whole reply."""

from __future__ import annotations

import re
from functools import lru_cache
from math import log1p
from typing import TYPE_CHECKING

from uss_trainer.grading.guards import normalise_marks, phrases_of, spoken
from uss_trainer.grading.intent import announced, bids, negated
from uss_trainer.grading.text import compact, han, normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

TELLS = (
    "borrowed",
    "most-borrowed",
    "all-borrowed",
    "named",
    "named-twice",
    "again",
    "spoken",
    "phrase",
    "phrases",
    "size",
    "announced",
    "negated",
    "bid",
    "brackets",
    "question",
    "denials",
)
"""The order of `tells`."""

_LATIN = re.compile(r"[a-z0-9']+")
_SMALL_WORDS = "the a an of to and or with by in on it is your own for from"
_SMALL = frozenset(_SMALL_WORDS.split())
_DENIAL = re.compile(r"[不没别非]|\bnot\b|n't\b|\bno\b|\bnever\b")
_BRACKETS = re.compile(r"[\[\]{}<>【】]")
_MOST = 4.0
"""Above which a count tells no more."""


def tells(text: str, context: str, titles: Sequence[str]) -> list[float]:
    """Return the `TELLS` of a reply to the customer's line `context`, 0 to 4 each.

    `titles` are the rubric's names of steps and methods.
    """
    plain = normalise_marks(text)
    said, heard = _tokens(text), set(_tokens(context))
    phrases = phrases_of(plain) or [plain]
    borrowed = _share(said, heard)
    named = [word for word in said if word in _named(tuple(titles))]
    sizes = [han(phrase) or len(phrase) / 2.5 for phrase in phrases]
    numbers = (
        borrowed,
        max(_share(_tokens(phrase), heard) for phrase in phrases),
        borrowed**2,
        len(named) / max(1, len(said)),
        len(named) > 1,
        1 - len(set(said)) / max(1, len(said)),
        sum(map(spoken, phrases)) / len(phrases),
        log1p(sum(sizes) / len(sizes)),
        log1p(len(phrases)),
        log1p(len(said)),
        any(map(announced, phrases)),
        any(map(negated, phrases)),
        any(map(bids, phrases)),
        bool(_BRACKETS.search(text)),
        "?" in plain,
        len(_DENIAL.findall(plain)),
    )
    return [min(_MOST, float(number)) for number in numbers]


def _share(said: Sequence[str], heard: set[str]) -> float:
    return sum(word in heard for word in said) / max(1, len(said))


def _tokens(text: str) -> list[str]:
    """Return pairs of Chinese characters, or English words."""
    plain = normalise(text)
    if han(plain) <= 0.2 * len(plain):
        return _LATIN.findall(plain)
    line = compact(plain)
    return [line[i : i + 2] for i in range(len(line) - 1)]


@lru_cache(maxsize=32)
def _named(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for title in titles for word in _tokens(title)) - _SMALL
