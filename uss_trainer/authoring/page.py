"""A content file being written: keys, texts in two languages, comments that teach the format."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uss_trainer.i18n import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.authoring.draft import Text
    from uss_trainer.i18n import Lang

WIDTH = 96
"""Columns of a comment."""


def quoted(text: str) -> str:
    """Return a text as one YAML scalar, whatever it holds."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


@dataclass(frozen=True)
class Page:
    """Lines of a file, in the order they are written."""

    lang: Lang
    """The language of the comments."""

    texts: tuple[str, ...]
    """The languages its texts are written in."""

    lines: list[str] = field(default_factory=list)

    def head(self, kind: str, up: str) -> None:
        """Name the schema that an editor goes by, `up` from the file to the folder of packs."""
        self.lines.append(f"# yaml-language-server: $schema={up}.schemas/{kind}.json")

    def note(self, code: str, indent: int = 0, **facts: object) -> None:
        """Write a comment; the empty code writes none."""
        if not code:
            return
        for line in _wrapped(say(f"new.{code}", self.lang, **facts), WIDTH - indent):
            self.put(f"# {line}", indent)

    def put(self, line: str, indent: int = 0) -> None:
        """Write a line."""
        self.lines.append(" " * indent + line)

    def key(self, name: str, value: object, indent: int = 0, note: str = "") -> None:
        """Write a key with a plain value, and a comment behind it."""
        behind = f"  # {say(f'new.{note}', self.lang)}" if note else ""
        self.put(f"{name}: {value}{behind}", indent)

    def ids(self, name: str, ids: Iterable[str], indent: int = 0) -> None:
        """Write a key with a short list of ids; nothing where there are none."""
        if some := list(ids):
            self.put(f"{name}: [{', '.join(some)}]", indent)

    def text(self, name: str, text: Text | None, indent: int = 0) -> None:
        """Write a text in the languages asked for."""
        if text is None:
            return
        self.put(f"{name}:", indent)
        deeper = indent + (4 if name.startswith("- ") else 2)
        for lang in self.texts:
            self.put(f"{lang}: {quoted(getattr(text, lang))}", deeper)

    @property
    def written(self) -> str:
        """The file."""
        return "\n".join(self.lines) + "\n"


def _wrapped(text: str, width: int) -> list[str]:
    """Return a comment's lines; Chinese, which has no blanks, is cut where it is full."""
    wide = any(char > "\u2e7f" for char in text)
    return textwrap.wrap(text, width // 2 if wide else width, break_on_hyphens=False)
