"""Sheets about a person, a team and a pack: columns are named for programs, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.reports.pages import result_of
from uss_trainer.reports.values import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.figures import Cell
    from uss_trainer.coaching.items import Item
    from uss_trainer.coaching.people import Person
    from uss_trainer.reports.analysis import Analysis
    from uss_trainer.reports.team_page import Group
    from uss_trainer.reports.values import Scalar

WHO = ("person", "name", "number")


def person_sheet(person: Person, attempts: Sequence[Attempt]) -> Sheet:
    """Return a row an attempt."""
    names: tuple[str, ...] = (
        "id",
        "scenario",
        "pack",
        "technique",
        "mode",
        "started_at",
        "finished_at",
        "ending",
    )
    names += ("outcome", "total", "total_if_open", "band", "missed_musts", "assignment", "edition")
    heads = (*WHO, "attempt", *names[1:], "result")
    who = (person.id, person.name, person.number)
    rows = tuple(
        (*who, *(getattr(one, name) for name in names), result_of(one).partition("-")[2])
        for one in attempts
    )
    return Sheet(heads, rows)


def team_sheet(group: Group) -> Sheet:
    """Return a row a person and technique; a person without attempts has one without figures."""
    known: dict[str, list[Cell]] = {}
    for cell in group.cells:
        known.setdefault(cell.row, []).append(cell)
    rows: list[tuple[Scalar, ...]] = []
    for person in group.people:
        who = (group.name, person.id, person.name, person.number)
        rows += [
            (*who, cell.column, cell.attempts, round(cell.share * 100, 1))
            for cell in sorted(known.get(person.id, ()), key=lambda one: one.column)
        ] or [(*who, None, 0, None)]
    return Sheet(("team", *WHO, "technique", "attempts", "mean_total"), tuple(rows))


def pack_sheet(analysis: Analysis) -> Sheet:
    """Return a row an item: its scenarios, their steps, and each listed reply."""
    heads: tuple[str, ...] = (
        "kind",
        "scenario",
        "item",
        "people",
        "difficulty",
        "discrimination",
        "finding",
    )
    heads += ("scene", "quality", "chosen", "answers", "mean_total", "text")
    none = (None,) * 6
    rows: list[tuple[Scalar, ...]] = [
        ("scenario", one.key, one.key, *_item(one), *none) for one in analysis.scenarios
    ]
    rows += [("step", scenario, one.key, *_item(one), *none) for scenario, one in analysis.steps]
    for option in analysis.options:
        finding = "never" if option.never else None
        figures = (option.quality, option.chosen, option.shown, option.total, option.text)
        here = ("reply", option.scenario, option.reply, None, None, None, finding, option.scene)
        rows.append((*here, *figures))
    return Sheet(heads, tuple(rows))


def _item(one: Item) -> tuple[Scalar, ...]:
    discrimination = None if one.discrimination is None else round(one.discrimination, 3)
    return one.people, round(one.difficulty, 3), discrimination, one.verdict
