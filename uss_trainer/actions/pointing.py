"""Point at what a problem is about: its source line, the words meant, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.content.clean import clean
from uss_trainer.i18n import words

if TYPE_CHECKING:
    from uss_trainer.errors import Problem
    from uss_trainer.i18n import Lang

LONGEST = 200
"""Signs of a line that are shown; one that is longer is cut around what is meant."""


PASSED = frozenset({"lang", "line", "nearest", "count"})
"""Facts that are no words of the line."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """A source line with the words meant."""

    line: str
    column: int
    """Where they begin, from 1."""

    length: int


class Pointer:
    """Reads each file once, as long as problems are told."""

    def __init__(self) -> None:
        self._files: dict[str, list[str]] = {}

    def at(self, problem: Problem) -> Pointed | None:
        """Return where a problem points; None where it names no line that can be read."""
        path, _, number = problem.where.rpartition(":")
        if not path or not number.isdecimal():
            return None
        if path not in self._files:
            try:
                text = Path(path).read_text(encoding="utf-8-sig")
            except (OSError, ValueError):
                text = ""
            self._files[path] = clean(text).split("\n")
        lines = self._files[path]
        if not 1 <= int(number) <= len(lines):
            return None
        return pointed(lines[int(number) - 1], problem)


def pointed(line: str, problem: Problem) -> Pointed | None:
    """Return the longest fact of a problem that stands in the line, else all of what it says."""
    whole = line.strip()
    if not whole:
        return None
    facts = (fact for name, fact in problem.facts.items() if name not in PASSED)
    named = [fact for fact in facts if fact and fact in whole]
    meant = whole.partition(": ")[2].strip() or whole
    start = line.index(meant)
    if named:
        meant = max(named, key=len)
        # What is meant is mostly a value, which stands after its key.
        start = line.rfind(meant)
    if len(line) > LONGEST:
        cut = max(0, min(start - LONGEST // 2, len(line) - LONGEST))
        line, start = line[cut : cut + LONGEST], start - cut
        meant = meant[: LONGEST - start]
    return Pointed(line, start + 1, len(meant))


def hint(problem: Problem, lang: Lang) -> str | None:
    """Return what to do about a problem, where its own sentence doesn't say it."""
    area, _, name = problem.code.partition(".")
    return words(area, lang).get(f"hint-{name}")
