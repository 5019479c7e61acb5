"""Which packs and files count, and which are passed over for an earlier one of their id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from uss_trainer.content.near import nearest
from uss_trainer.content.place import PackFolder
from uss_trainer.content.sniff import folder_id, kind_of, sniff
from uss_trainer.errors import Problem, Severity, fail

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.content.place import Place

File: TypeAlias = "tuple[PackFolder, Path]"


@dataclass(frozen=True)
class Counting:
    """The first place's pack of an id counts, and in it and all others the first file of an id."""

    places: tuple[Place, ...]

    @property
    def folders(self) -> list[PackFolder]:
        """The packs that count, in the order of the places."""
        return self._kept[0]

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is passed over."""
        doubles = [one for folder in self.folders for one in self.doubles(folder, same_place=False)]
        return (*self._kept[1], *doubles)

    @cached_property
    def first(self) -> dict[str, File]:
        """The file that counts for each id of a scenario or drill, with its pack."""
        first: dict[str, File] = {}
        for folder in self.folders:
            for path in folder.files:
                first.setdefault(sniff(path), (folder, path))
        return first

    def file(self, name: str, kind: str) -> File:
        """Return where the scenario or drill of that id stands; TrainerError names the nearest."""
        if name in self.first and kind_of(self.first[name][1]) == kind:
            return self.first[name]
        known = [one for one, (_, path) in self.first.items() if kind_of(path) == kind]
        raise fail(f"check.no-{kind}", "", id=name, nearest=nearest(name, known))

    def doubles(self, folder: PackFolder, *, same_place: bool) -> Iterator[Problem]:
        """Yield files whose id an earlier file of this place, or another, has."""
        for path in folder.files:
            other, first = self.first[sniff(path)]
            if first != path and (other.place == folder.place) is same_place:
                severity: Severity = "error" if same_place else "warning"
                yield passed_over(sniff(path), path, first, severity)

    @cached_property
    def _kept(self) -> tuple[list[PackFolder], list[Problem]]:
        kept: dict[str, PackFolder] = {}
        passed: list[Problem] = []
        for folder in (folder for place in self.places for folder in place.packs):
            first = kept.setdefault(folder_id(folder), folder)
            if first is not folder:
                passed.append(passed_over(folder_id(folder), folder.path, first.path))
        return list(kept.values()), passed


def passed_over(name: str, path: Path, kept: Path, severity: Severity = "warning") -> Problem:
    """Return the problem that something is passed over for an earlier one of its id."""
    return Problem("check.shadowed", str(path), {"id": name, "kept": str(kept)}, severity)
