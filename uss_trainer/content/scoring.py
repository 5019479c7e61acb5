"""Rubrics with the lines that train their graders: own ones, borrowed ones, the fault catalogue's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uss_trainer.content.borrowing import borrowed
from uss_trainer.content.check_rubric import check_rubric
from uss_trainer.content.kept_lines import KeptLines, lines_written
from uss_trainer.content.line_cache import lines_kept
from uss_trainer.content.place import yaml_files
from uss_trainer.content.reading import need, read_as
from uss_trainer.content.rubric_files import RubricFiles
from uss_trainer.content.rubrics import Rubric, RubricLines
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uss_trainer.content.read import Document

PLAYED = ".lines.played."
"""In the name of files made from listed replies."""


@dataclass(frozen=True)
class Scoring(RubricFiles):
    """How everything is scored, lines included."""

    cache: Path | None = None
    """Folder for lines put together at an earlier start; None keeps them in memory."""

    _own: dict[str, list[RubricLines]] = field(default_factory=dict, init=False, repr=False)
    _full: dict[str, tuple[Rubric, KeptLines]] = field(default_factory=dict, init=False, repr=False)

    def full(self, technique: str) -> Rubric:
        """Return a rubric with all its lines: its own, borrowed ones, the fault catalogue's."""
        return self._with_lines(technique)[0]

    def lines(self, technique: str) -> KeptLines:
        """Return a full rubric's lines written down; same errors as `full`."""
        return self._with_lines(technique)[1]

    def _with_lines(self, technique: str) -> tuple[Rubric, KeptLines]:
        """Return a full rubric and its lines, put together once.

        With a cache they stay in its file, so that only what is asked for takes up memory.
        """
        if technique not in self._full or not self._full[technique][1].there:
            rubric = self.plain(technique)
            kept = self._kept(technique) if self.cache else None
            if kept:
                whole = rubric.model_copy(update={"lines": kept.parts()})
            else:
                whole = self.completed(rubric, self.own_lines(technique))
                kept = lines_written(whole.lines)
            self._full[technique] = whole, kept
        return self._full[technique]

    def _kept(self, technique: str) -> KeptLines | None:
        """Return a full rubric's lines from the cache; None where nothing can be kept there."""

        def made() -> KeptLines:
            whole = self.completed(self.plain(technique), self.own_lines(technique))
            self._own.clear()
            return lines_written(whole.lines)

        assert self.cache is not None
        return lines_kept(self.cache, technique, self.files(technique), made)

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
            paths = self.found[1].get(technique, [])
            self._own[technique] = [read_lines(path, technique)[0] for path in paths]
        return self._own[technique]

    def written_lines(self, technique: str) -> list[RubricLines]:
        """Return a technique's lines that somebody wrote for it, not those that scenarios list."""
        paths = self.found[1].get(technique, [])
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
        lines = [path for one in named for path in self.found[1].get(one, [])]
        return [*map(self.path, (*named, "scale")), *lines]


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
