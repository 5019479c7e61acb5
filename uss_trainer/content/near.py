"""The nearest valid spelling of a word that isn't one."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return the choice most like `word`, or an empty text where none is like it."""
    found = get_close_matches(word.casefold(), sorted(choices), n=1, cutoff=0.6)
    return found[0] if found else ""
