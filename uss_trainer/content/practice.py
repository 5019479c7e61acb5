"""What a card of the spaced schedule can ask: the say drills of its step, and customers' lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.content.drills import SayDrill
from uss_trainer.content.shapes import Words
from uss_trainer.content.steps import qualify

if TYPE_CHECKING:
    from uss_trainer.content.library import Library
    from uss_trainer.content.rubrics import Rubric, Step

MOST = 8
"""Customers' lines that a step's card asks with, evenly chosen among all."""

FEW = 2
"""Fewer than so many, and the step's prompts are asked with: those often speak of something said
before, which nobody has heard here."""


def drills_for(library: Library, step: str) -> tuple[str, ...]:
    """Return the ids of the say drills in which this step alone, `technique/step`, is due."""
    said = (entry.drill for entry in library.drills() if entry.playable)
    return tuple(
        drill.id
        for drill in said
        if isinstance(drill, SayDrill)
        and [step] == [qualify(ref, drill.technique) for ref in drill.due]
    )


def lines_for(library: Library, rubric: Rubric, step: Step) -> tuple[Words, ...]:
    """Return what a customer may say just before a step: what the rubric's lines answer, else its prompts.

    Lines are sentences of one language each, so a pair needn't say the same.
    """
    after: dict[str, list[str]] = {"zh": [], "en": []}
    for part in library.scoring.written_lines(rubric.technique):
        lines = part.steps.get(step.id, [])
        after[part.language] += [line.after for line in lines if line.after]
    chosen = {lang: _spread(list(dict.fromkeys(texts))) for lang, texts in after.items()}
    pairs = [Words(zh=zh, en=en) for zh, en in zip(chosen["zh"], chosen["en"], strict=False)]
    return tuple(pairs) if len(pairs) >= FEW else (*pairs, *step.prompts)


def _spread(texts: list[str]) -> list[str]:
    """Return at most `MOST` of them, evenly chosen, the first always among them."""
    count = min(MOST, len(texts))
    return [texts[place * len(texts) // count] for place in range(count)]
