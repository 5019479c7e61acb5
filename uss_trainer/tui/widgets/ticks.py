"""Things to tick: which are ticked shows in signs, not in colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widgets import OptionList


class TickList(RowList):
    """Rows that Enter or space ticks; of a `single` list exactly one is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "tick", "desk.key-tick", key_display="␣", tooltip="desk.tip-tick")
    ]

    def __init__(
        self,
        rows: Sequence[tuple[str, str]],
        ticked: Sequence[str],
        *,
        single: bool = False,
        id: str | None = None,
    ) -> None:
        """`rows` are ids with their texts."""
        super().__init__(id=id)
        self._texts = dict(rows)
        self._ticked = set(ticked)
        self._single = single

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids ticked, in the list's order."""
        return tuple(name for name in self._texts if name in self._ticked)

    def on_mount(self) -> None:
        """Show the rows."""
        self._draw()
        if self._single and self._ticked:
            self.highlighted = [*self._texts].index(next(iter(self._ticked)))

    def _draw(self) -> None:
        signs = ("(•)", "( )") if self._single else ("[x]", "[ ]")
        self.fill(
            [
                Option(Content(f"{signs[name not in self._ticked]} {text}"), id=name)
                for name, text in self._texts.items()
            ]
        )

    def action_tick(self) -> None:
        """Tick the row under the cursor, or no longer."""
        if name := self.chosen:
            self._ticked = {name} if self._single else self._ticked ^ {name}
            self._draw()

    def _on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click ticks."""
        event.stop()
        self.action_tick()
