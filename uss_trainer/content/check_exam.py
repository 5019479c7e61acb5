"""Everything that is wrong with a pack's exam beside its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.content.near import nearest
from uss_trainer.content.steps import techniques
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from uss_trainer.content.exam_rules import ExamRules
    from uss_trainer.content.read import Document
    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.content.scenarios import Scenario


def check_exam(
    rules: ExamRules,
    document: Document,
    scenarios: Mapping[str, Scenario | None],
    rubrics: Mapping[str, Rubric],
) -> Iterator[Problem]:
    """Yield what can't be drawn, and steps that can't be done.

    `scenarios` are all there are by id, None for one that can't be read.
    """
    seen: set[str] = set()
    for number, part in enumerate(rules.pool):
        here = ("exam", "pool", number)
        if part.technique not in rubrics:
            facts = {"id": part.technique, "nearest": nearest(part.technique, rubrics)}
            yield Problem("check.unknown-technique", document.place((*here, "technique")), facts)
        if part.draw > len(part.scenarios):
            sizes = {"draw": str(part.draw), "count": str(len(part.scenarios))}
            yield Problem("check.exam-draw", document.place((*here, "draw")), sizes)
        for place, name in enumerate(part.scenarios):
            where = document.place((*here, "scenarios", place))
            yield from _scenario(name, part.technique, where, scenarios, rubrics)
            if name in seen:
                yield Problem("check.exam-twice", where, {"id": name})
            seen.add(name)
    yield from _musts(rules, document, rubrics)


def _scenario(
    name: str,
    technique: str,
    where: str,
    scenarios: Mapping[str, Scenario | None],
    rubrics: Mapping[str, Rubric],
) -> Iterator[Problem]:
    if name not in scenarios:
        facts = {"id": name, "nearest": nearest(name, scenarios)}
        yield Problem("check.no-scenario", where, facts)
        return
    found = scenarios[name]
    if found is None:
        yield Problem("check.exam-broken", where, {"id": name})
    elif technique in rubrics and technique not in techniques(found):
        facts = {"id": name, "technique": technique}
        yield Problem("check.exam-other", where, facts)


def _musts(
    rules: ExamRules, document: Document, rubrics: Mapping[str, Rubric]
) -> Iterator[Problem]:
    known = [
        f"{part.technique}/{step.id}"
        for part in rules.pool
        if part.technique in rubrics
        for step in rubrics[part.technique].steps
    ]
    for place, step in enumerate(rules.musts):
        technique, _, name = step.partition("/")
        steps = [one.id for one in rubrics[technique].steps] if technique in rubrics else []
        if name not in steps:
            facts = {"id": step, "nearest": nearest(step, known)}
            where = document.place(("exam", "musts", place))
            yield Problem("check.unknown-step", where, facts)
