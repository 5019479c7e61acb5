"""Read a YAML file by its events: plain values in which every scalar is still text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from uss_trainer.content.clean import clean
from uss_trainer.content.decode import read_text
from uss_trainer.content.diagnose import diagnose, traps
from uss_trainer.content.events import DEPTH, Key, Take, open_events, places_of
from uss_trainer.errors import Problem, TrainerError, fail

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Document", "Key", "Value", "parse", "read_document", "read_text"]

Value: TypeAlias = "str | list[Value] | dict[str, Value]"


class _TwiceError(Exception):
    """A mapping has a key it has already; YAML itself would silently keep the last."""

    def __init__(self, key: str, mark: Any) -> None:
        super().__init__(key)
        self.key = key
        self.line: int = mark.line
        self.column: int = mark.column

    def first(self, lines: list[str]) -> int:
        """Return the line (from 1) of the key above in the same column, else the key's own."""
        above = range(self.line - 1, -1, -1)
        found = (one for one in above if lines[one].startswith(self.key, self.column))
        return next(found, self.line) + 1


@dataclass(frozen=True)
class Document:
    """A file's values, and where each stands."""

    value: Value
    where: str = ""
    """The file, as shown to its author."""

    text: str = field(default="", repr=False)
    """The source the values were read from."""

    notes: tuple[Problem, ...] = ()
    """What reads without an error and is probably not meant."""

    @cached_property
    def places(self) -> Mapping[Key, tuple[int, int]]:
        """Line and column (from 1) of each key and list item; read anew, as only problems ask."""
        return places_of(self.text) if self.text else {}

    def place(self, path: Key) -> str:
        """Return `file:line` of what `path` leads to, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return f"{self.where}:{self.places.get(path, (1, 1))[0]}"

    def line(self, path: Key) -> str:
        """Return the source line that `path` leads to, or an empty text."""
        number = self.places.get(path, (0, 0))[0]
        return self.text.split("\n")[number - 1] if number else ""


def read_document(path: Path) -> Document:
    """Return a file's values; TrainerError names the first thing that keeps it from being read."""
    return parse(read_text(path), clean(str(path)))


def parse(text: str, where: str) -> Document:
    """Return the values in `text`; TrainerError where it isn't one plain YAML document."""
    text = clean(text)
    try:
        value = _read(text, where)
    except yaml.YAMLError as error:
        raise TrainerError(diagnose(text, where, error)) from error
    except _TwiceError as twice:
        facts = {"key": twice.key, "line": str(twice.first(text.split("\n")))}
        raise fail("check.duplicate-key", f"{where}:{twice.line + 1}", **facts) from None
    problems = traps(text, where)
    for problem in problems:
        if problem.severity == "error":
            raise TrainerError(problem)
    return Document(value, where, text, tuple(problems))


def _read(text: str, where: str) -> Value:
    """Return the one document of a stream."""
    with open_events(text) as take:
        take()
        if type(take()) is StreamEndEvent:
            raise fail("check.empty-file", where)
        value = _node(take(), take, where, 0)
        while (kind := type(event := take())) is not StreamEndEvent:
            if kind is not DocumentEndEvent:
                _refuse("check.several-documents", where, event)
        if value == "":
            raise fail("check.empty-file", where)
        return value


def _node(event: Any, take: Take, where: str, depth: int) -> Value:
    """Return the value that begins with `event`."""
    kind = type(event)
    if kind is AliasEvent:
        _refuse("check.alias", where, event, sign="*")
    if event.anchor is not None:
        _refuse("check.alias", where, event, sign="&")
    if event.tag is not None:
        _refuse("check.alias", where, event, sign="!")
    if kind is ScalarEvent:
        return clean(event.value)
    if depth >= DEPTH:
        _refuse("check.too-deep", where, event, limit=str(DEPTH))
    if kind is MappingStartEvent:
        return _mapping(take, where, depth + 1)
    return _sequence(take, where, depth + 1)


def _mapping(take: Take, where: str, depth: int) -> dict[str, Value]:
    """Return a mapping whose start has been taken."""
    result: dict[str, Value] = {}
    while type(event := take()) is not MappingEndEvent:
        if type(event) is not ScalarEvent or event.anchor is not None or event.tag is not None:
            _refuse("check.key-not-text", where, event)
        key = event.value if event.value.isprintable() else clean(event.value)
        if key in result:
            raise _TwiceError(key, event.start_mark)
        event = take()
        if type(event) is ScalarEvent and event.tag is None and event.anchor is None:
            result[key] = event.value if event.value.isprintable() else clean(event.value)
        else:
            result[key] = _node(event, take, where, depth)
    return result


def _sequence(take: Take, where: str, depth: int) -> list[Value]:
    """Return a list whose start has been taken."""
    result: list[Value] = []
    while type(event := take()) is not SequenceEndEvent:
        result.append(_node(event, take, where, depth))
    return result


def _refuse(code: str, where: str, event: Any, **facts: str) -> NoReturn:
    """Raise what is wrong at an event's line."""
    raise fail(code, f"{where}:{event.start_mark.line + 1}", **facts)
