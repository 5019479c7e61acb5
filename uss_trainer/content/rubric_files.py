"""The rubrics without their lines, faults and scale of several places, each read when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from uss_trainer.content.check_borrows import check_borrows
from uss_trainer.content.check_rubric import check_faults, check_rubric, check_scale
from uss_trainer.content.near import nearest
from uss_trainer.content.place import yaml_files
from uss_trainer.content.reading import need, read_as
from uss_trainer.content.rubrics import Faults, Rubric, Scale
from uss_trainer.errors import Problem, TrainerError, fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.content.read import Document
    from uss_trainer.content.shapes import Shape

S = TypeVar("S", bound="Shape")
MANUAL_ORDER = ("phone", "visit", "opening", "questioning", "fbv", "closing", "objection")


@dataclass(frozen=True)
class RubricFiles:
    """What is graded and how it counts; of two files for one technique the first place's counts."""

    folders: tuple[Path, ...]
    """In the order they are looked at."""

    _plain: dict[str, tuple[Rubric | None, list[Problem]]] = field(
        default_factory=dict, init=False, repr=False
    )
    _borrowing: dict[str, Document] = field(default_factory=dict, init=False, repr=False)
    """The files of rubrics that borrow, to be checked once all rubrics are read."""

    @cached_property
    def found(self) -> tuple[dict[str, Path], dict[str, list[Path]], list[Problem]]:
        """Rubric files and line files by technique, and which files are passed over."""
        rubrics: dict[str, Path] = {}
        lines: dict[str, list[Path]] = {}
        passed: list[Problem] = []
        for folder in self.folders:
            files = yaml_files(folder)
            named = [file for file in files if ".lines" not in file.name]
            for file in named:
                if (first := rubrics.setdefault(file.stem, file)) is not file:
                    facts = {"id": file.stem, "kept": str(first)}
                    passed.append(Problem("check.shadowed", str(file), facts, "warning"))
            for file in files:
                technique, dot, _ = file.name.partition(".lines")
                if dot and rubrics.get(technique, file).parent == file.parent:
                    lines.setdefault(technique, []).append(file)
        return rubrics, lines, passed

    def techniques(self) -> tuple[str, ...]:
        """Return the techniques that have a rubric, in the manual's order, then by id."""
        known = set(self.found[0]) - {"faults", "scale"}
        taught = [one for one in MANUAL_ORDER if one in known]
        return (*taught, *sorted(known.difference(taught)))

    def plain(self, technique: str) -> Rubric:
        """Return a rubric without its lines; TrainerError where there is none or it is broken."""
        return need(*self._rubric(technique))

    def all_plain(self) -> dict[str, Rubric | None]:
        """Return every rubric without its lines, by technique; None for one that is broken."""
        return {name: self._rubric(name)[0] for name in self.techniques()}

    @cached_property
    def faults(self) -> Faults:
        """The fault catalogue."""
        return need(*self._faults)

    @cached_property
    def scale(self) -> Scale:
        """The numbers of the total."""
        return need(*self._scale)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the scoring files themselves, lines left aside."""
        found = [*self.found[2], *self._faults[1], *self._scale[1]]
        for technique in self.techniques():
            found += (*self._rubric(technique)[1], *self._borrow_problems(technique))
        return tuple(found)

    def path(self, technique: str) -> Path:
        """Return a technique's file; TrainerError names the nearest technique."""
        if path := self.found[0].get(technique):
            return path
        raise fail(
            "check.no-rubric", "", id=technique, nearest=nearest(technique, self.techniques())
        )

    def _borrow_problems(self, technique: str) -> list[Problem]:
        """Return what a rubric borrows in vain."""
        rubric, _ = self._rubric(technique)
        if rubric is None or technique not in self._borrowing:
            return []
        return [*check_borrows(rubric, self._borrowing[technique], self.all_plain())]

    @cached_property
    def _faults(self) -> tuple[Faults | None, list[Problem]]:
        """The fault catalogue, or why there is none."""
        return self._checked(Faults, "faults", check_faults)

    @cached_property
    def _scale(self) -> tuple[Scale | None, list[Problem]]:
        """The scale, or why there is none."""
        return self._checked(Scale, "scale", check_scale)

    def _rubric(self, technique: str) -> tuple[Rubric | None, list[Problem]]:
        """Return a rubric without its lines, or why there is none."""
        if technique not in self._plain:
            self._plain[technique] = self._checked(Rubric, technique, self._check_rubric)
        return self._plain[technique]

    def _check_rubric(self, rubric: Rubric, document: Document) -> list[Problem]:
        """Return what is wrong with a rubric beside its shape."""
        problems = check_rubric(rubric, document, self._faults[0])
        if rubric.borrows:
            self._borrowing[rubric.technique] = document
        if (named := Path(document.where).stem) != rubric.technique:
            facts = {"id": rubric.technique, "file": named}
            place = document.place(("technique",))
            problems.append(Problem("check.other-technique", place, facts))
        return problems

    def _checked(
        self, model: type[S], name: str, check: Callable[[S, Document], list[Problem]]
    ) -> tuple[S | None, list[Problem]]:
        """Return a scoring file as its model, with everything wrong with it."""
        try:
            value, document, problems = read_as(model, self.path(name))
        except TrainerError as error:
            return None, [error.problem]
        return value, problems + (check(value, document) if value and document else [])
