"""The deep check over many scenarios, its answers kept by what they depend on."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer import __version__
from uss_trainer.authoring.deep import Deep, deep
from uss_trainer.authoring.deep_scores import Span
from uss_trainer.content.borrowing import LANGS
from uss_trainer.content.library import open_file, open_library
from uss_trainer.content.place import PackFolder, folder_of, yaml_files
from uss_trainer.content.read import read_document
from uss_trainer.content.sniff import DEAL, kind_of
from uss_trainer.content.steps import techniques
from uss_trainer.errors import Problem
from uss_trainer.grading.lexical import Lines
from uss_trainer.grading.semantic import VERSION, encoder_installed

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.deals import Deal
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.library import Library
    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.grading.judge import Grader

__all__ = ["Deep", "DeepRun", "Span", "Told", "deep_run"]

FORMAT = f"deep/1 {__version__}"
"""Raised whenever the same files could give other answers."""


@dataclass(frozen=True, slots=True)
class Told:
    """One scenario's answer."""

    scenario: str
    deep: Deep
    cached: bool


@dataclass(frozen=True)
class DeepRun:
    """Scenarios to be checked, found beforehand so that progress can be shown."""

    desk: Desk
    scenarios: tuple[tuple[Library, Scenario, Path], ...]
    _written: dict[tuple[int, str, str], Lines] = field(default_factory=dict, init=False)

    def told(self, place: int) -> Told:
        """Return the answer for one of the scenarios, from the cache where nothing has changed."""
        library, scenario, path = self.scenarios[place]
        deals = _deals(library, scenario, path)
        kept = self.desk.folders.cache / "deep" / f"{_key(library, scenario, path, deals)}.json"
        found = _kept(kept, path)
        if found is not None:
            return Told(scenario.id, found, True)
        edition = library.edition(scenario.id)
        written: dict[tuple[str, str], Lines] = {
            (name, lang): self._lines(library, name, lang)
            for name in edition.rubrics
            for lang in LANGS
        }
        grader = partial(_grader, self.desk, edition)
        result = deep(edition, read_document(path), written, grader, deals)
        if result.graded or not encoder_installed():
            _keep(kept, result)
        return Told(scenario.id, result, False)

    def _lines(self, library: Library, technique: str, lang: str) -> Lines:
        key = (id(library), technique, lang)
        if key not in self._written:
            parts = [
                *library.scoring.written_lines(technique),
                *library.scoring.written_lines("faults"),
            ]
            self._written[key] = Lines(_texts(parts, lang))
        return self._written[key]


def _texts(parts: Sequence[object], lang: str) -> list[str]:
    """Return the texts of all lines in a language."""
    from uss_trainer.content.rubrics import RubricLines

    found: list[str] = []
    for part in parts:
        if isinstance(part, RubricLines) and part.language == lang:
            for kind in (part.steps, part.methods, part.faults):
                found += [line.text for lines in kind.values() for line in lines]
    return found


def deep_run(desk: Desk, paths: Sequence[Path] = ()) -> DeepRun:
    """Return the run over every sound scenario that can be found, or those in files and folders.

    A scenario with errors is left to the plain check.
    """
    found: list[tuple[Library, Scenario, Path]] = []
    if not paths:
        found += _sound(desk.library, None)
    for path in paths:
        if path.is_dir():
            found += _sound(open_library((path, *desk.places)), path)
        elif path.suffix.lower() in (".yaml", ".yml") and path.is_file():
            found += _sound(open_file(path, desk.places), path)
    return DeepRun(desk, tuple(found))


def _sound(library: Library, inside: Path | None) -> list[tuple[Library, Scenario, Path]]:
    return [
        (library, entry.scenario, entry.path)
        for pack in library.packs
        for entry in pack.scenarios
        if entry.playable and entry.scenario
        if inside is None or inside in (entry.path, *entry.path.parents)
    ]


def _grader(desk: Desk, edition: Edition, technique: str) -> Grader | None:
    return desk.judges.grader(edition.rubrics[technique], edition.faults, desk.folders.cache)


def _deals(library: Library, scenario: Scenario, path: Path) -> list[Deal]:
    """Return the deals beside a scenario that play it."""
    folder = folder_of(path)
    beside = [one for one in yaml_files(path.parent) if kind_of(one) == DEAL]
    found = [library.shelf.deal(folder, one, library.around).deal for one in beside]
    return [deal for deal in found if deal and scenario.id in deal.scenarios]


def _key(library: Library, scenario: Scenario, path: Path, deals: Sequence[Deal]) -> str:
    """Return the digest of everything an answer depends on: files, program, encoder."""
    folder = next(
        (one for place in library.places for one in place.packs if path in one.files),
        PackFolder(path.parent, 0, (), None, None),
    )
    company, _ = library.shelf.company(folder)
    sha = sha256(f"{FORMAT} {VERSION if encoder_installed() else '-'}".encode())
    for one in (company, *deals):
        sha.update((one.model_dump_json() if one else "").encode())
    files = [file for name in techniques(scenario) for file in library.scoring.files(name)]
    for file in (path, *dict.fromkeys(files)):
        sha.update(sha256(file.read_bytes()).digest())
    return sha.hexdigest()


def _kept(kept: Path, path: Path) -> Deep | None:
    """Return the answer kept in a file, its places named for `path`; None where there is none."""
    try:
        plain = json.loads(kept.read_text(encoding="utf-8"))
        problems = [
            Problem(**{**one, "where": f"{path}:{one['where']}"}) for one in plain["problems"]
        ]
        spans = tuple(Span(**one) for one in plain["endings"])
        return Deep(tuple(problems), spans, plain["places"], plain["complete"], plain["graded"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(kept: Path, result: Deep) -> None:
    """Keep an answer, of each place the line only; what can't be written costs time later."""
    plain = asdict(result)
    for one in plain["problems"]:
        one["where"] = one["where"].rpartition(":")[2]
    draft = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
        draft.replace(kept)
    except OSError:
        with suppress(OSError):
            draft.unlink()
