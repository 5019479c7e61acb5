"""How the briefing's steps and ways to practise are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from uss_trainer.tui.widgets.columns import Cell, ColumnRow
from uss_trainer.tui.widgets.rowlist import RowList
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from textual.widget import Widget

    from uss_trainer.actions.briefing import Mode, StepNote


class ModeList(RowList):
    """The ways to practise; enter begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "briefing.key-begin", tooltip="briefing.tip-begin"),
    ]


def mode_row(place: int, mode: Mode) -> Option:
    """Return a way to practise as a row of the list."""
    about = Cell(mode.about, style="$foreground 60%")
    return Option(ColumnRow(Cell(f"{place} {mode.name}", 14, "bold"), about), id=mode.id)


def step_note(place: int, step: StepNote) -> list[Widget]:
    """Return a step's two lines."""
    title = f"{place}. {step.name}"
    note = f"  {step.note}" if step.note else ""
    head = Content.assemble((title, "dim" if step.waived else "bold"), (note, "$foreground 60%"))
    return [Static(head, classes="step"), Wrapped(step.about, classes="step-about quiet")]
