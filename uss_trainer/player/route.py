"""Where a reply leads. Typed replies route by what was said, never by what was not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uss_trainer.content.steps import qualify
from uss_trainer.player.conditions import earned, holds
from uss_trainer.player.scene import due, listed, satisfied, scene_at, technique_of, wanted

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.scenarios import Goto, Reply
    from uss_trainer.grading.values import Judgement
    from uss_trainer.player.state import Position

FAULT_COSTS_TRUST = {"minor": -1, "serious": -2}
"""How a fault that no listed reply foresaw moves trust."""


@dataclass(frozen=True, slots=True)
class Route:
    """What a reply does to the conversation."""

    goto: Goto | None
    """Where it leads; None where the customer stays and asks again."""

    taken: str = ""
    """Id of the listed reply whose route it is."""

    moves: Mapping[str, int] = field(default_factory=dict)
    sets: Mapping[str, int | bool] = field(default_factory=dict)
    missing: str = ""
    """The step the customer asks for, where it stays."""

    progress: bool = True
    """Whether the reply earned a due step; an asking without progress uses up patience."""

    gave_up: bool = False
    """Whether the scene's `otherwise` goes on."""


def chosen(reply: Reply) -> Route:
    """Return the route of a reply that was chosen."""
    return Route(reply.goto, reply.id, reply.mood, reply.sets)


def typed(edition: Edition, position: Position, judgement: Judgement) -> Route:
    """Return the route of a reply typed at `position`."""
    scene = scene_at(edition, position)
    technique = technique_of(edition, scene)
    said, faults = set(judgement.step_ids), set(judgement.fault_ids)
    for rule in scene.typed:
        asked = {qualify(step, technique) for step in rule.steps}
        if asked <= said and set(rule.faults) <= faults and holds(rule.when, position, technique):
            return Route(rule.goto, "", rule.mood, rule.sets)
    reply = nearest(edition, position, judgement)
    if reply is not None:
        moves = dict(reply.mood)
        moves["trust"] = moves.get("trust", 0) + _unforeseen(edition, faults - set(reply.faults))
        return Route(reply.goto, reply.id, moves, reply.sets)
    return _ask_again(edition, position, judgement)


def nearest(edition: Edition, position: Position, judgement: Judgement) -> Reply | None:
    """Return the listed reply that shares most with the judgement, of those that can be taken.

    A reply can be taken only if all its steps and faults were found, one of them in this very
    reply; steps earned before needn't be said again. Due steps count first, then faults, then
    methods, then how little of it was said in earlier scenes, then how near its quality is; the
    file's order decides what is left.
    """
    scene = scene_at(edition, position)
    technique = technique_of(edition, scene)
    now, faults = set(judgement.step_ids), set(judgement.fault_ids)
    here = now | set(position.here)
    said, methods = here | satisfied(edition, position), set(judgement.method_ids)
    owed = set(due(edition, scene))
    best: tuple[tuple[int, ...], Reply] | None = None
    for reply in listed(edition, position):
        steps = {qualify(step, technique) for step in reply.steps}
        if not (steps <= said and set(reply.faults) <= faults):
            continue
        if not (steps & now or reply.faults):
            continue
        alike = (len(steps & here), -len(steps - here), -abs(reply.quality - judgement.quality))
        known = len(methods & set(reply.methods))
        share = (len(steps & owed & here), len(reply.faults), known, *alike)
        if best is None or share > best[0]:
            best = (share, reply)
    return best[1] if best else None


def _unforeseen(edition: Edition, faults: set[str]) -> int:
    return sum(
        FAULT_COSTS_TRUST[fault.severity] for fault in edition.faults.faults if fault.id in faults
    )


def _ask_again(edition: Edition, position: Position, judgement: Judgement) -> Route:
    """The customer asks for the first due step still missing, or goes on without it."""
    scene = scene_at(edition, position)
    missing = next(iter(wanted(edition, earned(position, judgement.step_ids))), "")
    new = set(judgement.step_ids) - set(position.here)
    progress = bool(new & set(due(edition, scene)))
    patient = position.asked < edition.scenario.limits.asks
    moves = {"trust": _unforeseen(edition, set(judgement.fault_ids))}
    if missing and (progress or (patient and position.mood.get("patience", 1) > 0)):
        if not progress and judgement.gradable:
            moves["patience"] = -1
        return Route(None, "", moves, {}, missing, progress)
    way = scene.otherwise
    moves = {name: moves.get(name, 0) + way.mood.get(name, 0) for name in {*moves, *way.mood}}
    return Route(way.goto, "", moves, way.sets, progress=False, gave_up=True)
