"""Gaps that an author has marked `todo`: where they stand, and which keep a scenario from playing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.content.events import Key
    from uss_trainer.content.read import Document, Value

TODO = "todo"
_SIGNS = (":", "：", " ", "-")


def is_todo(text: str) -> bool:
    """Return whether a text only marks a gap: `todo` alone, or with a note after it."""
    found = text.strip().casefold()
    return found == TODO or found.startswith(tuple(TODO + sign for sign in _SIGNS))


def check_todo(document: Document) -> Iterator[Problem]:
    """Yield each gap once, whichever languages it has.

    A text still to be written can be played; an id can't, as nothing says what it does.
    """
    if TODO not in document.text.casefold():
        return
    for path, langs in _gaps(document.value, ()):
        place = document.place(path)
        if langs:
            facts = {"key": _named(path), "langs": " + ".join(langs)}
            yield Problem("check.todo", place, facts, "warning")
        else:
            yield Problem("check.todo-id", place, {"key": _named(path)})


def _gaps(value: Value, path: Key) -> Iterator[tuple[Key, list[str]]]:
    """Yield the way to each gap with its languages; none where it isn't a text in languages."""
    if isinstance(value, str):
        if is_todo(value):
            yield path, []
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _gaps(inner, (*path, number))
    elif langs := [lang for lang in ("zh", "en") if _open(value.get(lang))]:
        yield path, langs
    else:
        for key, inner in value.items():
            yield from _gaps(inner, (*path, key))


def _open(value: Value | None) -> bool:
    return isinstance(value, str) and is_todo(value)


def _named(path: Key) -> str:
    """Return the last key on the way."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")
