"""One mistake a file, and the exact place and words in which its author is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from broken_table import MISTAKES, WARNINGS

from uss_trainer.content.check import check_borrows, check_rubric, check_scale, check_words
from uss_trainer.content.exams import exam_problems
from uss_trainer.content.library import open_library
from uss_trainer.content.packs import Company, Pack
from uss_trainer.content.place import PackFolder
from uss_trainer.content.reading import read_as
from uss_trainer.content.rubrics import Rubric, Scale
from uss_trainer.content.scenarios import Scenario
from uss_trainer.i18n import sentence

if TYPE_CHECKING:
    from uss_trainer.content.library import Library
    from uss_trainer.content.read import Document
    from uss_trainer.errors import Problem

BROKEN = Path(__file__).parent.parent / "broken"


@pytest.fixture(scope="module")
def bundled() -> Library:
    return open_library([])


def problems_of(path: Path, library: Library) -> list[Problem]:
    """Everything wrong with a file, read as what its name says it is."""
    company = library.company
    if path.stem.startswith("drill-"):
        folder = PackFolder(path.parent, 0, (path,), None, None)
        return list(library.shelf.drill(folder, path).problems)
    if path.stem.startswith("deal-"):
        folder = PackFolder(path.parent, 0, (path,), None, None)
        return list(library.shelf.deal(folder, path, library.around).problems)
    checks = {
        "rubric": (Rubric, lambda rubric, doc: _rubric(rubric, doc, library)),
        "scale": (Scale, check_scale),
        "pack": (Pack, lambda pack, doc: _pack(pack, doc, library)),
        "company": (Company, check_words),
    }
    scenario = (Scenario, lambda one, doc: library.shelf.check(one, doc, company))
    model, check = checks.get(path.stem.partition("-")[0], scenario)
    value, document, problems = read_as(model, path)
    return problems + (check(value, document) if value and document else [])


def _pack(pack: Pack, document: Document, library: Library) -> list[Problem]:
    folder = PackFolder(Path(document.where).parent, 0, (), Path(document.where), None)
    return [*check_words(document), *exam_problems(library, folder, pack)]


def _rubric(rubric: Rubric, document: Document, library: Library) -> list[Problem]:
    problems = check_rubric(rubric, document, library.faults)
    return [*problems, *check_borrows(rubric, document, library.scoring.all_plain())]


def test_every_file_is_in_the_table() -> None:
    assert sorted(MISTAKES) == sorted(path.stem for path in BROKEN.glob("*.yaml"))


@pytest.mark.parametrize("name", MISTAKES)
def test_the_mistake_is_named(name: str, bundled: Library) -> None:
    path = BROKEN / f"{name}.yaml"
    line, zh, en = MISTAKES[name]
    where = f"{path}:{line}" if line else str(path)
    problems = problems_of(path, bundled)
    assert [sentence(problem, "zh") for problem in problems] == [f"{where}: {zh}"]
    assert [sentence(problem, "en") for problem in problems] == [f"{where}: {en}"]
    assert (problems[0].severity == "warning") is (name in WARNINGS)
