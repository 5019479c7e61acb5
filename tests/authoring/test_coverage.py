"""A cell of the matrix counts only where it is played in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from uss_trainer.authoring.coverage import Cell, coverage
from uss_trainer.content.golden import Tests as Promises
from uss_trainer.content.scenarios import Reply, Scenario

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition

FAULT = {"zh": "这是逼迫。", "en": "That is pressure."}
TEST = {"kind": "weak", "lang": "zh", "text": "今天必须定！", "faults": ["pressure"]}


def cells(edition: Edition, *some: Scenario) -> dict[tuple[str, str, str], Cell]:
    """Return the matrix over some scenarios by kind, technique and id."""
    found = coverage(some, edition.rubrics, edition.faults)
    return {(cell.kind, cell.technique, cell.id): cell for cell in found}


def with_pressure(edition: Edition, *, why: dict[str, str], goto: str, tested: bool) -> Scenario:
    """Return the scenario with a reply under pressure in its first scene."""
    scenario = edition.scenario
    scene = scenario.scenes[0]
    text = {"zh": "今天必须定！", "en": "Decide today!"}
    reply: dict[str, Any] = {"id": "push", "text": text, "quality": 0, "faults": ["pressure"]}
    reply |= {"why": why, "goto": goto}
    replies = [*scene.replies, Reply.model_validate(reply)]
    scenes = [scene.model_copy(update={"replies": replies}), *scenario.scenes[1:]]
    typed = [{**TEST, "scene": scene.id}] if tested else []
    tests = Promises.model_validate({"typed": typed})
    return scenario.model_copy(update={"scenes": scenes, "tests": tests})


@pytest.mark.parametrize(
    ("why", "apart", "tested", "lack"),
    [
        (FAULT, True, True, None),
        (FAULT, False, True, "leads"),
        ({"zh": "他不舒服。", "en": "He winces."}, True, True, "told"),
        (FAULT, True, False, "tested"),
    ],
    ids=["played in full", "leads where others lead", "not named", "not tested"],
)
def test_what_keeps_a_cell_from_counting(
    short_call: Edition, why: dict[str, str], apart: bool, tested: bool, lack: str | None
) -> None:
    first = short_call.scenario.scenes[0]
    others = {reply.goto for reply in first.replies if isinstance(reply.goto, str)}
    ends = {ending.id for ending in short_call.scenario.endings}
    goto = sorted(ends - others)[0] if apart else sorted(others)[0]
    played = with_pressure(short_call, why=why, goto=goto, tested=tested)
    cell = cells(short_call, played)["fault", "phone", "pressure"]
    assert cell.lack == lack
    assert cell.scenarios == (("short-call",) if lack is None else ())


def test_nothing_is_covered_by_nothing(short_call: Edition) -> None:
    found = cells(short_call)
    assert all(cell.hole for cell in found.values())
    assert ("fault", "phone", "wrong-role") not in found, "only a team can show it"


def test_a_level_counts_by_being_there(short_call: Edition) -> None:
    found = cells(short_call, short_call.scenario)
    level = short_call.scenario.level
    assert found["level", "phone", level].scenarios == ("short-call",)
