"""A card's question made out of a rubric: a customer's line, and the step it calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.drilling import Going
from uss_trainer.content.drill_edition import DrillEdition
from uss_trainer.content.drills import SayDrill
from uss_trainer.content.shapes import Words
from uss_trainer.i18n import LANGS, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.practising import Session
    from uss_trainer.content.rubrics import Rubric, Step


def going_for(
    desk: Desk,
    rubric: Rubric,
    step: Step,
    lines: Sequence[Words],
    at: int,
    session: Session,
    me: str,
) -> Going:
    """Return the drill that asks for a step with one of the customer's lines."""
    library = desk.library
    edition = DrillEdition(
        drill=_drill(rubric, step, lines[at], at, session.fresh),
        company=library.company,
        scale=library.scale,
        rubrics={rubric.technique: library.rubric(rubric.technique)},
        faults=library.faults,
        pack="",
    )
    return Going(edition, edition.filled(me), 0, me)


def _drill(rubric: Rubric, step: Step, line: Words, at: int, fresh: bool) -> SayDrill:
    example = step.good[at % len(step.good)] if step.good else step.about
    return SayDrill(
        format="drill/1",
        id=f"card-{rubric.technique}-{step.id}"[:64].rstrip("-"),
        kind="say",
        title=Words(**{lang: f"{rubric.name.of(lang)} · {step.name.of(lang)}" for lang in LANGS}),
        level="new-hire",
        task=_words("practise.task-new" if fresh else "practise.task", step),
        technique=rubric.technique,
        who=Words(**{lang: say("practise.customer", lang) for lang in LANGS}),
        says=line,
        due=[step.id],
        example=example,
        why=_words("practise.why" if step.criteria else "practise.why-plain", step),
    )


def _words(code: str, step: Step) -> Words:
    """Return a sentence about a step in both languages."""
    return Words(
        **{
            lang: say(
                code,
                lang,
                step=step.name.of(lang),
                about=step.about.of(lang),
                criteria=say("practise.and", lang).join(one.name.of(lang) for one in step.criteria),
            )
            for lang in LANGS
        }
    )
