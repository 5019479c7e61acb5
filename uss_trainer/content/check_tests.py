"""Links of a scenario's own tests: scenes, replies, endings, steps, methods and faults they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from uss_trainer.content.check_links import among
from uss_trainer.content.steps import qualify, technique_of
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from uss_trainer.content.events import Key
    from uss_trainer.content.golden import TypedTest
    from uss_trainer.content.known import Known
    from uss_trainer.content.read import Document
    from uss_trainer.content.scenarios import Scenario


def check_tests(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """Yield every name in a scenario's tests that nothing bears."""
    endings = [ending.id for ending in scenario.endings]
    replies = {reply.id for scene in scenario.scenes for reply in scene.replies}
    for number, dialogue in enumerate(scenario.tests.dialogues):
        path: Key = ("tests", "dialogues", number)
        for place, reply in enumerate(dialogue.replies):
            yield from among(document, "test-reply", reply, replies, (*path, "replies", place))
        yield from among(document, "goto", dialogue.ending, endings, (*path, "ending"))
    for number, test in enumerate(scenario.tests.typed):
        yield from _typed(scenario, document, known, test, ("tests", "typed", number))


def _typed(
    scenario: Scenario, document: Document, known: Known, test: TypedTest, path: Key
) -> Iterator[Problem]:
    """Yield what one typed test names in vain."""
    scene = scenario.scene(test.scene)
    if scene is None:
        yield from among(document, "scene", test.scene, known.scenes, (*path, "scene"))
        return
    if test.line is not None and not 1 <= test.line <= len(scene.says):
        facts = {"id": scene.id, "given": str(test.line), "count": str(len(scene.says))}
        yield Problem("check.test-line", document.place((*path, "line")), facts)
    technique = technique_of(scene, scenario)
    for place, step in enumerate(test.steps):
        whole = qualify(step, technique)
        yield from among(document, "step", whole, known.steps, (*path, "steps", place))
    for place, method in enumerate(test.methods or ()):
        methods = known.methods.get(technique, frozenset())
        yield from among(document, "method", method, methods, (*path, "methods", place))
    for place, fault in enumerate(test.faults if known.faults else ()):
        yield from among(document, "fault", fault, known.fault_ids, (*path, "faults", place))
