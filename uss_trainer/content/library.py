"""Everything that can be played: packs and scenarios of several places, read when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from uss_trainer.content.bundled import bundled
from uss_trainer.content.check_deal import Around
from uss_trainer.content.counted import Counted, passed_over
from uss_trainer.content.digest import edition_parts
from uss_trainer.content.drill_edition import DrillEdition
from uss_trainer.content.drills import SayDrill
from uss_trainer.content.edition import DealEdition, Edition
from uss_trainer.content.entries import (
    DealEntry,
    DrillEntry,
    Entry,
    PackEntry,
    ScenarioEntry,
)
from uss_trainer.content.place import PackFolder, Place, look
from uss_trainer.content.reading import need
from uss_trainer.content.scoring import Scoring
from uss_trainer.content.shelf import Rubrics, Shelf
from uss_trainer.content.sniff import DEAL, DRILL, SCENARIO, folder_id, kind_of, sniff
from uss_trainer.content.steps import techniques

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uss_trainer.content.packs import Company
    from uss_trainer.content.rubrics import Faults, Rubric, Scale
    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.errors import Problem

__all__ = ["Library", "PackEntry", "ScenarioEntry", "open_library"]


def open_library(places: Sequence[Path], lines: Path | None = None) -> Library:
    """Return what the places hold, the program's own content last; no file is read yet.

    `lines` is a folder to keep rubrics' lines in, for whoever needs few of them at once.
    """
    own = bundled("scenarios")
    found = [look(path, number) for number, path in enumerate(places)]
    found.append(look(own, len(places), bundled("scoring")))
    scoring = Scoring(tuple(place.scoring for place in found), lines)
    return Library(tuple(found), scoring, Shelf(tuple(found), scoring))


def open_file(path: Path, places: Sequence[Path]) -> Library:
    """Return a library that looks first at one scenario file, in its pack or in none.

    The firm's facts and rubrics beside the pack's folder hold, as they do where all of it is opened.
    """
    beside, outer = look(path.parent, 0), look(path.parent.parent, 0)
    own = next((one for one in beside.packs if one.path == path.parent), None)
    folder = PackFolder(path.parent, 0, (path,), own.pack if own else None, beside.company)
    place = Place(path.parent, outer.scoring, (folder,), outer.company)
    later = open_library(places).places
    found = (place, *later)
    scoring = Scoring((beside.scoring, *(one.scoring for one in found)))
    return Library(found, scoring, Shelf(found, scoring))


@dataclass(frozen=True)
class Library:
    """Packs of all places; of two things with one id the first place's counts."""

    places: tuple[Place, ...]
    scoring: Scoring
    shelf: Shelf = field(repr=False)

    @cached_property
    def counted(self) -> Counted:
        """Which packs and files count."""
        return Counted(self.places)

    @cached_property
    def packs(self) -> tuple[PackEntry, ...]:
        """Every pack with its scenarios, by its order and id; broken ones too."""
        entries = [self._entry(folder) for folder in self.counted.folders]
        return tuple(
            sorted(entries, key=lambda one: (one.pack.order if one.pack else 1000, one.id))
        )

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong outside the packs: things passed over, profiles, scoring files."""
        profiles = [place.company for place in self.places if place.company]
        wrong = [problem for path in profiles for problem in self.shelf.profile(path)[1]]
        if not profiles:
            wrong = list(self.shelf.company(None)[1])
        passed = [passed_over(path.stem, path, profiles[0]) for path in profiles[1:]]
        doubles = [
            one
            for folder in self.counted.folders
            for one in self.counted.doubles(folder, same_place=False)
        ]
        return (*self.counted.passed, *doubles, *passed, *wrong, *self.scoring.problems)

    @property
    def company(self) -> Company:
        """The selling firm: the first place's profile that has one."""
        return need(*self.shelf.company(None))

    @property
    def faults(self) -> Faults:
        """The fault catalogue."""
        return self.scoring.faults

    @property
    def scale(self) -> Scale:
        """The numbers of the total."""
        return self.scoring.scale

    def techniques(self) -> tuple[str, ...]:
        """Return the techniques that have a rubric, by id."""
        return self.scoring.techniques()

    def rubric(self, technique: str) -> Rubric:
        """Return a rubric with its lines; TrainerError where there is none or it is broken."""
        return self.scoring.full(technique)

    def files(self) -> Iterator[tuple[str, Path]]:
        """Yield the id and file of each scenario that counts."""
        for name in self.counted.of(SCENARIO):
            yield name, self.counted.first[name][1]

    def drills(self) -> Iterator[DrillEntry]:
        """Yield each drill that counts, broken ones too."""
        for name in self.counted.of(DRILL):
            yield self.shelf.drill(*self.counted.first[name])

    def scenario(self, name: str) -> Scenario | None:
        """Return the scenario of that id, None where it is broken; TrainerError where it is unknown."""
        entry = self.shelf.scenario(*self.counted.file(name, SCENARIO))
        return entry.scenario if entry.playable else None

    def edition(self, scenario_id: str) -> Edition:
        """Return what an attempt plays on; TrainerError where the scenario is unknown or broken."""
        return self.edition_at(*self.counted.file(scenario_id, SCENARIO))

    def edition_at(
        self, folder: PackFolder, path: Path, despite: frozenset[str] = frozenset()
    ) -> Edition:
        """Return what the scenario in a file plays on; TrainerError where it is broken.

        Errors of the codes in `despite` are put up with, as while a scenario is being written.
        """
        entry = self.shelf.scenario(folder, path)
        wrong = [one for one in entry.problems if one.code not in despite]
        scenario = need(entry.scenario, wrong)
        edition = Edition(
            scenario=scenario,
            rubrics={name: self.rubric(name) for name in techniques(scenario)},
            faults=self.faults,
            scale=self.scale,
            company=need(*self.shelf.company(folder)),
            pack=folder_id(folder),
        )
        lines = {name: self.scoring.lines(name) for name in edition.rubrics}
        edition = replace(edition, lines=lines)
        return replace(edition, parts=edition_parts(edition))

    def drill(self, drill_id: str) -> DrillEdition:
        """Return a drill with what scores it; TrainerError where it is unknown or broken."""
        folder, path = self.counted.file(drill_id, DRILL)
        entry = self.shelf.drill(folder, path)
        need(entry.drill, entry.problems)
        drill = entry.drill
        assert drill is not None
        return DrillEdition(
            drill=drill,
            company=need(*self.shelf.company(folder)),
            scale=self.scale,
            rubrics={drill.technique: self.rubric(drill.technique)}
            if isinstance(drill, SayDrill)
            else {},
            faults=self.faults,
            pack=folder_id(folder),
        )

    def deal(self, deal_id: str) -> DealEdition:
        """Return a deal with its company; TrainerError where it is unknown or broken."""
        folder, path = self.counted.file(deal_id, DEAL)
        entry = self.shelf.deal(folder, path, self.around)
        deal = need(entry.deal, entry.problems)
        return DealEdition(deal, need(*self.shelf.company(folder)), folder_id(folder))

    @cached_property
    def around(self) -> Around:
        """What a deal may name."""
        scenarios, drills = (frozenset(self.counted.of(kind)) for kind in (SCENARIO, DRILL))
        return Around(scenarios, self._scenario, Rubrics(self.scoring), drills)

    def _scenario(self, name: str) -> Scenario | None:
        """Return a scenario, mistakes or not; None where it is unknown or can't be read."""
        if self.counted.kinds.get(name) != SCENARIO:
            return None
        return self.shelf.scenario(*self.counted.first[name]).scenario

    def entry(self, folder: PackFolder, path: Path) -> Entry:
        """Return a file of a pack, read and checked as what it says it is."""
        if kind_of(path) == DEAL:
            return self.shelf.deal(folder, path, self.around)
        return self.shelf.entry(folder, path)

    def _entry(self, folder: PackFolder) -> PackEntry:
        """Return a pack with what counts in it, and what can't for its id."""
        twice = {one.where: one for one in self.counted.doubles(folder, same_place=True)}
        scenarios: list[ScenarioEntry] = []
        drills: list[DrillEntry] = []
        deals: list[DealEntry] = []
        for path in folder.files:
            problems = [twice[str(path)]] if str(path) in twice else []
            if not problems and self.counted.first[sniff(path)][1] != path:
                continue
            entry = self.entry(folder, path)
            entry = replace(entry, problems=(*entry.problems, *problems))
            if isinstance(entry, DrillEntry):
                drills.append(entry)
            elif isinstance(entry, DealEntry):
                deals.append(entry)
            else:
                scenarios.append(entry)
        found = self.shelf.pack(folder, scenarios, drills, deals)
        if not (found.pack and found.pack.exam):
            return found
        from uss_trainer.content.exams import exam_problems

        return replace(found, problems=(*found.problems, *exam_problems(self, folder, found.pack)))
