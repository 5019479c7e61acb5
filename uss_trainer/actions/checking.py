"""Check content: everything that can be found, or the files and folders named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.actions.checking_file import file_problems, known_sound, line_problems
from uss_trainer.content.library import open_library
from uss_trainer.content.place import yaml_files
from uss_trainer.errors import Problem, once
from uss_trainer.imports import collecting_later

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.library import Library
    from uss_trainer.content.place import Place


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at and what is wrong with it."""

    files: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems keep something from being used."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many don't."""
        return sum(problem.severity == "warning" for problem in self.problems)

    @property
    def notes(self) -> int:
        """How many are only worth knowing."""
        return len(self.problems) - self.errors - self.warnings


def check(desk: Desk, paths: Iterable[Path] = ()) -> Checked:
    """Return everything wrong with `paths`, or with all that can be found where none is named."""
    named = list(paths)
    with collecting_later():
        if named:
            found = [_path(desk, path) for path in named]
        else:
            library = desk.library
            found = [_places(desk, library, library.places)]
    return Checked(
        sum(files for files, _ in found), tuple(once(one for _, some in found for one in some))
    )


def _path(desk: Desk, path: Path) -> tuple[int, list[Problem]]:
    """Return how many files lie there and what is wrong with them."""
    if not path.is_dir():
        return 1, list(file_problems(desk, path))
    library = open_library((path, *desk.places))
    files, problems = _places(desk, library, library.places[:1])
    place = library.places[0]
    packed = any(pack.path == path for pack in place.packs)
    loose = [] if packed else [one for one in yaml_files(path) if one != place.company]
    problems += [problem for one in loose for problem in file_problems(desk, one)]
    if not (files or loose):
        problems.append(Problem("cli.check-nothing", str(path)))
    return files + len(loose), problems


def _places(desk: Desk, library: Library, places: Iterable[Place]) -> tuple[int, list[Problem]]:
    """Return the same for whole places of a library."""
    chosen = list(places)
    folders = {pack.path for place in chosen for pack in place.packs}
    roots = [root for place in chosen for root in (place.path, place.scoring)]
    problems = [one for one in library.problems if _concerns(one, roots)]
    for pack in library.packs:
        if pack.path in folders:
            problems += pack.problems
            problems += [problem for entry in pack.entries for problem in entry.problems]
    files = list(_files(chosen))
    lines = [path for path in files if ".lines" in path.name]
    problems += line_problems(library, lines, known_sound(desk))
    return len(files), problems


def _concerns(problem: Problem, roots: Iterable[Path]) -> bool:
    """Tell whether a problem outside packs lies in one of `roots`, or nowhere in particular.

    A folder named on the command line may be one that is looked at anyway; that it then stands
    there twice is nothing its author need know.
    """
    if not problem.where:
        return True
    kept = problem.facts.get("kept")
    if kept and Path(kept).resolve() == Path(problem.where).resolve():
        return False
    file = Path(problem.where.rpartition(":")[0] or problem.where)
    return any(root in (Path(problem.where), file, *file.parents) for root in roots)


def _files(places: Iterable[Place]) -> Iterator[Path]:
    """Yield every file of places that counts as content."""
    for place in places:
        for pack in place.packs:
            yield from (*pack.files, *(one for one in (pack.pack, pack.company) if one))
        if place.company:
            yield place.company
        yield from yaml_files(place.scoring)
