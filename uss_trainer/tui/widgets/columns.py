"""Columns by terminal cells: a Chinese character takes two, so counting characters misaligns."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def fit(text: str, cells: int, *, right: bool = False) -> str:
    """Return `text` in exactly `cells` cells: filled with blanks, or cut with an ellipsis."""
    size = cell_len(text)
    if size > cells:
        return set_cell_size(text, cells - 1).rstrip() + "…" if cells > 1 else " " * cells
    blanks = " " * (cells - size)
    return blanks + text if right else text + blanks
