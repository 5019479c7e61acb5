"""Texts of a file: a language left out, names that can't be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from uss_trainer.content.names import NAME, OWN
from uss_trainer.content.near import nearest
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from uss_trainer.content.events import Key
    from uss_trainer.content.packs import Company
    from uss_trainer.content.read import Document, Value

_LANGS = ("zh", "en")
_TEXTS = frozenset(("text", "why", "title", "briefing", "goal", "debrief"))
"""Keys that always hold a text, so that even `{}` after one is a text left out."""


def check_words(document: Document, company: Company | None = None) -> list[Problem]:
    """Return texts that lack a language, and `$company.…` or `$me.…` that name nothing."""
    found: list[tuple[Key, str]] = []
    texts: list[dict[str, Value]] = []
    _collect(document.value, (), texts, found)
    problems = list(_left_out(document, texts, found))
    if "$" in document.text:
        problems += _unknown_names(document, document.value, (), company)
    return problems


def _collect(
    value: Value, path: Key, texts: list[dict[str, Value]], lacking: list[tuple[Key, str]]
) -> None:
    """Gather every text in two languages, and which language one lacks where."""
    if isinstance(value, list):
        for number, inner in enumerate(value):
            if not isinstance(inner, str):
                _collect(inner, (*path, number), texts, lacking)
        return
    if isinstance(value, str):
        return
    if "zh" in value or "en" in value:
        if all(isinstance(one, str) for one in value.values()):
            texts.append(value)
            lacking += [(path, lang) for lang in _LANGS if not str(value.get(lang, "")).strip()]
        return
    for key, inner in value.items():
        if inner == {} and key in _TEXTS:
            lacking += [((*path, key), lang) for lang in _LANGS]
        elif not isinstance(inner, str):
            _collect(inner, (*path, key), texts, lacking)


def _left_out(
    document: Document, texts: list[dict[str, Value]], lacking: list[tuple[Key, str]]
) -> Iterator[Problem]:
    """Yield each language left out; once for the file where it has none of that language."""
    missing = set(lacking)
    whole = [lang for lang in _LANGS if texts and not any(text.get(lang) for text in texts)]
    for lang in whole:
        yield Problem(f"check.no-{lang}-at-all", document.where, {}, "warning")
    empty = {path for path, _ in lacking if {(path, lang) for lang in _LANGS} <= missing}
    for path in sorted(empty, key=str):
        yield Problem("check.empty-value", document.place(path))
    for path, lang in lacking:
        if path not in empty and lang not in whole:
            facts = {"key": ".".join(map(str, path[-1:]))}
            yield Problem(f"check.no-{lang}", document.place(path), facts, "warning")


def _unknown_names(
    document: Document, value: Value, path: Key, company: Company | None
) -> Iterator[Problem]:
    """Yield every name after `$company.` or `$me.` that stands for nothing."""
    if isinstance(value, str):
        for found in NAME.finditer(value) if "$" in value else ():
            whose, what = found.groups()
            known = ("name",) if whose == "me" else (*OWN, *(company.facts if company else ()))
            if what not in known and (company or whose == "me"):
                near = nearest(what, known)
                facts = {"name": found.group(), "nearest": f"${whose}.{near}" if near else ""}
                yield Problem("check.unknown-name", document.place(path), facts)
        return
    inside = enumerate(value) if isinstance(value, list) else value.items()
    for key, inner in inside:
        yield from _unknown_names(document, inner, (*path, key), company)
