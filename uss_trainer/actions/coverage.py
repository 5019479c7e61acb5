"""What all scenarios together let one practise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.authoring.coverage import Cell, coverage

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk

__all__ = ["Cell", "covered"]


def covered(desk: Desk) -> list[Cell]:
    """Return the matrix over every scenario that can be played; broken ones count for nothing."""
    library = desk.library
    scenarios = [
        entry.scenario
        for pack in library.packs
        for entry in pack.scenarios
        if entry.scenario and not any(one.severity == "error" for one in entry.problems)
    ]
    rubrics = {name: library.scoring.plain(name) for name in library.techniques()}
    return coverage(scenarios, rubrics, library.faults)
