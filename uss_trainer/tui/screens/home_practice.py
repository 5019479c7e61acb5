"""Today's five minutes as a row of Home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets.option_list import Option

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.columns import Cell, ColumnRow

if TYPE_CHECKING:
    from uss_trainer.actions.practice_told import Offer

TODAY = "today:"
"""The row's id, which no scenario's can be."""


def offer_rows(offer: Offer | None, lang: Lang) -> list[Option]:
    """Return the row and a blank line; nothing before the schedule has been asked."""
    if offer is None:
        return []
    look = "$text-warning" if offer.open else "$foreground 60%"
    row = ColumnRow(
        Cell(say("practise.row", lang), style="bold $text-primary"), Cell(offer.short, 26, look)
    )
    return [Option(row, id=TODAY), Option(ColumnRow(Cell("")), disabled=True)]


def offer_detail(offer: Offer, lang: Lang) -> dict[str, str]:
    """Return the texts below the list, by part."""
    return {
        "title": say("practise.row", lang),
        "about": say("practise.about", lang),
        "results": say("practise.begin" if offer.open else "practise.rest", lang),
    }
