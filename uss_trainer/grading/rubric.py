"""The parts of a rubric that grading asks for again and again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uss_trainer.grading.firms import NOBODY, Firms
from uss_trainer.grading.surface import signs
from uss_trainer.grading.text import normalise

if TYPE_CHECKING:
    from uss_trainer.content.rubrics import Criterion, Rubric, RubricLine, Step


def qualified(rubric: Rubric, step: str) -> str:
    """Return a step's full id, `phone/introduce-self`."""
    return step if "/" in step else f"{rubric.technique}/{step}"


def short(step: str) -> str:
    """Return a step's id without its technique."""
    return step.rpartition("/")[2]


def lines_of(rubric: Rubric, kind: str, key: str, lang: str = "") -> list[RubricLine]:
    """Return the lines of one step, method or fault, in both languages unless `lang` names one.

    A step's include those of the methods that perform it.
    """
    headings = [(kind, key)]
    if kind == "steps":
        ways = (one.id for one in rubric.methods if one.step == key and one.performs)
        headings += [("methods", way) for way in ways]
    return [
        line
        for part in rubric.lines
        if not lang or part.language == lang
        for heading, name in headings
        for line in getattr(part, heading).get(name, ())
    ]


def nothing_lines(rubric: Rubric) -> list[RubricLine]:
    """Return the lines that perform no step; the fault catalogue's tell nothing of steps."""
    return [line for part in rubric.lines if part.technique != "faults" for line in part.none]


def texts_of(rubric: Rubric, kind: str, key: str, lang: str = "") -> list[str]:
    """Return the wordings of one step, method or fault."""
    return [line.text for line in lines_of(rubric, kind, key, lang)]


def titles_of(rubric: Rubric) -> list[str]:
    """Return the names of the technique, its steps and methods in both languages."""
    named = [
        rubric.name,
        *(step.name for step in rubric.steps),
        *(method.name for method in rubric.methods),
    ]
    return [text for name in named for text in (name.zh, name.en) if text]


def criteria(
    step: Step, text: str, firms: Firms = NOBODY
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of a step's criteria that `text` meets, and of those it doesn't."""
    plain, shown = normalise(text), signs(text, firms)
    met = [criterion.id for criterion in step.criteria if _meets(criterion, plain, shown)]
    missed = [criterion.id for criterion in step.criteria if criterion.id not in met]
    return tuple(met), tuple(missed)


def _meets(criterion: Criterion, plain: str, shown: frozenset[str]) -> bool:
    cue = criterion.cue
    if not shown.isdisjoint(cue.surface) or any(normalise(word) in plain for word in cue.zh):
        return True
    words = "|".join(re.escape(normalise(word)) for word in cue.en)
    return bool(words) and re.search(rf"\b(?:{words})\b", plain) is not None
