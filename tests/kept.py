"""What no test changes is read, loaded and prepared once a process."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from uss_trainer.content.bundled import bundled
from uss_trainer.grading.semantic import load_encoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from uss_trainer.content.library import Library
    from uss_trainer.content.read import Document
    from uss_trainer.grading.semantic import Encoder

TESTS = Path(__file__).parent
ROOTS = (bundled("scenarios"), bundled("scoring"), TESTS / "packs", TESTS / "tui" / "packs")
"""Folders whose files stay as they are while tests run."""


@cache
def encoder() -> Encoder:
    """Return the sentence encoder; loading it takes longer than most tests."""
    return load_encoder()


@contextmanager
def keeping() -> Iterator[None]:
    """Let libraries share the files they have read, and desks their graders."""
    from uss_trainer.actions import judges
    from uss_trainer.content import library, reading

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_document", _documents(reading.read_document))
        patch.setattr(reading, "load", _values(reading.load))
        patch.setattr(library, "open_library", _libraries(library.open_library))
        patch.setattr(judges.Judges, "__init__", _shared(judges._load, judges.Judges.__init__))
        yield


def _steady(path: Path) -> bool:
    return any(path.is_relative_to(root) for root in ROOTS)


def _documents(read: Callable[[Path], Document]) -> Callable[[Path], Document]:
    known: dict[Path, Document] = {}

    def kept(path: Path) -> Document:
        if not _steady(path):
            return read(path)
        if path not in known:
            known[path] = read(path)
        return known[path]

    return kept


def _values(load: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[tuple[type, str], tuple[Document, Any, tuple[Any, ...]]] = {}

    def kept(model: type, document: Document) -> tuple[Any, list[Any]]:
        key = (model, document.where)
        if key not in known or known[key][0] is not document:
            value, problems = load(model, document)
            if not _steady(Path(document.where)):
                return value, problems
            known[key] = document, value, tuple(problems)
        return known[key][1], [*known[key][2]]

    return kept


def _libraries(open_: Callable[[Sequence[Path]], Library]) -> Callable[..., Library]:
    known: dict[tuple[Path, ...], Library] = {}

    def kept(places: Sequence[Path], lines: Path | None = None) -> Library:
        # Lines read once are quicker for all than a folder of them for each.
        if not all(map(_steady, places)):
            return open_(places)
        return known.get((*places,)) or known.setdefault((*places,), open_(places))

    return kept


def _shared(default: Callable[[], Encoder], init: Callable[..., None]) -> Callable[..., None]:
    """Return how judges begin: those that load the real encoder share it and all graders."""
    graders: dict[int, Any] = {}

    def begin(self: Any, load: Callable[[], Encoder] = default) -> None:
        init(self, encoder if load is default else load)
        if load is default:
            self._graders = graders

    return begin
