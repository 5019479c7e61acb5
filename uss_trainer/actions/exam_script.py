"""Sitting an exam from a list of replies, without anybody at a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.exams import answer, begin, enter, go_on, open_exam

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.exams import Going
    from uss_trainer.actions.scripted import Script, ScriptLine


def sit(
    desk: Desk,
    pack: str,
    script: Script,
    *,
    lang: str,
    me: str,
    seed: int | None = None,
    assignment: str = "",
) -> tuple[Going, tuple[ScriptLine, ...]]:
    """Begin a pack's exam, or go on with the one waiting, and answer with the lines in order.

    Return how it stands then and the lines for which there was no turn any more. Every line is
    said as it stands: in an exam nothing is chosen.
    """
    waiting = open_exam(desk, pack)
    going = (
        go_on(desk, waiting.id, interrupted=True)
        if waiting
        else begin(desk, pack, lang=lang, me=me, seed=seed, assignment=assignment)
    )
    lines = list(script.lines)
    while going.exam.stage == "going" and going.now and lines:
        sitting = enter(desk, going, lang)
        while lines and not sitting.state.ended:
            sitting = answer(desk, going.exam, sitting, lines.pop(0).text)
        going = go_on(desk, going.exam.id)
    return going, tuple(lines)
