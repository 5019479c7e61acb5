"""Lines of one technique that train another's grader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.content.rubrics import RubricLine, RubricLines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.content.rubrics import Borrow, Rubric
    from uss_trainer.content.shapes import Lang

LANGS: tuple[Lang, ...] = ("zh", "en")


def borrowed(rubric: Rubric, lenders: Mapping[str, Sequence[RubricLines]]) -> list[RubricLines]:
    """Return what a rubric borrows as lines of its own, a part a language; empty where nothing.

    Only lines that do one thing: what else the lender's step lines perform is not told here.
    """
    parts = []
    for lang in LANGS:
        steps: dict[str, list[RubricLine]] = {}
        none: list[RubricLine] = []
        for borrow in rubric.borrows:
            lines = _lines(borrow, lenders.get(borrow.technique, ()), lang)
            (steps.setdefault(borrow.step, []) if borrow.step else none).extend(lines)
        if steps or none:
            part = RubricLines(
                format="lines/1", technique=rubric.technique, language=lang, steps=steps, none=none
            )
            parts.append(part)
    return parts


def _lines(borrow: Borrow, parts: Sequence[RubricLines], lang: Lang) -> list[RubricLine]:
    """Return the lines one entry borrows in a language, evenly chosen from each heading."""
    found: list[RubricLine] = []
    for heading in borrow.headings:
        whole = [
            line
            for part in parts
            if part.language == lang
            for lines in (part.steps.get(heading, ()), part.methods.get(heading, ()))
            for line in lines
            if not line.also
        ]
        every = max(1, -(-len(whole) // borrow.most))
        found += [RubricLine(text=line.text, after=line.after) for line in whole[::every]]
    return found
