"""Who of the selling team speaks, and whether it is for them to say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.grading.values import Evidence

if TYPE_CHECKING:
    from uss_trainer.content.scenarios import Scene
    from uss_trainer.grading.values import Judgement

WRONG = "wrong-role"
_NAMED = re.compile(r"\s*([SCM])\s*[:：]\s*", re.IGNORECASE)


def team_of(scene: Scene) -> tuple[str, ...]:
    """Return who may speak, where the trainee has a choice; empty where they are alone."""
    return tuple(scene.speakers) if len(scene.speakers) > 1 else ()


def told_apart(scene: Scene, text: str) -> tuple[str, str]:
    """Return who speaks and the words of a typed reply, which may begin with `C:`."""
    found = _NAMED.match(text) if team_of(scene) else None
    return (found[1].upper(), text[found.end() :]) if found else ("S", text)


def in_role(scene: Scene, speaker: str, judgement: Judgement) -> Judgement:
    """Return the judgement with the fault `wrong-role` where the moment is somebody else's."""
    fitting = scene.fits.speakers if scene.fits else []
    if not fitting or speaker in fitting or WRONG in judgement.fault_ids:
        return judgement
    fault = Evidence(WRONG, 1.0)
    return replace(judgement, faults=(*judgement.faults, fault), quality=min(judgement.quality, 1))
