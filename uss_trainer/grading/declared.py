"""A chosen reply's judgement: what its author declared, with the words that show it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from uss_trainer.grading import lexical
from uss_trainer.grading.firms import NOBODY, Firms
from uss_trainer.grading.rubric import criteria, qualified, short, texts_of
from uss_trainer.grading.values import Evidence, Judgement

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.content.scenarios import Reply


SIGN = 25.0
"""What each of a step's criteria that a clause meets adds to its likeness, 0 to 100."""

NEAR = 45.0
"""Likeness from which words are shown as those that committed a fault."""


def declared(
    reply: Reply, text: str, rubric: Rubric, lang: str, firms: Firms = NOBODY
) -> Judgement:
    """Return what the author says `reply` does; `text` is the reply as shown, in `lang`.

    `firms` are the names of who sells and of its rivals.
    """
    order = {step.id: place for place, step in enumerate(rubric.steps)}
    known = sorted(dict.fromkeys(reply.steps), key=lambda step: order.get(short(step), len(order)))
    return Judgement(
        technique=rubric.technique,
        source="declared",
        steps=tuple(_step(step, text, rubric, lang, firms) for step in known),
        methods=tuple(
            shown(m, text, _texts(rubric, "methods", m, lang), firms=firms) for m in reply.methods
        ),
        faults=tuple(_fault(fault, text, rubric, lang, firms) for fault in reply.faults),
        quality=reply.quality,
        version="declared",
    )


def _step(step: str, text: str, rubric: Rubric, lang: str, firms: Firms) -> Evidence:
    """Return the evidence for one declared step, its criteria looked up where it is our own."""
    own = (
        rubric.step(short(step))
        if qualified(rubric, short(step)) == qualified(rubric, step)
        else None
    )
    lines = _texts(rubric, "steps", own.id, lang) if own else []
    met, missed = criteria(own, text, firms) if own else ((), ())

    def signs(words: str) -> float:
        return SIGN * len(criteria(own, words, firms)[0]) if own else 0.0

    name = qualified(rubric, step)
    return shown(name, text, lines, met=met, missed=missed, bonus=signs, firms=firms)


def _fault(fault: str, text: str, rubric: Rubric, lang: str, firms: Firms) -> Evidence:
    """Return the evidence for a declared fault; no words are blamed that no line is like."""
    found = shown(fault, text, _texts(rubric, "faults", fault, lang), firms=firms)
    return found if found.likeness >= NEAR else Evidence(fault, found.confidence)


def shown(
    id_: str,
    text: str,
    lines: list[str],
    confidence: float = 1.0,
    met: tuple[str, ...] = (),
    missed: tuple[str, ...] = (),
    bonus: Callable[[str], float] | None = None,
    firms: Firms = NOBODY,
) -> Evidence:
    """Return evidence with the clause of `text` that is most like one of `lines`."""
    found = lexical.best_clause(text, _comparable(tuple(lines)), bonus, firms)
    if found is None:
        return Evidence(id_, confidence, met=met, missed=missed)
    clause, near = found
    return Evidence(
        id_, confidence, clause.start, clause.end, near.line, near.likeness, met, missed
    )


@lru_cache(maxsize=32)
def _comparable(texts: tuple[str, ...]) -> lexical.Lines:
    """Return lines ready to be compared; the same step's are asked for again and again."""
    return lexical.Lines(texts)


def _texts(rubric: Rubric, kind: str, key: str, lang: str) -> list[str]:
    """Return the lines in the reply's language, or all where that one has none."""
    return texts_of(rubric, kind, key, lang) or texts_of(rubric, kind, key)
