"""What the scenarios together let one practise, cell by cell, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from uss_trainer.authoring.carried import Kind, Lack, hits_of
from uss_trainer.content.terms import Cause, Level, Situation, Timing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from uss_trainer.authoring.carried import Hit
    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.content.scenarios import Scenario

LACKS: tuple[Lack, ...] = get_args(Lack)
FAULTS_A_TECHNIQUE = 5
TECHNIQUES_A_FAULT = 2
DEALS_ONLY = frozenset({"wrong-role"})
"""Faults that only a visit by a team can show."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing to be practised, and how far the scenarios bring it."""

    kind: Kind
    technique: str
    """Empty where it belongs to none: a cause, a timing, a situation."""

    id: str
    scenarios: tuple[str, ...] = ()
    """Where it is played in full: scenarios, of the process drills and deals."""

    lack: Lack | None = "carried"
    """The least that is missing anywhere; None where it is played somewhere."""

    needed: bool = True
    """Whether it being empty is a hole."""

    @property
    def hole(self) -> bool:
        """Whether it should be played and isn't."""
        return self.needed and self.lack is not None


def coverage(
    scenarios: Sequence[Scenario], rubrics: Mapping[str, Rubric], faults: Faults
) -> list[Cell]:
    """Return every cell in a fixed order: by technique steps, faults, methods and levels, then
    causes, timings and situations."""
    hits: dict[tuple[Kind, str, str], list[Hit]] = defaultdict(list)
    for scenario in scenarios:
        for hit in hits_of(scenario, rubrics, faults):
            hits[hit.key].append(hit)
    cells = [_cell(key, hits.get(key, [])) for key in _keys(rubrics, faults)]
    return _faults_needed(cells)


def _keys(rubrics: Mapping[str, Rubric], faults: Faults) -> Iterator[tuple[Kind, str, str]]:
    """Yield what there is to be practised."""
    for technique, rubric in rubrics.items():
        yield from (("step", technique, step.id) for step in rubric.steps)
        known = (fault.id for fault in faults.faults if fault.id not in DEALS_ONLY)
        yield from (("fault", technique, fault) for fault in known)
        yield from (("fits", technique, method.id) for method in rubric.methods)
        yield from (("unfit", technique, method.id) for method in rubric.methods)
        yield from (("level", technique, level) for level in get_args(Level))
    yield from (("cause", "", cause) for cause in get_args(Cause))
    yield from (("timing", "", timing) for timing in get_args(Timing))
    yield from (("situation", "", one) for one in get_args(Situation))


def _cell(key: tuple[Kind, str, str], hits: Sequence[Hit]) -> Cell:
    """Return a cell with where it is played, or the least that is missing."""
    played = dict.fromkeys(hit.scenario for hit in hits if hit.lack is None)
    lacks = [LACKS.index(hit.lack) for hit in hits if hit.lack]
    lack = None if played else LACKS[max(lacks)] if lacks else "carried"
    return Cell(*key, tuple(played), lack)


def _faults_needed(cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells, a fault's marked as needed only where its technique or the fault itself has
    too few played."""
    every = list(cells)
    played = [cell for cell in every if cell.kind == "fault" and cell.lack is None]
    rich = {
        technique
        for technique in {cell.technique for cell in every}
        if sum(cell.technique == technique for cell in played) >= FAULTS_A_TECHNIQUE
    }
    common = {
        fault
        for fault in {cell.id for cell in every if cell.kind == "fault"}
        if sum(cell.id == fault for cell in played) >= TECHNIQUES_A_FAULT
    }
    return [
        replace(cell, needed=cell.technique not in rich or cell.id not in common)
        if cell.kind == "fault"
        else cell
        for cell in every
    ]
