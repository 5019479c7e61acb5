"""Columns by terminal cells: a Chinese character takes two, so counting characters misaligns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.visual import Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

GAP = 2
"""Blank cells between columns."""


def fit(text: str, cells: int, *, right: bool = False) -> str:
    """Return `text` in exactly `cells` cells: filled with blanks, or cut with an ellipsis."""
    size = cell_len(text)
    if size > cells:
        cut = set_cell_size(text, max(cells - 1, 0)).rstrip()
        return fit(cut + "…", cells) if cells > 0 else ""
    blanks = " " * (cells - size)
    return blanks + text if right else text + blanks


@dataclass(frozen=True, slots=True)
class Cell:
    """One column's part of a row."""

    text: str
    cells: int = 0
    """Its width; 0 takes what the others leave."""

    style: str = ""
    """A Textual style, such as `$text-muted`."""

    right: bool = False
    least: int = 0
    """Width of the row from which on this column is shown."""


class ColumnRow(Visual):
    """A row of columns, laid out anew at whatever width it is shown in; never read as markup."""

    def __init__(self, *cells: Cell) -> None:
        self.cells = cells

    def content(self, width: int) -> Content:
        """Return the row in exactly `width` cells."""
        shown = [cell for cell in self.cells if width >= cell.least]
        fixed = sum(cell.cells for cell in shown) + GAP * (len(shown) - 1)
        left = max(width - fixed, 1)
        parts = [
            Content.styled(fit(cell.text, cell.cells or left, right=cell.right), cell.style)
            for cell in shown
        ]
        return Content(" " * GAP).join(parts)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the one line."""
        return self.content(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the whole width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return one line."""
        return 1
