"""Packs, scenarios and company profiles, each read once with everything wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from uss_trainer.content.check import check_scenario, check_words
from uss_trainer.content.check_deal import Around, check_deal
from uss_trainer.content.check_drill import check_drill
from uss_trainer.content.deals import Deal
from uss_trainer.content.entries import DealEntry, DrillEntry, PackEntry, ScenarioEntry
from uss_trainer.content.packs import Company, Pack
from uss_trainer.content.place import PackFolder, Place
from uss_trainer.content.read import Document
from uss_trainer.content.read_drill import read_drill
from uss_trainer.content.reading import read_as
from uss_trainer.content.scenarios import Scenario
from uss_trainer.content.scoring import Scoring
from uss_trainer.content.sniff import DRILL, folder_id, kind_of, sniff
from uss_trainer.content.steps import techniques
from uss_trainer.errors import Problem, TrainerError

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.content.drills import Drill
    from uss_trainer.content.rubrics import Faults, Rubric

Profile: TypeAlias = "tuple[Company | None, Sequence[Problem]]"


class Rubrics(Mapping[str, "Rubric"]):
    """All rubrics without their lines, each read when first asked for."""

    def __init__(self, scoring: Scoring) -> None:
        self._scoring = scoring

    def __getitem__(self, technique: str) -> Rubric:
        if technique not in self:
            raise KeyError(technique)
        return self._scoring.plain(technique)

    def __contains__(self, technique: object) -> bool:
        return technique in self._scoring.techniques()

    def __iter__(self) -> Iterator[str]:
        return iter(self._scoring.techniques())

    def __len__(self) -> int:
        return len(self._scoring.techniques())


@dataclass(frozen=True)
class Shelf:
    """Reads the files of packs and remembers what it has read."""

    places: tuple[Place, ...]
    scoring: Scoring
    _scenarios: dict[Path, ScenarioEntry] = field(default_factory=dict, init=False, repr=False)
    _drills: dict[Path, DrillEntry] = field(default_factory=dict, init=False, repr=False)
    _deals: dict[Path, DealEntry] = field(default_factory=dict, init=False, repr=False)
    _profiles: dict[Path, Profile] = field(default_factory=dict, init=False, repr=False)

    def pack(
        self,
        folder: PackFolder,
        scenarios: Sequence[ScenarioEntry],
        drills: Sequence[DrillEntry] = (),
        deals: Sequence[DealEntry] = (),
    ) -> PackEntry:
        """Return a folder as a pack with those scenarios, drills and deals."""
        held = ((*scenarios,), (*drills,), (*deals,))
        if folder.pack is None:
            missing = (Problem("check.no-pack", str(folder.path)),)
            return PackEntry(folder.path.name, None, folder.path, missing, *held)
        pack, document, problems = read_as(Pack, folder.pack)
        if pack and document:
            problems += check_words(document)
        if folder.company:
            problems += self.company(folder)[1]
        return PackEntry(folder_id(folder), pack, folder.path, (*problems,), *held)

    def entry(self, folder: PackFolder, path: Path) -> ScenarioEntry | DrillEntry:
        """Return a file read and checked as what it says it is."""
        return (self.drill if kind_of(path) == DRILL else self.scenario)(folder, path)

    def deal(self, folder: PackFolder, path: Path, around: Around) -> DealEntry:
        """Return a deal's file, read and checked among what it may name."""
        if path not in self._deals:
            deal, document, problems = read_as(Deal, path)
            if deal and document:
                own = replace(around, company=self.company(folder)[0])
                problems += check_deal(deal, document, own)
            name = deal.id if deal else sniff(path)
            self._deals[path] = DealEntry(name, path, deal, (*problems,))
        return self._deals[path]

    def drill(self, folder: PackFolder, path: Path) -> DrillEntry:
        """Return a drill file, read and checked."""
        if path not in self._drills:
            drill, document, problems = read_drill(path)
            if drill and document:
                problems += self._check_drill(drill, document, self.company(folder)[0])
            name = drill.id if drill else sniff(path)
            self._drills[path] = DrillEntry(name, path, drill, (*problems,))
        return self._drills[path]

    def _check_drill(
        self, drill: Drill, document: Document, company: Company | None
    ) -> list[Problem]:
        """Return what is wrong with a drill beside its shape; a broken rubric is all of it."""
        try:
            return check_drill(drill, document, Rubrics(self.scoring), company)
        except TrainerError as error:
            return [error.problem]

    def scenario(self, folder: PackFolder, path: Path) -> ScenarioEntry:
        """Return a scenario file, read and checked."""
        if path not in self._scenarios:
            scenario, document, problems = read_as(Scenario, path)
            if scenario and document:
                problems += self.check(scenario, document, self.company(folder)[0])
            name = scenario.id if scenario else sniff(path)
            self._scenarios[path] = ScenarioEntry(name, path, scenario, (*problems,))
        return self._scenarios[path]

    def check(
        self, scenario: Scenario, document: Document, company: Company | None
    ) -> list[Problem]:
        """Return what is wrong with a scenario beside its shape."""
        rubrics = Rubrics(self.scoring)
        try:
            for technique in techniques(scenario):
                rubrics.get(technique)
        except TrainerError as error:
            return [error.problem]
        return check_scenario(scenario, document, rubrics, self._faults(), company)

    def company(self, folder: PackFolder | None) -> Profile:
        """Return the profile for a pack: its own, else the first place's that has one."""
        own = [folder.company] if folder else []
        for path in (*own, *(place.company for place in self.places)):
            if path:
                return self.profile(path)
        return None, [Problem("check.no-company")]

    def profile(self, path: Path) -> Profile:
        """Return a company profile."""
        if path not in self._profiles:
            company, document, problems = read_as(Company, path)
            if company and document:
                problems += check_words(document)
            self._profiles[path] = company, problems
        return self._profiles[path]

    def _faults(self) -> Faults | None:
        """Return the fault catalogue; None where it is broken, which is reported once elsewhere."""
        try:
            return self.scoring.faults
        except TrainerError:
            return None
