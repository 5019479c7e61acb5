"""Which packs and files count where several places have one of the same id: the first place's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from uss_trainer.content.near import nearest
from uss_trainer.content.sniff import folder_id, kind_of, sniff
from uss_trainer.errors import Problem, Severity, fail

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from uss_trainer.content.place import PackFolder, Place

File: TypeAlias = "tuple[PackFolder, Path]"


@dataclass(frozen=True)
class Counted:
    """The packs and files of several places that count, told by their ids without reading them."""

    places: tuple[Place, ...]

    @cached_property
    def folders(self) -> tuple[PackFolder, ...]:
        """The packs that count."""
        return tuple(self._kept[0])

    @cached_property
    def passed(self) -> tuple[Problem, ...]:
        """Which packs are passed over for an earlier one of their id."""
        return tuple(self._kept[1])

    @cached_property
    def _kept(self) -> tuple[list[PackFolder], list[Problem]]:
        kept: dict[str, PackFolder] = {}
        passed: list[Problem] = []
        for folder in (folder for place in self.places for folder in place.packs):
            first = kept.setdefault(folder_id(folder), folder)
            if first is not folder:
                passed.append(passed_over(folder_id(folder), folder.path, first.path))
        return list(kept.values()), passed

    @cached_property
    def first(self) -> dict[str, File]:
        """The file that counts for each id."""
        first: dict[str, File] = {}
        for folder in self.folders:
            for path in folder.files:
                first.setdefault(sniff(path), (folder, path))
        return first

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What each file that counts says it is, by its id."""
        return {name: kind_of(path) for name, (_, path) in self.first.items()}

    def of(self, kind: str) -> list[str]:
        """Return the ids of everything of a kind."""
        return [name for name, one in self.kinds.items() if one == kind]

    def file(self, name: str, kind: str) -> File:
        """Return where what has that id stands; TrainerError names the nearest."""
        if self.kinds.get(name) == kind:
            return self.first[name]
        raise fail(f"check.no-{kind}", "", id=name, nearest=nearest(name, self.of(kind)))

    def doubles(self, folder: PackFolder, *, same_place: bool) -> Iterator[Problem]:
        """Yield files whose id an earlier file of this place, or another, has."""
        for path in folder.files:
            other, first = self.first[sniff(path)]
            if first != path and (other.place == folder.place) is same_place:
                severity: Severity = "error" if same_place else "warning"
                yield Problem(
                    "check.shadowed", str(path), {"id": sniff(path), "kept": str(first)}, severity
                )


def passed_over(name: str, path: Path, kept: Path) -> Problem:
    """Return the warning that something is passed over for an earlier one of its id."""
    return Problem("check.shadowed", str(path), {"id": name, "kept": str(kept)}, "warning")
