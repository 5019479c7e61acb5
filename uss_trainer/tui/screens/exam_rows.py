"""The steps to be rated, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets.option_list import Option

from uss_trainer.actions.exam_reported import RATINGS
from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.columns import Cell, ColumnRow
from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.actions.exam_rating import ToRate

STYLES = ("$text-error", "$text-warning", "$text-success")


class RatingList(RowList):
    """The steps; enter hands the ratings in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "exam.key-submit", tooltip="exam.tip-submit")
    ]


def step_rows(
    rows: Sequence[ToRate], ratings: Mapping[tuple[int, str], int], lang: Lang
) -> list[Option]:
    """Return a heading for each conversation and a row for each of its steps."""
    options: list[Option] = []
    place = 0
    for number, row in enumerate(rows):
        if row.place != place:
            place = row.place
            cell = Cell(f"{place}. {row.title}", style="bold $text-primary")
            options.append(Option(ColumnRow(cell), disabled=True))
        rating = ratings.get((row.place, row.step))
        options.append(Option(step_row(row, rating, lang), id=str(number)))
    return options


def step_row(row: ToRate, rating: int | None, lang: Lang) -> ColumnRow:
    """Return a step with its rating, or a dash."""
    word = "–" if rating is None else say(f"exam.rated-{RATINGS[rating]}", lang)
    style = "" if rating is None else STYLES[rating]
    return ColumnRow(Cell("   " + row.name), Cell(word, 10, style))
