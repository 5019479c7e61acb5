"""A chosen reply's judgement: what its author declared, with the words that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.grading import lexical
from uss_trainer.grading.rubric import criteria, qualified, short, texts_of
from uss_trainer.grading.values import Evidence, Judgement

if TYPE_CHECKING:
    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.content.scenarios import Reply


def declared(reply: Reply, text: str, rubric: Rubric, lang: str) -> Judgement:
    """Return what the author says `reply` does; `text` is the reply as shown, in `lang`."""
    order = {step.id: place for place, step in enumerate(rubric.steps)}
    known = sorted(dict.fromkeys(reply.steps), key=lambda step: order.get(short(step), len(order)))
    return Judgement(
        technique=rubric.technique,
        source="declared",
        steps=tuple(_step(step, text, rubric, lang) for step in known),
        methods=tuple(shown(m, text, _texts(rubric, "methods", m, lang)) for m in reply.methods),
        faults=tuple(shown(f, text, _texts(rubric, "faults", f, lang)) for f in reply.faults),
        quality=reply.quality,
        version="declared",
    )


def _step(step: str, text: str, rubric: Rubric, lang: str) -> Evidence:
    """Return the evidence for one declared step, its criteria looked up where it is our own."""
    own = (
        rubric.step(short(step))
        if qualified(rubric, short(step)) == qualified(rubric, step)
        else None
    )
    lines = _texts(rubric, "steps", own.id, lang) if own else []
    met, missed = criteria(own, text) if own else ((), ())
    return shown(qualified(rubric, step), text, lines, met=met, missed=missed)


def shown(
    id_: str,
    text: str,
    lines: list[str],
    confidence: float = 1.0,
    met: tuple[str, ...] = (),
    missed: tuple[str, ...] = (),
) -> Evidence:
    """Return evidence with the clause of `text` that is most like one of `lines`."""
    found = lexical.best_clause(text, lexical.Lines(lines))
    if found is None:
        return Evidence(id_, confidence, met=met, missed=missed)
    clause, near = found
    return Evidence(
        id_, confidence, clause.start, clause.end, near.line, near.likeness, met, missed
    )


def _texts(rubric: Rubric, kind: str, key: str, lang: str) -> list[str]:
    """Return the lines in the reply's language, or all where that one has none."""
    here = [
        line.text
        for part in rubric.lines
        if part.language == lang
        for line in getattr(part, kind).get(key, ())
    ]
    return here or texts_of(rubric, kind, key)
