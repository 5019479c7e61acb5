"""Put pieces of text together as their writing asks: Chinese without a blank, other with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDE = "\u2e80"
"""First sign of the scripts and marks written without blanks."""


def glued(pieces: Iterable[str]) -> str:
    """Return the pieces as one text, empty ones left out."""
    whole = ""
    for piece in filter(None, (one.strip() for one in pieces)):
        blank = whole and whole[-1] < _WIDE and piece[0] < _WIDE
        whole += f" {piece}" if blank else piece
    return whole
