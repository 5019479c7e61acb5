"""Check one content file by the kind it says it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from uss_trainer.actions.sound import Sound, key_of
from uss_trainer.content.check import (
    check_borrows,
    check_fault_lines,
    check_faults,
    check_lines,
    check_rubric,
    check_scale,
    check_words,
)
from uss_trainer.content.library import open_library
from uss_trainer.content.packs import Company, Pack
from uss_trainer.content.place import folder_of
from uss_trainer.content.read import read_document
from uss_trainer.content.reading import read_as
from uss_trainer.content.rubrics import Faults, Rubric, RubricLines, Scale
from uss_trainer.errors import Problem, TrainerError
from uss_trainer.grading.lexical import alike

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.library import Library
    from uss_trainer.content.read import Document

KINDS = ("scenario", "drill", "deal", "pack", "company", "rubric", "lines", "faults", "scale")


def file_problems(desk: Desk, path: Path) -> list[Problem]:
    """Return everything wrong with one file."""
    try:
        document = read_document(path)
    except TrainerError as error:
        return [error.problem]
    kind = _kind(document, path)
    if kind in ("scenario", "drill", "deal"):
        return _entry(desk, path)
    if kind == "rubric":
        return _rubric(desk, path)
    if kind == "lines":
        return line_problems(desk.library, [path], known_sound(desk))
    return _small(kind, path)


def known_sound(desk: Desk) -> Sound:
    """Return what earlier checks found sound."""
    return Sound(desk.folders.cache / "sound.json")


def _kind(document: Document, path: Path) -> str:
    """Return the kind a file names in `format:`, else what its name says."""
    value = document.value
    named = value.get("format") if isinstance(value, dict) else None
    kind = named.partition("/")[0] if isinstance(named, str) else ""
    if kind in KINDS:
        return kind
    if ".lines" in path.name:
        return "lines"
    return path.stem if path.stem in KINDS else "scenario"


def _entry(desk: Desk, path: Path) -> list[Problem]:
    """A scenario, drill or deal is checked with its pack's company and what is found from there."""
    folder = folder_of(path)
    library = open_library((path.parent.parent, *desk.places)) if folder.pack else desk.library
    return list(library.entry(folder, path).problems)


def _small(kind: str, path: Path) -> list[Problem]:
    if kind == "pack":
        pack, document, problems = read_as(Pack, path)
        return problems + (check_words(document) if pack and document else [])
    if kind == "company":
        company, document, problems = read_as(Company, path)
        return problems + (check_words(document) if company and document else [])
    if kind == "faults":
        faults, document, problems = read_as(Faults, path)
        return problems + (check_faults(faults, document) if faults and document else [])
    scale, document, problems = read_as(Scale, path)
    return problems + (check_scale(scale, document) if scale and document else [])


def _rubric(desk: Desk, path: Path) -> list[Problem]:
    rubric, document, problems = read_as(Rubric, path)
    if rubric is None or document is None:
        return problems
    faults = _faults(desk.library)
    problems += check_rubric(rubric, document, faults)
    problems += check_borrows(rubric, document, desk.library.scoring.all_plain())
    own = [(lines, document) for lines in rubric.lines]
    return problems + check_lines(rubric, own, faults, alike)


def line_problems(library: Library, paths: Sequence[Path], sound: Sound) -> list[Problem]:
    """Return what is wrong with files of lines, those of one technique compared with each other.

    What was `sound` before, with the same rubrics and the same lines beside it, is left alone.
    """
    groups: dict[str, list[Path]] = {}
    for path in paths:
        groups.setdefault(path.name.partition(".lines")[0], []).append(path)
    rubrics = [*library.scoring.found[0].values()]
    problems: list[Problem] = []
    for group in groups.values():
        key = key_of([*rubrics, *group])
        if key not in sound:
            found = _lines(library, group)
            problems += found
            if key and not found:
                sound.add(key)
    sound.save()
    return problems


def _lines(library: Library, paths: Sequence[Path]) -> list[Problem]:
    """Return what is wrong with files named for one technique."""
    problems: list[Problem] = []
    parts: dict[str, list[tuple[RubricLines, Document]]] = {}
    for path in paths:
        lines, document, found = read_as(RubricLines, path)
        problems += found
        if lines and document:
            parts.setdefault(lines.technique, []).append((lines, document))
            problems += _misplaced(lines, document, path)
    for technique, some in parts.items():
        problems += _against(library, technique, some)
    return problems


def _misplaced(lines: RubricLines, document: Document, path: Path) -> Iterable[Problem]:
    named = path.name.partition(".lines")[0]
    if ".lines" in path.name and named != lines.technique:
        facts = {"id": lines.technique, "file": named}
        yield Problem("check.other-technique", document.place(("technique",)), facts)


def _against(
    library: Library, technique: str, parts: Sequence[tuple[RubricLines, Document]]
) -> list[Problem]:
    """Return what is wrong with lines beside a rubric; a broken rubric is reported elsewhere."""
    if technique == "faults":
        return _fault_lines(library, parts)
    try:
        rubric = library.scoring.plain(technique)
    except TrainerError as error:
        missing = error.problem.code == "check.no-rubric"
        return [error.problem] if missing else []
    return check_lines(rubric, parts, _faults(library), alike)


def _fault_lines(library: Library, parts: Sequence[tuple[RubricLines, Document]]) -> list[Problem]:
    rubrics = {}
    for technique in library.techniques():
        with suppress(TrainerError):  # a broken rubric is reported with itself
            rubrics[technique] = library.scoring.plain(technique)
    faults = _faults(library)
    return check_fault_lines(faults, rubrics, parts, alike) if faults else []


def _faults(library: Library) -> Faults | None:
    """Return the fault catalogue; None where it is broken, which is reported with itself."""
    try:
        return library.faults
    except TrainerError:
        return None
