"""What Home lists, as plain values kept between starts: no YAML and no models needed to show it."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uss_trainer import __version__
from uss_trainer.content.bundled import bundled
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.content.library import Library

_FORMAT = f"rows/4 {__version__}"


@dataclass(frozen=True, slots=True)
class Row:
    """What Home lists; a pack without anything, and what is wrong outside packs, get a row too."""

    id: str
    """Its id; empty on a row that only tells what is wrong."""

    pack: str
    """The pack's id; empty for what is wrong outside all packs."""

    pack_title: dict[str, str]
    technique: str
    """Empty where the scenario can't be read."""

    technique_name: dict[str, str]
    level: str
    title: dict[str, str]
    scenes: int
    minutes: int
    """About how long one play takes."""

    playable: bool
    """Whether nothing keeps it from being played."""

    count: int
    """How many problems it has, warnings included."""

    problems: tuple[Problem, ...]
    order: int
    """The pack's place on Home; lower comes first."""

    path: str
    kind: str = "scenario"
    """`scenario`, `exam` (its id is the pack's), or the kind of drill or deal: `drill-order`,
    `deal-advisor`; a broken one's is `drill` or `deal`."""

    within: bool = False
    """Whether a deal of its pack plays this scenario, so that it isn't listed by itself."""

    hidden: bool = False
    """Whether Home leaves it out."""


Stamp = list[list[Any]]
"""Path, size and time of every content file; a change in any makes the rows stale."""


def stamp(places: Sequence[Path]) -> Stamp:
    """Return what the content files look like from outside; take it *before* reading them."""
    roots = [*places, bundled("scenarios"), bundled("scoring")]
    found: Stamp = [[str(root), -1, 0] for root in roots]
    for root in roots:
        found += _files(str(root), 2)
    return found


def _files(folder: str, depth: int) -> Iterator[list[Any]]:
    """Yield path, size and time of the YAML files in a folder and the folders in it."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.lower().endswith((".yaml", ".yml")):
            try:
                info = Path(entry.path).stat()
            except OSError:
                continue
            yield [entry.path, info.st_size, info.st_mtime_ns]
        elif depth > 1 and not entry.name.startswith(".") and entry.is_dir():
            yield from _files(entry.path, depth - 1)


def cached_rows(places: Sequence[Path], cache: Path) -> list[Row] | None:
    """Return the rows kept in the file `cache`; None where they are stale, damaged or missing."""
    try:
        kept = json.loads(cache.read_text(encoding="utf-8"))
        if kept["format"] != _FORMAT or kept["stamp"] != stamp(places):
            return None
        return [_row(plain) for plain in kept["rows"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _row(plain: dict[str, Any]) -> Row:
    """Return a row from its plain values."""
    problems = tuple(Problem(**problem) for problem in plain.pop("problems"))
    return Row(problems=problems, **plain)


def save_rows(rows: Sequence[Row], seen: Stamp, cache: Path) -> bool:
    """Keep the rows for the next start; False where they can't be written, which only costs time.

    `seen` is the stamp taken before the library was read.
    """
    plain = {"format": _FORMAT, "stamp": seen, "rows": [asdict(row) for row in rows]}
    draft = cache.with_name(f"{cache.name}.{os.getpid()}")
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
        draft.replace(cache)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True


def build_rows(library: Library) -> list[Row]:
    """Return the rows of everything in a library, in Home's order."""
    from uss_trainer.content.rows import rows_of

    return rows_of(library)


def refresh_rows(places: Sequence[Path], cache: Path, library: Library | None = None) -> list[Row]:
    """Make the rows anew, of `library` or of everything read again; keep and return them."""
    from uss_trainer.content.library import open_library

    seen = stamp(places)
    rows = build_rows(library or open_library(places))
    save_rows(rows, seen, cache)
    return rows
