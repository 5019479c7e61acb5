"""A list under its heading and a sentence about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from uss_trainer.tui.widgets.rowlist import RowList
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.tui.screens.desk_rows import Page


class PagedList(Vertical):
    """What a page of the desk shows."""

    def compose(self) -> ComposeResult:
        """Lay out the empty list."""
        yield Wrapped("", classes="about quiet")
        yield Static("", classes="heading quiet")
        yield RowList()

    @property
    def rows(self) -> RowList:
        """The list itself."""
        return self.query_one(RowList)

    def show(self, page: Page) -> None:
        """Show a page, the cursor where it was."""
        about, heading = self.query_one(Wrapped), self.query_one(".heading", Static)
        about.show(page.about)
        about.display = bool(page.about)
        heading.display = page.heading is not None and bool(page.rows)
        if page.heading is not None:
            heading.update(page.heading)
        self.rows.fill(page.rows)
