"""Columns that line up, Chinese characters being two cells wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

GAP = 2


def width(text: str) -> int:
    """Return how many cells a text takes."""
    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a heading and a line a row; the last column is not padded."""
    lines = [list(heads), *(list(row) for row in rows)]
    widths = [max(width(line[column]) for line in lines) for column in range(len(heads))]
    for line in lines:
        cells = [text + " " * (widths[column] - width(text)) for column, text in enumerate(line)]
        yield (" " * GAP).join(cells).rstrip()
