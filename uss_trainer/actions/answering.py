"""Around an answer: getting the judge ready, the time to think, what happens when it runs out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from uss_trainer.actions.playing import say, silence
from uss_trainer.content.clean import clean
from uss_trainer.player.scene import scene_at, technique_of

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.actions.viewed import Stage


def warm_up(desk: Desk, sitting: Sitting) -> bool:
    """Load the encoder and prepare the grader now due; False where the encoder is missing."""
    edition = sitting.edition
    scene = scene_at(edition, sitting.state.position)
    rubric = edition.rubrics[technique_of(edition, scene)]
    return desk.judges.grader(rubric, edition.faults, desk.folders.cache) is not None


def seconds_left(stage: Stage, thought: float) -> int | None:
    """Return the whole seconds left after `thought` seconds, not below 0; None without a limit."""
    if stage.think_seconds is None:
        return None
    return max(0, math.ceil(stage.think_seconds - thought))


def time_up(desk: Desk, sitting: Sitting, text: str, *, seconds: float) -> Sitting:
    """Send what has been written when the time is up; without a word it is silence."""
    if clean(text).strip():
        return say(desk, sitting, text, seconds=seconds)
    return silence(desk, sitting, seconds=seconds)
