"""Plain text wrapped as Chinese is set: no line begins with a stop, no Latin word is torn."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells
from textual.content import Content
from textual.visual import Visual
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.selection import Selection
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

NOT_FIRST = frozenset("，。、；：？！…—～·》」』】〉）”’％,.;:?!%)]}")
"""What may not begin a line."""

NOT_LAST = frozenset("（《「『【〈“‘([{")
"""What may not end one."""


def _clings(before: str, after: str) -> bool:
    """Return whether two neighbours must stay on one line."""
    if before == " " or after == " ":
        return False
    if after in NOT_FIRST or before in NOT_LAST:
        return True
    return cell_len(before) < 2 and cell_len(after) < 2


def _pieces(line: str) -> list[str]:
    """Return what may not be broken: words, blanks, and characters with their punctuation."""
    if not line:
        return []
    pieces = [line[0]]
    for before, after in pairwise(line):
        if _clings(before, after):
            pieces[-1] += after
        else:
            pieces.append(after)
    return pieces


def _fill(line: str, width: int) -> list[str]:
    """Return one paragraph as lines of at most `width` cells."""
    lines, used = [""], 0
    for piece in _pieces(line):
        parts = chop_cells(piece, width) if cell_len(piece) > width else [piece]
        for part in parts:
            size = cell_len(part)
            if used + size > width:
                lines[-1] = lines[-1].rstrip()
                lines, used = [*lines, ""], 0
            if part == " " and not used and len(lines) > 1:
                continue
            lines[-1] += part
            used += size
    return [*lines[:-1], lines[-1].rstrip()]


@lru_cache(maxsize=512)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return the lines that show `text` in `width` cells; blank lines between paragraphs stay."""
    return tuple(part for line in text.splitlines() or [""] for part in _fill(line, max(width, 2)))


class Paragraphs(Visual):
    """Text that wraps anew at whatever width it is shown in; never read as markup."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _content(self, width: int) -> Content:
        return Content("\n".join(wrap(self.text, width)))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines as the terminal shows them."""
        return self._content(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells the longest paragraph takes unwrapped."""
        return max(cell_len(line) for line in self.text.splitlines() or [""])

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines it takes."""
        return len(wrap(self.text, width))


class Wrapped(Static):
    """Shows plain text, wrapped again whenever its width changes."""

    def __init__(self, text: str, *, classes: str | None = None, id: str | None = None) -> None:
        super().__init__(Paragraphs(text), classes=classes, id=id)
        self.text = text

    def show(self, text: str) -> None:
        """Show another text."""
        self.text = text
        self.update(Paragraphs(text))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected part of the text as it is wrapped now."""
        return selection.extract("\n".join(wrap(self.text, self.content_size.width))), "\n"
