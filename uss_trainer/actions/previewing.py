"""Play a scenario while it is being written: from any scene, anew whenever its file is saved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.actions.replaying import begin_unrecorded, begun, replayed
from uss_trainer.content.library import open_library
from uss_trainer.content.near import nearest
from uss_trainer.content.place import folder_of, yaml_files
from uss_trainer.content.shelf import Shelf
from uss_trainer.errors import Problem, TrainerError, fail
from uss_trainer.player.state import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.replaying import Start
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.content.library import Library
    from uss_trainer.i18n import Lang
    from uss_trainer.player.state import Mode

UNFINISHED = frozenset(
    f"check.{name}"
    for name in (
        "scene-unreachable",
        "ending-unreachable",
        "no-way-out",
        "due-undone",
        "same-text",
        "same-why",
    )
)
"""Errors that a scenario being written has for a while, and that don't keep it from being played."""

Stamp = tuple[tuple[str, int, int], ...]
"""Name, time of the last change in nanoseconds and size of each file a preview depends on."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A scenario file as it was when last looked at."""

    path: Path
    start: Start
    mode: Mode
    lang: Lang
    me: str
    stamp: Stamp
    sitting: Sitting | None
    """Where it stands; None before it could be played for the first time."""

    problems: tuple[Problem, ...]
    """What is wrong with it, warnings too."""

    library: Library = field(repr=False)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being played."""
        return blocking(self.problems)


def blocking(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems that a preview can't go past."""
    wrong = (one for one in problems if one.severity == "error")
    return tuple(one for one in wrong if one.code not in UNFINISHED)


def found(desk: Desk, named: str) -> Path:
    """Return the file of a scenario, named by its path or id; TrainerError where there is none."""
    path = Path(named)
    if path.suffix or path.is_file():
        if not path.is_file():
            raise fail("check.no-file", named)
        return path
    files = dict(desk.library.files())
    if named not in files:
        raise fail("check.no-scenario", "", id=named, nearest=nearest(named, files))
    return files[named]


def preview(desk: Desk, path: Path, start: Start, *, mode: Mode, lang: Lang, me: str) -> Preview:
    """Read a scenario file and begin to play it; nothing is recorded."""
    library = open_library((path.parent.parent, *desk.places))
    new = Preview(path, start, mode, lang, me, (), None, (), library)
    return _read(desk, new, stamp_of(path))


def changed(now: Preview) -> bool:
    """Return whether a file it depends on was saved since; one that is just being saved counts."""
    return stamp_of(now.path) != now.stamp


def again(desk: Desk, now: Preview, sitting: Sitting | None = None) -> Preview:
    """Read the file again and keep the place: the same answers, as far as they still lead there."""
    stamp = stamp_of(now.path)
    library = open_library((now.path.parent.parent, *desk.places))
    if _scoring(stamp) == _scoring(now.stamp):
        shelf = Shelf(library.places, now.library.scoring)
        library = replace(library, scoring=now.library.scoring, shelf=shelf)
    return _read(desk, replace(now, library=library, sitting=sitting or now.sitting), stamp)


def restarted(desk: Desk, now: Preview, *, other_mode: bool = False) -> Preview:
    """Begin at the start again; in the other mode choosing becomes typing, and the reverse."""
    mode = now.mode
    if other_mode:
        mode = "typed" if mode == "guided" else "guided"
    return _read(desk, replace(now, sitting=None, mode=mode), now.stamp)


def rewound(now: Preview, sitting: Sitting, number: int) -> Sitting:
    """Return the sitting before a turn; before the first it stands where the preview begins."""
    kept = tuple(turn for turn in sitting.state.turns if turn.number < number)
    position = kept[-1].after if kept else begun(sitting.edition, now.start).position
    return replace(sitting, state=State(position, kept), stored=len(kept))


def stamp_of(path: Path) -> Stamp:
    """Return when the files a scenario depends on were last changed; missing ones are left out."""
    around = path.parent.parent
    files = [
        path,
        *(folder / f"{name}.yaml" for folder in (path.parent, around) for name in _BESIDE),
    ]
    found = []
    for file in (*files, *yaml_files(around / "scoring")):
        try:
            state = file.stat()
        except OSError:
            continue
        found.append((str(file), state.st_mtime_ns, state.st_size))
    return tuple(found)


_BESIDE = ("pack", "company")


def _scoring(stamp: Stamp) -> list[tuple[str, int, int]]:
    return [one for one in stamp if "scoring" in one[0]]


def _read(desk: Desk, now: Preview, stamp: Stamp) -> Preview:
    """Return the preview of the file as it is; where it can't be played, its last place is kept."""
    folder = folder_of(now.path)
    try:
        entry = now.library.shelf.scenario(folder, now.path)
        if blocking(entry.problems):
            return replace(now, stamp=stamp, problems=entry.problems)
        edition = now.library.edition_at(folder, now.path, UNFINISHED)
        first = begun(edition, now.start)
        new = begin_unrecorded(desk, edition, first, mode=now.mode, lang=now.lang, me=now.me)
        sitting = replayed(new, now.sitting) if now.sitting else new
    except TrainerError as error:
        return replace(now, stamp=stamp, problems=(error.problem,))
    return replace(now, stamp=stamp, problems=entry.problems, sitting=sitting)
