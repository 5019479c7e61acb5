"""YAML's events: the loader that yields them, and where in the text each value stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

Key: TypeAlias = "tuple[str | int, ...]"
"""A way into a value: keys and places in lists."""

Take: TypeAlias = Callable[[], Any]
"""Gives the next event."""

DEPTH = 32
"""Deepest nesting that is read; real content needs about ten."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@contextmanager
def open_events(text: str) -> Iterator[Take]:
    """Give what takes the next event of `text`; raises yaml.YAMLError as it goes."""
    loader = _Loader(text)
    try:
        yield loader.get_event
    finally:
        loader.dispose()


def places_of(text: str) -> dict[Key, tuple[int, int]]:
    """Return line and column (from 1) of each key and list item of a text that can be read."""
    with open_events(text) as take:
        take()
        take()
        first = take()
        places: dict[Key, tuple[int, int]] = {}
        if type(first) is not ScalarEvent:
            _note_places(first, take, (), places)
        return places


def _note_places(event: Any, take: Take, path: Key, places: dict[Key, tuple[int, int]]) -> None:
    """Note the places inside the list or mapping that begins with `event`."""
    inside = type(event) is MappingStartEvent
    number = 0
    while (kind := type(event := take())) is not MappingEndEvent and kind is not SequenceEndEvent:
        here = (*path, event.value if inside else number)
        mark = event.start_mark
        places[here] = mark.line + 1, mark.column + 1
        if inside:
            kind = type(event := take())
        if kind is not ScalarEvent:
            _note_places(event, take, here, places)
        number += 1


def plain_ends(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each unquoted scalar with the line and column (from 0) just after it."""
    with open_events(text) as take:
        while (kind := type(event := take())) is not StreamEndEvent:
            if kind is ScalarEvent and event.style in (None, ""):
                yield event.value, event.end_mark.line, event.end_mark.column


def readable(text: str) -> bool:
    """Return whether a piece of text is YAML by itself."""
    try:
        return all(True for _ in plain_ends(text))
    except yaml.YAMLError:
        return False
