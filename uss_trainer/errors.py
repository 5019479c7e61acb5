"""What can go wrong, as values: the core says which problem, `cli` and `tui` put it into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `i18n.sentence(problem, lang)` words it in one line."""

    code: str
    """Area and name, such as `check.goto-nowhere`; the sentence stands under it in `i18n`."""

    where: str = ""
    """`path:line` of the cause, a path alone, or empty where no file is concerned."""

    facts: Mapping[str, str] = field(default_factory=dict)
    """What the sentence names: ids as written, the nearest valid spelling, figures."""

    severity: Severity = "error"
    """An error stops the thing from being used, a warning does not; a note is only worth knowing."""


class TrainerError(Exception):
    """The one error the program raises on purpose; anything else that escapes is a bug."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def fail(code: str, where: str = "", **facts: str) -> TrainerError:
    """Return the error to raise for `code`; `raise fail("store.newer", path)` reads as a sentence."""
    return TrainerError(Problem(code, where, facts))


def once(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in their order, those that say the same of the same place once."""
    kept = {(one.where, one.code, *one.facts.values()): one for one in problems}
    return list(kept.values())
