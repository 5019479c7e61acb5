"""The score of a drill that is said: the steps due that the reply performs, less its faults."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.content.steps import qualify
from uss_trainer.grading.drill_values import Marks, Row, Sum
from uss_trainer.grading.drills import FULL, summed

if TYPE_CHECKING:
    from uss_trainer.content.drills import SayDrill
    from uss_trainer.content.rubrics import Faults, Scale
    from uss_trainer.grading.values import Judgement

OPEN_QUALITY = 3
"""Quality at which what is open is accepted when the upper bound is counted."""


def due_steps(drill: SayDrill) -> tuple[str, ...]:
    """Return the whole names of the steps due."""
    return tuple(qualify(ref, drill.technique) for ref in drill.due)


def mark_said(drill: SayDrill, judgement: Judgement, faults: Faults, scale: Scale) -> Marks:
    """Return what a reply is worth by its judgement."""
    due = due_steps(drill)
    each = FULL / len(due)
    earned = each * scale.quality[judgement.quality]
    waiting = {one.id for one in judgement.open}
    if judgement.reason not in ("", "uncertain"):
        waiting = set(due)
    rows = []
    for step in due:
        if step in judgement.step_ids:
            rows.append(Row(step, "right", points=round(earned, 1)))
        else:
            rows.append(Row(step, "none" if step in waiting else "missing"))
    cost = {fault.id: getattr(scale, fault.severity) for fault in faults.faults}
    found = tuple(dict.fromkeys(judgement.fault_ids))
    lost = [Row(one, "extra", points=-float(cost.get(one, scale.minor))) for one in found]
    done = sum(row.verdict == "right" for row in rows)
    still = sum(row.verdict == "none" for row in rows)
    steps = Sum("steps", round(done * earned, 1), FULL, done, 0, len(due))
    sums = [steps]
    if lost:
        sums.append(Sum("faults", sum(row.points for row in lost), 0.0, len(lost), 0, 0))
    best = sum(part.points for part in sums) + still * each * scale.quality[OPEN_QUALITY]
    return replace(summed(scale, sums, [*rows, *lost], best), reason=judgement.reason)
