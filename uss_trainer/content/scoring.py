"""The rubrics, faults and scale of several places: found at once, read when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from uss_trainer.content.borrowing import borrowed
from uss_trainer.content.check_borrows import check_borrows
from uss_trainer.content.check_rubric import check_faults, check_rubric, check_scale
from uss_trainer.content.digest import written
from uss_trainer.content.near import nearest
from uss_trainer.content.place import yaml_files
from uss_trainer.content.read import Document, read_document
from uss_trainer.content.rubrics import Faults, Rubric, RubricLines, Scale
from uss_trainer.content.shape import load
from uss_trainer.errors import Problem, TrainerError, fail

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uss_trainer.content.edition import Written
    from uss_trainer.content.shapes import Shape

S = TypeVar("S", bound="Shape")
MANUAL_ORDER = ("phone", "visit", "opening", "questioning", "fbv", "closing", "objection")
PLAYED = ".lines.played."
"""In the name of files made from listed replies."""


def read_as(model: type[S], path: Path) -> tuple[S | None, Document | None, list[Problem]]:
    """Return a file as a model with its document, and everything wrong on the way."""
    try:
        document = read_document(path)
    except TrainerError as error:
        return None, None, [error.problem]
    value, problems = load(model, document)
    return value, document, problems


def need(value: S | None, problems: Sequence[Problem]) -> S:
    """Return the value, or raise the first error that kept it from being read."""
    for problem in problems:
        if problem.severity == "error":
            raise TrainerError(problem)
    assert value is not None
    return value


@dataclass(frozen=True)
class Scoring:
    """How everything is scored; of two files for one technique the first place's counts."""

    folders: tuple[Path, ...]
    """In the order they are looked at."""

    _plain: dict[str, tuple[Rubric | None, list[Problem]]] = field(
        default_factory=dict, init=False, repr=False
    )
    _own: dict[str, list[RubricLines]] = field(default_factory=dict, init=False, repr=False)
    _full: dict[str, Rubric] = field(default_factory=dict, init=False, repr=False)
    _written: dict[str, Written] = field(default_factory=dict, init=False, repr=False)
    _borrowing: dict[str, Document] = field(default_factory=dict, init=False, repr=False)
    """The files of rubrics that borrow, to be checked once all rubrics are read."""

    @cached_property
    def _found(self) -> tuple[dict[str, Path], dict[str, list[Path]], list[Problem]]:
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
        known = set(self._found[0]) - {"faults", "scale"}
        taught = [one for one in MANUAL_ORDER if one in known]
        return (*taught, *sorted(known.difference(taught)))

    def plain(self, technique: str) -> Rubric:
        """Return a rubric without its lines; TrainerError where there is none or it is broken."""
        return need(*self._rubric(technique))

    def full(self, technique: str) -> Rubric:
        """Return a rubric with all its lines: its own, borrowed ones, the fault catalogue's."""
        if technique not in self._full:
            rubric = self.plain(technique)
            self._full[technique] = self.completed(rubric, self.own_lines(technique))
        return self._full[technique]

    def written(self, technique: str) -> Written:
        """Return a full rubric written down, which is done once; same errors as `full`."""
        if technique not in self._written:
            self._written[technique] = written(self.full(technique))
        return self._written[technique]

    def completed(self, rubric: Rubric, own: Sequence[RubricLines]) -> Rubric:
        """Return `rubric` with `own` lines, those it borrows and the fault catalogue's."""
        shared = [*borrowed(rubric, self._lenders(rubric)), *self.own_lines("faults")]
        return rubric.model_copy(update={"lines": [*rubric.lines, *own, *shared]})

    def _lenders(self, rubric: Rubric) -> dict[str, list[RubricLines]]:
        """Return the lines of each technique that a rubric borrows from; none where it is missing."""
        wanted = {borrow.technique for borrow in rubric.borrows} & set(self.techniques())
        return {name: self.own_lines(name) for name in sorted(wanted)}

    def own_lines(self, technique: str) -> list[RubricLines]:
        """Return the lines in a technique's own files, or of the fault catalogue (`faults`)."""
        if technique not in self._own:
            paths = self._found[1].get(technique, [])
            self._own[technique] = [read_lines(path, technique)[0] for path in paths]
        return self._own[technique]

    def written_lines(self, technique: str) -> list[RubricLines]:
        """Return a technique's lines that somebody wrote for it, not those that scenarios list."""
        paths = self._found[1].get(technique, [])
        own = [
            part
            for path, part in zip(paths, self.own_lines(technique), strict=True)
            if PLAYED not in path.name
        ]
        return own if technique == "faults" else [*self.plain(technique).lines, *own]

    def files(self, technique: str) -> list[Path]:
        """Return every file that has a say in how a technique is graded."""
        lenders = [borrow.technique for borrow in self.plain(technique).borrows]
        named = [technique, *sorted({*lenders} & {*self.techniques()}), "faults"]
        lines = [path for one in named for path in self._found[1].get(one, [])]
        return [*map(self._path, (*named, "scale")), *lines]

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
        found = [*self._found[2], *self._faults[1], *self._scale[1]]
        for technique in self.techniques():
            found += (*self._rubric(technique)[1], *self._borrow_problems(technique))
        return tuple(found)

    def _borrow_problems(self, technique: str) -> list[Problem]:
        """Return what a rubric borrows in vain."""
        rubric, _ = self._rubric(technique)
        if rubric is None or technique not in self._borrowing:
            return []
        return [*check_borrows(rubric, self._borrowing[technique], self.all_plain())]

    def all_plain(self) -> dict[str, Rubric | None]:
        """Return every rubric without its lines, by technique; None for one that is broken."""
        return {name: self._rubric(name)[0] for name in self.techniques()}

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
            value, document, problems = read_as(model, self._path(name))
        except TrainerError as error:
            return None, [error.problem]
        return value, problems + (check(value, document) if value and document else [])

    def _path(self, technique: str) -> Path:
        """Return a technique's file."""
        if path := self._found[0].get(technique):
            return path
        raise fail(
            "check.no-rubric", "", id=technique, nearest=nearest(technique, self.techniques())
        )


def read_lines(path: Path, technique: str) -> tuple[RubricLines, Document]:
    """Return one file of lines; TrainerError where it is broken or another technique's."""
    lines, document, problems = read_as(RubricLines, path)
    lines = need(lines, problems)
    assert document is not None
    if lines.technique != technique:
        where = document.place(("technique",))
        raise fail("check.other-technique", where, id=lines.technique, file=technique)
    return lines, document


def load_rubric_file(path: Path, scoring: Scoring) -> Rubric:
    """Return the rubric in any file, with the lines in it and in `<name>.lines*.yaml` beside it.

    What it shares with others, borrowed lines and the fault catalogue's, comes out of `scoring`.
    """
    rubric, document, problems = read_as(Rubric, path)
    if rubric and document:
        problems += check_rubric(rubric, document)
    rubric = need(rubric, problems)
    beside = [one for one in yaml_files(path.parent) if one.name.startswith(path.stem + ".lines")]
    lines = [read_lines(one, rubric.technique)[0] for one in beside]
    return scoring.completed(rubric, lines)
