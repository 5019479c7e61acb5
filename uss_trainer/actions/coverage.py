"""What all scenarios, drills and deals together let one practise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.authoring.coverage import Cell, coverage
from uss_trainer.authoring.practised import by_deal, by_drill, process_cells
from uss_trainer.content.shapes import Words
from uss_trainer.content.topics import topics
from uss_trainer.i18n import words

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk

__all__ = ["Cell", "covered"]


def covered(desk: Desk) -> list[Cell]:
    """Return the matrix over everything that can be played; what is broken counts for nothing."""
    library = desk.library
    scenarios = [
        entry.scenario
        for pack in library.packs
        for entry in pack.scenarios
        if entry.scenario and not any(one.severity == "error" for one in entry.problems)
    ]
    rubrics = {name: library.scoring.plain(name) for name in library.techniques()}
    drills = [one.drill for pack in library.packs for one in pack.drills if one.playable]
    called = _called()
    deals = [one.deal for pack in library.packs for one in pack.deals if one.playable]
    practised = [part for drill in drills if drill for part in by_drill(drill, called)]
    by_id = {one.id: one for one in scenarios}
    for deal in filter(None, deals):
        practised += by_deal(deal, [by_id[name] for name in deal.scenarios if name in by_id])
    return [*coverage(scenarios, rubrics, library.faults), *process_cells(practised)]


def _called() -> dict[str, Words]:
    """Return what each topic of the process is called."""
    zh, en = words("topics", "zh"), words("topics", "en")
    keys = {topic: topic.replace("/", "-") for topic in topics()}
    return {topic: Words(zh=zh[key], en=en[key]) for topic, key in keys.items()}
