"""A dialogue as trainers have it becomes a skeleton: what stands is kept, gaps are marked and listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from uss_trainer.authoring.dialogue import Dialogue, Exchanged, read_dialogue
from uss_trainer.authoring.skeleton import skeleton
from uss_trainer.authoring.writing import scenario_page
from uss_trainer.content.library import Library
from uss_trainer.content.read import parse
from uss_trainer.content.scenarios import Scenario
from uss_trainer.content.shape import load
from uss_trainer.errors import Problem, TrainerError
from uss_trainer.grading.values import Evidence, Judgement

HELLO = Exchanged("喂？", "", "您好。")


def turns(text: str, **names: str) -> tuple[Exchanged, ...]:
    return read_dialogue(text, "d.txt", **names).turns


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("K: 喂？\nS: 您好。", [HELLO]),
        ("K：喂？\nS：您好。", [HELLO]),
        ("客户：喂？\r\n\r\n销售：您好。", [HELLO]),
        ("1. 客 户 ：喂？\n2. 销 售 ：您好。", [HELLO]),
        ("【客户】：喂？\n【销售】：您好。", [HELLO]),
        ("客户\t喂？\n销售\t您好。", [HELLO]),
        ("**Customer:** Yes?\n**Sales:** Hello.", [Exchanged("Yes?", "", "Hello.")]),
        ("S: 您好。\nK: 喂？", [Exchanged("", "", "您好。"), Exchanged("喂？", "", "")]),
        ("K: 喂？\nK: 哪位？\nS: 您好。\n我姓李。", [Exchanged("喂？ 哪位？", "", "您好。 我姓李。")]),
        ("K: （叹气）喂？\nS: 您好。", [Exchanged("喂？", "（叹气）", "您好。")]),
        ("K: 喂？\nS: 三点：价格、时间。", [Exchanged("喂？", "", "三点：价格、时间。")]),
        ("K: 喂？\nS: 您好。\n原因：很多", [Exchanged("喂？", "", "您好。 原因：很多")]),
    ],
)  # fmt: skip
def test_who_says_what(text: str, expected: list[Exchanged]) -> None:
    assert turns(text) == tuple(expected)


def test_names_of_their_own_and_what_stands_above() -> None:
    text = "第一次约见\n地点：电话\n\n王总：喂？\n小李：您好。\n王总：再见。"
    assert read_dialogue(text, "d.txt", "小李", "王总") == Dialogue(
        "第一次约见", "地点：电话", (HELLO, Exchanged("再见。", "", ""))
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("只是一段话。", Problem("new.no-turns", "d.txt")),
        ("K: 喂？\nK: 哪位？", Problem("new.no-sales", "d.txt")),
        (
            "王总：喂？\n小李：您好。\n王总：再见。",
            Problem("new.unknown-speaker", "d.txt:1", {"speaker": "王总"}),
        ),
        (
            "K: 喂？\nS: 您好。\n经理：嗯。\nS: 好。\n经理：行。",
            Problem("new.unknown-speaker", "d.txt:3", {"speaker": "经理"}),
        ),
        (
            "K: 喂？\nS: 好。\n" * 41,
            Problem("new.too-many-turns", "d.txt", {"count": "41", "most": "40"}),
        ),
    ],
    ids=["no dialogue", "nobody sells", "other names", "a third speaks", "too long"],
)
def test_what_is_no_dialogue_is_named(text: str, problem: Problem) -> None:
    with pytest.raises(TrainerError) as caught:
        read_dialogue(text, "d.txt")
    assert caught.value.problem == problem


def checked(library: Library, page: str) -> tuple[Scenario | None, list[Problem]]:
    document = parse(page, "x.yaml")
    scenario, problems = load(Scenario, document)
    assert scenario, problems
    return scenario, library.shelf.check(scenario, document, library.company)


DIALOGUE = "K: 喂？\nS: 您好，我是小李。\nK: 什么事？\nS: 想约您。\nK: 好。\nS: 谢谢，再见。"


def test_a_skeleton_can_be_played_and_check_lists_its_gaps(library: Library) -> None:
    def guess(text: str, _line: str) -> Judgement:
        found = (Evidence("phone/introduce-self", 0.9),) if "小李" in text else ()
        return Judgement("phone", "typed", found, open=(Evidence("phone/state-purpose", 0.5),))

    rubric = library.scoring.plain("phone")
    page = scenario_page(
        skeleton("x", read_dialogue(DIALOGUE, "d"), rubric, guess), "en", ("zh", "en")
    )
    scenario, problems = checked(library, page)
    assert scenario
    assert scenario.scenes[0].due == ["introduce-self"]
    assert scenario.scenes[1].due == []
    assert "# The grader isn't sure about: state-purpose." in page
    assert {(one.code, one.severity) for one in problems} == {("check.todo", "warning")}
    told = [one.facts["langs"] for one in problems]
    assert {"en", "zh + en"} == set(told)
    lines = page.splitlines()
    assert all("todo" in "".join(lines[_line(one) - 1 : _line(one) + 2]) for one in problems)


def test_without_a_grader_the_steps_are_gaps_that_keep_it_from_being_played(
    library: Library,
) -> None:
    rubric = library.scoring.plain("phone")
    page = scenario_page(skeleton("x", read_dialogue(DIALOGUE, "d"), rubric, None), "zh", ("zh",))
    _, problems = checked(library, page)
    wrong = [one for one in problems if one.severity == "error"]
    assert {one.code for one in wrong} == {"check.todo-id"}
    assert [one.facts["key"] for one in wrong] == ["due", "steps"] * 3


def _line(problem: Problem) -> int:
    return int(Path(problem.where).name.rpartition(":")[2])
