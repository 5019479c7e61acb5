"""The lines of one rubric written down as JSON, a heading a line; each is read when asked for.

A rubric holds thousands of lines. Choosing replies needs those of a few steps, and as values they
take several times the memory of their text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, overload

from pydantic import TypeAdapter

from uss_trainer.content.rubrics import RubricLine, RubricLines
from uss_trainer.errors import fail

_KINDS = ("steps", "methods", "faults")
_START, _MIDDLE, _END = b'["', b'",', b"]"
_LINES = TypeAdapter(list[RubricLine])
_READY = 32
"""Headings that stay read: those of the scene being played and of a few before it."""


def lines_written(parts: Iterable[RubricLines]) -> KeptLines:
    """Return lines written down in memory."""
    told = [
        b'["%s",%s]' % (heading.encode("utf-8"), _LINES.dump_json(lines, exclude_defaults=True))
        for heading, lines in _told(parts)
    ]
    return KeptLines(b"[\n" + b",\n".join(told) + b"\n]\n")


def _told(parts: Iterable[RubricLines]) -> Iterator[tuple[str, list[RubricLine]]]:
    """Yield each heading of each part with the lines under it."""
    for number, part in enumerate(parts):
        about = f"{number} {part.technique} {part.language}"
        for kind in _KINDS:
            for name, lines in getattr(part, kind).items():
                yield f"{about} {kind} {name}", [*lines]
        yield f"{about} none -", [*part.none]


class KeptLines:
    """Lines written down, in a file or in memory; equal where both place and text are the same."""

    def __init__(self, source: Path | bytes) -> None:
        """OSError where the file can't be read; ValueError where it isn't what was written."""
        self._source = source
        data = source if isinstance(source, bytes) else source.read_bytes()
        self.digest = sha256(data).hexdigest()
        self._places = dict(_places(data))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeptLines) and self._same == other._same

    def __hash__(self) -> int:
        return hash(self._same)

    @property
    def _same(self) -> tuple[str, Path | None]:
        return self.digest, self._source if isinstance(self._source, Path) else None

    @property
    def there(self) -> bool:
        """Whether they can still be read."""
        return isinstance(self._source, bytes) or self._source.is_file()

    def body(self) -> str:
        """Return the whole text."""
        source = self._source
        return (source if isinstance(source, bytes) else source.read_bytes()).decode("utf-8")

    def check(self) -> None:
        """Read everything once; ValueError where it isn't what was written."""
        for heading in self._places:
            self.read(heading)
        self.parts()

    def parts(self) -> list[RubricLines]:
        """Return the lines as a rubric holds them; nothing is read yet."""
        found: dict[tuple[str, str, str], dict[str, dict[str, str]]] = {}
        for heading in self._places:
            number, technique, language, kind, name = heading.split(" ")
            part = found.setdefault((number, technique, language), {})
            part.setdefault(kind, {})[name] = heading
        return [self._part(*about[1:], kinds) for about, kinds in found.items()]

    def _part(
        self, technique: str, language: str, kinds: Mapping[str, Mapping[str, str]]
    ) -> RubricLines:
        """Return one part; what stands in it was checked before it was written."""
        # A part takes any mapping and sequence where nothing is validated any more.
        held: dict[str, Any] = {kind: _Headings(self, kinds.get(kind, {})) for kind in _KINDS}
        held["none"] = _Under(_Headings(self, kinds["none"]), "-")
        held |= {"technique": technique, "language": language}
        return RubricLines.model_construct(None, format="lines/1", **held)

    def read(self, heading: str) -> list[RubricLine]:
        """Return the lines under a heading; TrainerError where the file has gone."""
        start, size = self._places[heading]
        if isinstance(self._source, bytes):
            data = self._source[start : start + size]
        else:
            try:
                with self._source.open("rb") as file:
                    file.seek(start)
                    data = file.read(size)
            except OSError as error:
                where, reason = str(self._source), error.strerror or str(error)
                raise fail("check.unreadable", where, reason=reason) from error
        return _LINES.validate_json(data)


def _places(data: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each heading with where its lines begin and how many bytes they take."""
    start = 0
    while (end := data.find(b"\n", start)) >= 0:
        if data.startswith(_START, start):
            middle = data.index(_MIDDLE, start, end)
            begin = middle + len(_MIDDLE)
            comma = data.endswith(b",", begin, end)
            name = data[start + len(_START) : middle].decode("utf-8")
            yield name, (begin, end - comma - len(_END) - begin)
        start = end + 1


@lru_cache(maxsize=_READY)
def _read(kept: KeptLines, heading: str) -> list[RubricLine]:
    return kept.read(heading)


class _Headings(Mapping[str, Sequence[RubricLine]]):
    """The lines of a part by step, method or fault."""

    def __init__(self, kept: KeptLines, named: Mapping[str, str]) -> None:
        self._kept, self._named = kept, named

    def __getitem__(self, name: str) -> Sequence[RubricLine]:
        return _read(self._kept, self._named[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)


class _Under(Sequence[RubricLine]):
    """The lines under one heading."""

    def __init__(self, headings: _Headings, name: str) -> None:
        self._headings, self._name = headings, name

    @overload
    def __getitem__(self, index: int) -> RubricLine: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[RubricLine]: ...

    def __getitem__(self, index: int | slice) -> RubricLine | Sequence[RubricLine]:
        return self._headings[self._name][index]

    def __len__(self) -> int:
        return len(self._headings[self._name])

    def __iter__(self) -> Iterator[RubricLine]:
        return iter(self._headings[self._name])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and [*self] == [*other]

    __hash__ = None  # type: ignore[assignment]
