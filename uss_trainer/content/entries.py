"""The files of a pack as read: each with its id and everything wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.content.deals import Deal
    from uss_trainer.content.drills import Drill
    from uss_trainer.content.packs import Pack
    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.errors import Problem


@dataclass(frozen=True, slots=True)
class ScenarioEntry:
    """One scenario file."""

    id: str
    """Its id; the file's name where none can be read."""

    path: Path
    scenario: Scenario | None
    problems: tuple[Problem, ...]

    @property
    def playable(self) -> bool:
        """Whether nothing keeps it from being played."""
        return self.scenario is not None and not broken(self.problems)


@dataclass(frozen=True, slots=True)
class DrillEntry:
    """One drill file."""

    id: str
    """Its id; the file's name where none can be read."""

    path: Path
    drill: Drill | None
    problems: tuple[Problem, ...]

    @property
    def playable(self) -> bool:
        """Whether nothing keeps it from being done."""
        return self.drill is not None and not broken(self.problems)


@dataclass(frozen=True, slots=True)
class DealEntry:
    """One deal's file."""

    id: str
    """Its id; the file's name where none can be read."""

    path: Path
    deal: Deal | None
    problems: tuple[Problem, ...]

    @property
    def playable(self) -> bool:
        """Whether nothing keeps it from being played."""
        return self.deal is not None and not broken(self.problems)


Entry = ScenarioEntry | DrillEntry | DealEntry


@dataclass(frozen=True, slots=True)
class PackEntry:
    """One folder of scenarios, drills and deals."""

    id: str
    """Its id; the folder's name where none can be read."""

    pack: Pack | None
    path: Path
    problems: tuple[Problem, ...]
    """What is wrong with `pack.yaml` and the pack's own profile, what it holds left aside."""

    scenarios: tuple[ScenarioEntry, ...]
    drills: tuple[DrillEntry, ...] = ()
    deals: tuple[DealEntry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything the pack holds."""
        return (*self.scenarios, *self.drills, *self.deals)


def broken(problems: Sequence[Problem]) -> bool:
    """Return whether one of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)
