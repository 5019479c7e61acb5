"""Walkers: who plays a scenario a thousand times over, the same way for the same seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from uss_trainer.authoring.course import Said
from uss_trainer.content.steps import qualify, technique_of

if TYPE_CHECKING:
    from random import Random

    from uss_trainer.authoring.course import Course, Place, Way

Walker = Literal["best", "worst", "random", "typist"]
WALKERS: tuple[Walker, ...] = get_args(Walker)

SLIP = 0.25
"""Chance that the typist leaves out a step, and that one slips in."""


def step(walker: Walker, course: Course, place: Place, dice: Random) -> Way:
    """Return a walker's answer at a place that is no ending.

    `best` and `worst` choose the listed reply of highest or lowest quality, by chance among equals;
    `random` any; `typist` types instead of choosing.
    """
    if walker == "typist":
        return _typed(course, place, dice)
    offered = place.offered
    if walker != "random":
        wanted = (max if walker == "best" else min)(reply.quality for reply in offered)
        offered = tuple(reply for reply in offered if reply.quality == wanted)
    return course.choose(place, offered[int(dice.random() * len(offered))])


def _typed(course: Course, place: Place, dice: Random) -> Way:
    """Return the answer of a careless typist.

    No encoder judges it: the typist means one of the listed replies and is judged to do what that
    one declares, except that each of its steps is left out with a chance of `SLIP` and that, as
    often, a step slips in that any listed reply of the scenario declares. Every step
    left out lowers the quality by one. So typed routes, questions asked again and `otherwise` are
    all walked, the same way for one seed.
    """
    offered = place.offered
    meant = offered[int(dice.random() * len(offered))]
    technique = technique_of(place.scene, course.edition.scenario)
    kept = {qualify(one, technique) for one in meant.steps if dice.random() >= SLIP}
    left_out = len(set(meant.steps)) - len(kept)
    if dice.random() < SLIP and course.steps:
        kept.add(course.steps[int(dice.random() * len(course.steps))])
    steps, quality = tuple(sorted(kept)), max(0, meant.quality - left_out)
    whole = not left_out
    # Talk time is estimated from the words, so some must stand there.
    text = course.text(meant)
    said = Said(steps, tuple(meant.faults), quality)
    return course.type(place, said, text if whole else text[: len(text) // 2])
