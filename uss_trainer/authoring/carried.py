"""What each reply of a scenario lets one practise, and what it lacks to count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from uss_trainer.content.check_flow import targets
from uss_trainer.content.steps import qualify, technique_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uss_trainer.content.golden import TypedTest
    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.content.scenarios import Reply, Scenario, Scene
    from uss_trainer.content.shapes import Words

Kind = Literal[
    "step",
    "fault",
    "fits",
    "unfit",
    "cause",
    "timing",
    "situation",
    "level",
    "activity",
    "decision",
    "role",
    "mode",
    "award",
    "quality",
]
Lack = Literal["carried", "leads", "told", "tested"]
"""What keeps a cell from counting: nothing carries it; the reply that does leads where others lead
too; its *why* doesn't name it; no typed test shows it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A reply that carries a cell, and what it lacks to count."""

    key: tuple[Kind, str, str]
    scenario: str
    lack: Lack | None


def hits_of(scenario: Scenario, rubrics: Mapping[str, Rubric], faults: Faults) -> Iterator[Hit]:
    """Yield everything a scenario's replies carry."""
    yield Hit(("level", scenario.technique, scenario.level), scenario.id, None)
    called = {fault.id: fault.name for fault in faults.faults}
    for scene in scenario.scenes:
        rubric = rubrics.get(technique_of(scene, scenario))
        if rubric is None:
            continue
        tests = [test for test in scenario.tests.typed if test.scene == scene.id]
        for reply in scene.replies:
            own = _leads_apart(reply, scene)
            for kind, technique, id_, name, shown in _carried(reply, scene, rubric, called, tests):
                lack = _lack(own, name is None or _told(reply.why, name), shown)
                yield Hit((kind, technique, id_), scenario.id, lack)


def _lack(leads: bool, told: bool, tested: bool) -> Lack | None:
    """Return the first thing that keeps a carried cell from counting."""
    if not leads:
        return "leads"
    if not told:
        return "told"
    return None if tested else "tested"


def _carried(
    reply: Reply,
    scene: Scene,
    rubric: Rubric,
    called: Mapping[str, Words],
    tests: Sequence[TypedTest],
) -> Iterator[tuple[Kind, str, str, Words | None, bool]]:
    """Yield kind, technique, id, name and whether a typed test shows it, of all a reply carries."""
    technique = rubric.technique
    for step in reply.steps:
        whole = qualify(step, technique)
        owner, _, short = whole.partition("/")
        found = rubric.step(short) if owner == technique else None
        shown = any(qualify(one, technique) == whole for test in tests for one in test.steps)
        yield "step", owner, short, found.name if found else None, shown
    for fault in reply.faults:
        shown = any(fault in test.faults for test in tests)
        yield "fault", technique, fault, called.get(fault), shown
    yield from _methods(reply, scene, rubric, tests)
    for raised in (one for line in scene.says for one in line.raises):
        if reply.handles == raised.objection:
            yield "cause", "", raised.cause, None, bool(tests)
            yield "timing", "", raised.timing, None, bool(tests)
    if reply.quality >= 2:
        for situation in scene.situations:
            yield "situation", "", situation, None, bool(tests)


def _methods(
    reply: Reply, scene: Scene, rubric: Rubric, tests: Sequence[TypedTest]
) -> Iterator[tuple[Kind, str, str, Words | None, bool]]:
    """Yield the same of the methods it uses, where the scene says which suit it."""
    names = {method.id: method.name for method in rubric.methods}
    for method in reply.methods if scene.fits else ():
        suits = scene.fits is not None and method in scene.fits.methods
        shown = any(method in (test.methods or ()) for test in tests)
        kind: Kind = "fits" if suits else "unfit"
        yield kind, rubric.technique, method, names.get(method), shown


def _leads_apart(reply: Reply, scene: Scene) -> bool:
    """Return whether a reply leads somewhere no other reply of its scene leads."""
    others = {to for one in scene.replies if one is not reply for to in targets(one.goto)}
    return not set(targets(reply.goto)) <= others


def _told(why: Words, name: Words) -> bool:
    """Return whether feedback names what it is about, in either language."""
    zh = {name.zh, *name.zh.replace("、", "/").split("/")}
    return any(one and one in why.zh for one in zh) or name.en.lower() in why.en.lower()
