"""The desk's heat maps as rows: shares in figures, and in colours that repeat them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets.option_list import Option

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.screens.desk_rows import QUIET, Page, person_name
from uss_trainer.tui.widgets.columns import Cell, ColumnRow, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.desk_figures import Heat

EDGES = 6
"""Cells at both sides of a list, its scrollbar included."""


def heat_cell(heat: Heat | None, width: int) -> Cell:
    """Return a share as figure and colour."""
    if heat is None:
        return Cell("– ", width, QUIET, right=True)
    share = heat.share
    tone = "error" if share < 0.5 else "warning" if share < 0.8 else "success"
    return Cell(f"{share * 100:.0f} ", width, f"$text-{tone} on ${tone}-muted", right=True)


def map_page(desk: Desk, lang: Lang, team: str, width: int) -> Page:
    """Return people by techniques."""
    from uss_trainer.actions.heat_maps import people_map

    found = people_map(desk, lang, team)
    if not found.rows:
        return Page(None, [], say("desk.no-figures", lang))
    cells = _share(width - EDGES - 16, len(found.techniques), 12)
    names = _short([name for _, name in found.techniques])
    tops = (Cell(f"{fit(name, cells - 1, right=True)} ", cells) for name in names)
    heading = ColumnRow(Cell(say("desk.column-person", lang)), *tops)
    rows = [
        Option(
            ColumnRow(
                Cell(person_name(one, lang)),
                *(heat_cell(known.get(name), cells) for name, _ in found.techniques),
            ),
            id=f"person:{one.id}",
        )
        for one, known in found.rows
    ]
    return Page(heading, rows, say("desk.map-about", lang))


def steps_page(desk: Desk, lang: Lang, team: str, width: int) -> Page:
    """Return steps by teams."""
    from uss_trainer.actions.heat_maps import step_map

    found = step_map(desk, lang, team)
    if not found.rows:
        return Page(None, [], say("desk.no-figures", lang))
    teams = found.teams[: max((width - EDGES - 34) // 10, 1)]
    tops = [Cell(say("desk.column-all", lang) + " ", 8, right=True)]
    tops += [Cell(f"{fit(one.name, 7, right=True)} ", 8) for one in teams]
    rows, last = [], ""
    for row in found.rows:
        if row.technique != last:
            last = row.technique
            rows.append(Option(ColumnRow(Cell(last, style="bold $text-primary")), disabled=True))
        shares = [heat_cell(row.all, 8), *(heat_cell(row.teams.get(one.id), 8) for one in teams)]
        rows.append(Option(ColumnRow(Cell("  " + row.name), *shares), id=f"step:{row.step}"))
    heading = ColumnRow(Cell(say("desk.column-step", lang)), *tops)
    return Page(heading, rows, say("desk.map-about", lang))


def _share(width: int, columns: int, most: int) -> int:
    return max(min(width // max(columns, 1) - 2, most), 6)


def _short(names: Sequence[str]) -> list[str]:
    """Return names without the Chinese ending that all of them share, such as 技巧."""
    shared = 0
    for signs in zip(*(reversed(name) for name in names), strict=False):
        if len(names) < 2 or len(set(signs)) > 1 or signs[0].isascii():
            break
        shared += 1
    return [name[: len(name) - shared] or name for name in names]
