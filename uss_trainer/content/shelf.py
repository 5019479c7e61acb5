"""Packs, scenarios and company profiles, each read once with everything wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from uss_trainer.content.check import check_scenario, check_words
from uss_trainer.content.packs import Company, Pack
from uss_trainer.content.place import PackFolder, Place
from uss_trainer.content.read import Document
from uss_trainer.content.scenarios import Scenario
from uss_trainer.content.scoring import Scoring, read_as
from uss_trainer.content.steps import techniques
from uss_trainer.errors import Problem, TrainerError

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.content.rubrics import Faults, Rubric

_ID = re.compile(rb"^(?:\xef\xbb\xbf)?id:[ \t]+[\"']?([a-z0-9-]{1,64})(?![a-z0-9-])", re.MULTILINE)
_HEAD = 65_536
"""Bytes of a file among which its own id stands."""

Profile: TypeAlias = "tuple[Company | None, Sequence[Problem]]"


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
class PackEntry:
    """One folder of scenarios."""

    id: str
    """Its id; the folder's name where none can be read."""

    pack: Pack | None
    path: Path
    problems: tuple[Problem, ...]
    """What is wrong with `pack.yaml` and the pack's own profile, the scenarios left aside."""

    scenarios: tuple[ScenarioEntry, ...]


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
    _profiles: dict[Path, Profile] = field(default_factory=dict, init=False, repr=False)

    def pack(self, folder: PackFolder, scenarios: Sequence[ScenarioEntry]) -> PackEntry:
        """Return a folder as a pack with those scenarios."""
        if folder.pack is None:
            where = str(folder.path)
            return PackEntry(
                folder.path.name,
                None,
                folder.path,
                (Problem("check.no-pack", where),),
                (*scenarios,),
            )
        pack, document, problems = read_as(Pack, folder.pack)
        if pack and document:
            problems += check_words(document)
        if folder.company:
            problems += self.company(folder)[1]
        return PackEntry(folder_id(folder), pack, folder.path, (*problems,), (*scenarios,))

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


def broken(problems: Sequence[Problem]) -> bool:
    """Return whether one of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)


def folder_id(folder: PackFolder) -> str:
    """Return a pack's id without reading all of its file."""
    return sniff(folder.pack, folder.path.name) if folder.pack else folder.path.name


def sniff(path: Path, otherwise: str = "") -> str:
    """Return the id a file gives itself, without reading it as YAML; else its name."""
    try:
        with path.open("rb") as file:
            found = _ID.search(file.read(_HEAD))
    except OSError:
        found = None
    return found[1].decode("ascii") if found else otherwise or path.stem
