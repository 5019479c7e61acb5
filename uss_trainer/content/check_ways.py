"""Ways on: conditions that can never hold, steps nobody earns, good replies that find no way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from uss_trainer.content.steps import qualify, technique_of
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from uss_trainer.content.events import Key
    from uss_trainer.content.read import Document
    from uss_trainer.content.scenarios import Goto, Reply, Scenario, Scene, TypedRule


def check_ways(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """Yield each `came` that can't hold where it stands, each step due that no typed reply earns,
    and scenes whose due alone leads nowhere."""
    for number, scene in enumerate(scenario.scenes):
        path: Key = ("scenes", number)
        for place, reply in enumerate(scene.replies):
            own = f"{scene.id}/{reply.id}"
            yield from _came(reply.goto, own, document, (*path, "replies", place, "goto"))
        for place, rule in enumerate(scene.typed):
            yield from _came(rule.goto, "", document, (*path, "typed", place, "goto"))
        yield from _came(scene.otherwise.goto, "", document, (*path, "otherwise", "goto"))
        technique = technique_of(scene, scenario)
        yield from _elsewhere(scene, technique, document, path)
        if _stranded(scene, technique):
            place_of_due = document.place((*path, "due"))
            yield Problem("check.due-no-way", place_of_due, {"id": scene.id}, "warning")


def _came(goto: Goto, own: str, document: Document, path: Key) -> Iterator[Problem]:
    """Yield each `came` of an answer's own routes; by then the conversation came by that answer.

    `own` is the listed reply as `scene/reply`, empty for what is no listed reply.
    """
    for number, route in enumerate(() if isinstance(goto, str) else goto):
        if route.when and route.when.came and own not in route.when.came:
            code = "check.came-other" if own else "check.came-none"
            where = document.place((*path, number, "when", "came"))
            yield Problem(code, where, {"own": own}, "warning")


def _elsewhere(scene: Scene, technique: str, document: Document, path: Key) -> Iterator[Problem]:
    """Yield each step due that another technique than the scene's own judges."""
    for place, ref in enumerate(scene.due):
        owner = qualify(ref, technique).partition("/")[0]
        if owner != technique:
            facts = {"id": ref, "technique": technique, "owner": owner}
            where = document.place((*path, "due", place))
            yield Problem("check.due-elsewhere", where, facts, "warning")


def _stranded(scene: Scene, technique: str) -> bool:
    """Return whether every step due has its reply and yet nothing is listed for those steps alone."""
    due = {qualify(ref, technique) for ref in scene.due}
    answers: Sequence[Reply | TypedRule] = (*scene.replies, *scene.typed)
    performed = [{qualify(ref, technique) for ref in one.steps} for one in answers]
    if not due or not due <= set().union(*performed):
        return False
    clean = [steps for one, steps in zip(answers, performed, strict=True) if not one.faults]
    return not any(steps and steps <= due for steps in clean)
