"""What lies in a place: packs, their files, the company's profile and the rubrics."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".yaml", ".yml")
_NOT_SCENARIOS = ("pack", "company")


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A folder of scenario files."""

    path: Path
    place: int
    """Number of the place it lies in; 0 is looked at first."""

    files: tuple[Path, ...]
    """Scenario files, by name."""

    pack: Path | None
    company: Path | None


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that holds packs and may hold a company profile and rubrics."""

    path: Path
    scoring: Path
    """Where its rubrics are; need not exist."""

    packs: tuple[PackFolder, ...]
    company: Path | None


def look(path: Path, number: int, scoring: Path | None = None) -> Place:
    """Return what lies in a folder; a folder that is itself a pack is a place of one pack."""
    scoring = scoring or path / "scoring"
    folders = [path] if _named(path, "pack") else [*_folders(path)]
    packs = [_pack_folder(folder, number) for folder in folders if folder.name != "scoring"]
    kept = tuple(pack for pack in packs if pack.files or pack.pack)
    return Place(path, scoring, kept, _named(path, "company"))


def _pack_folder(path: Path, number: int) -> PackFolder:
    """Return a folder as a pack."""
    files = tuple(file for file in yaml_files(path) if file.stem not in _NOT_SCENARIOS)
    return PackFolder(path, number, files, _named(path, "pack"), _named(path, "company"))


def folder_of(path: Path) -> PackFolder:
    """Return the folder of one file as a pack of that file alone."""
    folder = path.parent
    return PackFolder(folder, 0, (path,), _named(folder, "pack"), _named(folder, "company"))


def yaml_files(path: Path) -> list[Path]:
    """Return a folder's YAML files by name; none where the folder can't be looked into."""
    return [one for one in _entries(path) if one.suffix.lower() in SUFFIXES]


def _folders(path: Path) -> list[Path]:
    """Return the folders inside a folder, by name."""
    return [one for one in _entries(path) if one.is_dir()]


def _entries(path: Path) -> list[Path]:
    """Return what a folder shows, by name; none where it is missing or closed to us."""
    try:
        return sorted(one for one in path.iterdir() if not one.name.startswith((".", "~")))
    except OSError:
        return []


def _named(path: Path, stem: str) -> Path | None:
    """Return a folder's YAML file of that name, or None."""
    return next((path / (stem + end) for end in SUFFIXES if (path / (stem + end)).is_file()), None)
