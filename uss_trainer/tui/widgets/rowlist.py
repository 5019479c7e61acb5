"""A list of rows to choose from, its keys worded in the language shown."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class RowList(OptionList, inherit_bindings=False):
    """An option list that keeps its place when its rows are worded anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "common.key-open", tooltip="common.tip-open"),
        Binding("up", "cursor_up", "common.key-up", tooltip="common.tip-up", show=False),
        Binding("down", "cursor_down", "common.key-down", tooltip="common.tip-down", show=False),
        Binding("home", "first", "common.key-first", tooltip="common.tip-first", show=False),
        Binding("end", "last", "common.key-last", tooltip="common.tip-last", show=False),
        Binding(
            "pageup", "page_up", "common.key-page-up", tooltip="common.tip-page-up", show=False
        ),
        Binding(
            "pagedown",
            "page_down",
            "common.key-page-down",
            tooltip="common.tip-page-down",
            show=False,
        ),
    ]

    @property
    def chosen(self) -> str:
        """The id of the row under the cursor; empty where none is."""
        option = self.highlighted_option
        return (option.id or "") if option else ""

    def fill(self, options: list[Option], at: str = "") -> None:
        """Show other rows with the cursor on row `at`, else where it was, else on the first."""
        wanted = at or self.chosen
        top = self.scroll_offset.y
        self.set_options(options)
        ids = [option.id for option in options]
        enabled = [place for place, option in enumerate(options) if not option.disabled]
        if wanted in ids:
            self.highlighted = ids.index(wanted)
            self.scroll_to(y=top, animate=False)
        elif enabled:
            self.highlighted = enabled[0]
