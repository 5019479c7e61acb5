"""What to practise next: the steps that cost most points, then the dearest fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.debriefed import Lesson
from uss_trainer.actions.wording import fault_of, step_name
from uss_trainer.content.steps import step_of
from uss_trainer.player.scene import text_of

if TYPE_CHECKING:
    from uss_trainer.content.edition import Yardstick
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.player.scene import Voice

MOST = 3
"""Steps named; more at once is no plan."""

WORTH = 0.5
"""Points of coverage below which a step isn't worth naming."""


def lessons(edition: Yardstick, result: Scorecard, voice: Voice) -> tuple[Lesson, ...]:
    """Return what is most worth practising, the dearest first."""
    short = [score for score in result.steps if score.possible - score.earned >= WORTH]
    short.sort(key=lambda score: score.earned - score.possible)
    found = [_step_lesson(edition, score.step, voice) for score in short[:MOST]]
    costs: dict[str, int] = {}
    for lost in result.deductions:
        if lost.kind == "fault":
            costs[lost.id] = costs.get(lost.id, 0) + lost.points
    if costs:
        dearest = fault_of(edition, max(costs, key=lambda fault: costs[fault]))
        if dearest:
            found.append(Lesson(dearest.name.of(voice.lang), dearest.about.of(voice.lang), ""))
    return tuple(found)


def _step_lesson(edition: Yardstick, step: str, voice: Voice) -> Lesson:
    known = step_of(edition.rubrics, step)
    good = known.good if known else []
    return Lesson(
        step_name(edition, step, voice.lang),
        known.about.of(voice.lang) if known else "",
        text_of(edition, good[-1], voice) if good else "",
    )
