"""What the scenarios together let one practise, cell by cell, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from uss_trainer.content.check_flow import targets
from uss_trainer.content.steps import qualify, technique_of
from uss_trainer.content.terms import Cause, Level, Situation, Timing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from uss_trainer.content.golden import TypedTest
    from uss_trainer.content.rubrics import Faults, Method, Rubric
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

LACKS: tuple[Lack, ...] = get_args(Lack)
FAULTS_A_TECHNIQUE = 5
TECHNIQUES_A_FAULT = 2
DEALS_ONLY = frozenset({"wrong-role"})
"""Faults that only a visit by a team can show."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing to be practised, and how far the scenarios bring it."""

    kind: Kind
    technique: str
    """Empty where it belongs to none: a cause, a timing, a situation."""

    id: str
    scenarios: tuple[str, ...] = ()
    """Where it is played in full: scenarios, of the process drills and deals."""

    lack: Lack | None = "carried"
    """The least that is missing anywhere; None where it is played somewhere."""

    needed: bool = True
    """Whether it being empty is a hole."""

    @property
    def hole(self) -> bool:
        """Whether it should be played and isn't."""
        return self.needed and self.lack is not None


@dataclass(frozen=True, slots=True)
class _Hit:
    """A reply that carries a cell, and what it lacks to count."""

    key: tuple[Kind, str, str]
    scenario: str
    lack: Lack | None


def coverage(
    scenarios: Sequence[Scenario], rubrics: Mapping[str, Rubric], faults: Faults
) -> list[Cell]:
    """Return every cell in a fixed order: by technique steps, faults, methods and levels, then
    causes, timings and situations."""
    hits: dict[tuple[Kind, str, str], list[_Hit]] = defaultdict(list)
    for scenario in scenarios:
        for hit in _hits(scenario, rubrics, faults):
            hits[hit.key].append(hit)
    cells = [_cell(key, hits.get(key, [])) for key in _keys(rubrics, faults)]
    return _faults_needed(cells)


def _keys(rubrics: Mapping[str, Rubric], faults: Faults) -> Iterator[tuple[Kind, str, str]]:
    """Yield what there is to be practised."""
    for technique, rubric in rubrics.items():
        yield from (("step", technique, step.id) for step in rubric.steps)
        known = (fault.id for fault in faults.faults if fault.id not in DEALS_ONLY)
        yield from (("fault", technique, fault) for fault in known)
        yield from (("fits", technique, method.id) for method in rubric.methods)
        yield from (("unfit", technique, method.id) for method in rubric.methods)
        yield from (("level", technique, level) for level in get_args(Level))
    yield from (("cause", "", cause) for cause in get_args(Cause))
    yield from (("timing", "", timing) for timing in get_args(Timing))
    yield from (("situation", "", one) for one in get_args(Situation))


def _cell(key: tuple[Kind, str, str], hits: Sequence[_Hit]) -> Cell:
    """Return a cell with where it is played, or the least that is missing."""
    played = dict.fromkeys(hit.scenario for hit in hits if hit.lack is None)
    lacks = [LACKS.index(hit.lack) for hit in hits if hit.lack]
    lack = None if played else LACKS[max(lacks)] if lacks else "carried"
    return Cell(*key, tuple(played), lack)


def _faults_needed(cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells, a fault's marked as needed only where its technique or the fault itself has
    too few played."""
    every = list(cells)
    played = [cell for cell in every if cell.kind == "fault" and cell.lack is None]
    rich = {
        technique
        for technique in {cell.technique for cell in every}
        if sum(cell.technique == technique for cell in played) >= FAULTS_A_TECHNIQUE
    }
    common = {
        fault
        for fault in {cell.id for cell in every if cell.kind == "fault"}
        if sum(cell.id == fault for cell in played) >= TECHNIQUES_A_FAULT
    }
    return [
        replace(cell, needed=cell.technique not in rich or cell.id not in common)
        if cell.kind == "fault"
        else cell
        for cell in every
    ]


def _hits(scenario: Scenario, rubrics: Mapping[str, Rubric], faults: Faults) -> Iterator[_Hit]:
    """Yield everything a scenario's replies carry."""
    yield _Hit(("level", scenario.technique, scenario.level), scenario.id, None)
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
                yield _Hit((kind, technique, id_), scenario.id, lack)


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
    named = {method.id: method for method in rubric.methods}
    for method in reply.methods if scene.fits else ():
        suits = scene.fits is not None and method in scene.fits.methods
        shown = any(method in (test.methods or ()) for test in tests)
        name = _method_name(named.get(method))
        yield "fits" if suits else "unfit", technique, method, name, shown
    for raised in (one for line in scene.says for one in line.raises):
        if reply.handles == raised.objection:
            yield "cause", "", raised.cause, None, bool(tests)
            yield "timing", "", raised.timing, None, bool(tests)
    if reply.quality >= 2:
        for situation in scene.situations:
            yield "situation", "", situation, None, bool(tests)


def _method_name(method: Method | None) -> Words | None:
    return method.name if method else None


def _leads_apart(reply: Reply, scene: Scene) -> bool:
    """Return whether a reply leads somewhere no other reply of its scene leads."""
    others = {to for one in scene.replies if one is not reply for to in targets(one.goto)}
    return not set(targets(reply.goto)) <= others


def _told(why: Words, name: Words) -> bool:
    """Return whether feedback names what it is about, in either language."""
    zh = {name.zh, *name.zh.replace("、", "/").split("/")}
    return any(one and one in why.zh for one in zh) or name.en.lower() in why.en.lower()
