"""Where an answer brings the conversation, what it moves on the way and what it leaves owed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.player.conditions import added, destination, earned, moved, settled, shifted
from uss_trainer.player.lookups import lookups
from uss_trainer.player.owed import owed
from uss_trainer.player.scene import entered, scene_at, technique_of
from uss_trainer.player.state import Position

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.scenarios import Scene
    from uss_trainer.grading.values import Judgement
    from uss_trainer.player.route import Route


@dataclass(frozen=True, slots=True)
class Move:
    """One answer's way from a position to the next."""

    before: Position
    route: Route
    after: Position


def move_of(edition: Edition, before: Position, route: Route, judgement: Judgement) -> Move:
    """Return where a route leads from a position, with what the answer earned."""
    return Move(before, route, _arrive(edition, before, judgement.step_ids, route))


def left_owed(edition: Edition, move: Move, judgement: Judgement) -> tuple[str, ...]:
    """Return the steps a weak answer leaves owed; what nobody could judge is nobody's fault."""
    if not judgement.gradable:
        return ()
    listed = _listed_quality(scene_at(edition, move.before), move.route.taken)
    quality = min(judgement.quality, listed)
    return owed(edition, move.before, move.after, quality, gave_up=move.route.gave_up)


def _arrive(edition: Edition, before: Position, steps: tuple[str, ...], route: Route) -> Position:
    if route.goto is None:
        position = settled(moved(earned(before, steps), route.moves), route.sets)
        asked = position.asked + (0 if route.progress else 1)
        return replace(position, missing=route.missing, asked=asked, aside="")
    technique = technique_of(edition, scene_at(edition, before))
    # Made at once: five copies, one a change, would cost more than all the rest of a turn.
    position = Position(
        scene=before.scene,
        mood=shifted(before.mood, route.moves),
        facts={**before.facts, **route.sets} if route.sets else before.facts,
        done=added(before.done, steps),
        been=added(before.been, (before.scene,)),
        came=f"{before.scene}/{route.taken}" if route.taken else "",
        aside=before.scene if route.gave_up else "",
    )
    target = entered(edition, destination(route.goto, position, technique), position)
    ending = lookups(edition).endings.get(target)
    if ending is None:
        return replace(position, scene=target)
    return settled(replace(position, ending=target), ending.sets)


def _listed_quality(scene: Scene, taken: str) -> int:
    return next((reply.quality for reply in scene.replies if reply.id == taken), 3)


def difference(before: Position, after: Position) -> dict[str, int]:
    """Return by how much each mood has changed."""
    names = dict.fromkeys((*before.mood, *after.mood))
    changes = {name: after.mood.get(name, 0) - before.mood.get(name, 0) for name in names}
    return {name: by for name, by in changes.items() if by}
