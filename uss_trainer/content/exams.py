"""The exams of a library: a pack's rules with everything they draw from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from uss_trainer.content.check_exam import check_exam
from uss_trainer.content.near import nearest
from uss_trainer.content.read import read_document
from uss_trainer.content.shelf import Rubrics
from uss_trainer.content.sniff import folder_id
from uss_trainer.errors import TrainerError, fail

if TYPE_CHECKING:
    from uss_trainer.content.library import Library
    from uss_trainer.content.packs import Pack
    from uss_trainer.content.place import PackFolder
    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.errors import Problem


class Scenarios(Mapping[str, "Scenario | None"]):
    """All scenarios of a library by id, each read when first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known = dict(library.files())

    def __getitem__(self, name: str) -> Scenario | None:
        if name not in self._known:
            raise KeyError(name)
        return self._library.scenario(name)

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def exam_problems(library: Library, folder: PackFolder, pack: Pack) -> tuple[Problem, ...]:
    """Return what is wrong with a pack's exam; nothing where it has none."""
    if pack.exam is None or folder.pack is None:
        return ()
    try:
        document = read_document(folder.pack)
        found = check_exam(pack.exam, document, Scenarios(library), Rubrics(library.scoring))
        return tuple(found)
    except TrainerError as error:
        return (error.problem,)


def exam_pack(library: Library, name: str) -> Pack:
    """Return the pack of that id, which can be sat as an exam.

    TrainerError `exam.no-such-exam`, or the first mistake that keeps it from being sat.
    """
    folders = {folder_id(folder): folder for folder in library.counted.folders}
    if name not in folders:
        raise fail("exam.no-such-exam", id=name, nearest=nearest(name, folders))
    entry = library.shelf.pack(folders[name], ())
    problems = list(entry.problems)
    if entry.pack:
        problems += exam_problems(library, folders[name], entry.pack)
    wrong = next((one for one in problems if one.severity == "error"), None)
    if wrong:
        raise TrainerError(wrong)
    if entry.pack is None or entry.pack.exam is None:
        raise fail("exam.no-exam", id=name)
    return entry.pack
