"""`drill` without a screen: every kind from a file, its score, and what can't be read in it."""

from __future__ import annotations

import pytest
from conftest import Program


@pytest.mark.parametrize(
    ("drill", "answers", "total"),
    [
        ("five-steps", "1\n2\n3\n4\n5\n", 100),
        ("five-steps", "develop\n\n criteria \nguide\n4\n5", 75),
        ("product-or-solution", "demo = product\n2=1\nfriend=solution\n", 33.3),
        ("who-answers", "split\n", 100),
        ("first-letter", "thanks\npain\nquote\n", 21.5),
        ("visit-checklist", "people\ntools\nconfirm\nquestions\npurpose\n", 100),
        ("say-lock", "好的，那就周三下午两点，我周二再跟您电话确认一下。", 100),
    ],
)
def test_an_answer_in_a_file_is_scored_and_kept(
    uss: Program, drill: str, answers: str, total: float
) -> None:
    done = uss("drill", drill, "--answers", "-", "--format", "json", stdin=answers)
    assert (done.code, done.err) == (0, "")
    assert done.json["total"] == total
    assert done.json["passed"] is (total >= 80)
    kept = uss("history", "--format", "json").json["drills"]
    assert [(one["result"], one["drill"], one["total"]) for one in kept] == [
        (done.json["result"], drill, total)
    ]


@pytest.mark.parametrize(
    ("drill", "answers", "said"),
    [
        ("five-stps", "1", "there is no drill 'five-stps'; did you mean 'five-steps'?"),
        ("cold-call", "1", "there is no drill 'cold-call'"),
        ("five-steps", "1\n\n6", "stdin:3: there is nothing '6' here; name one of 5 by its id"),
        ("five-steps", "guid", "did you mean 'guide'?"),
        ("five-steps", "1\ndevelop", "stdin:2: item 'develop' is named twice"),
        ("product-or-solution", "demo product", "names no pair; write it as item = target"),
        ("say-lock", " \n", "the reply is empty"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_kept(
    uss: Program, drill: str, answers: str, said: str
) -> None:
    done = uss("drill", drill, "--answers", "-", "--lang", "en", stdin=answers)
    assert done.code == 1
    assert said in done.line
    assert uss("history", "--format", "json").json["drills"] == []


def test_a_dry_run_tells_why_and_keeps_nothing(uss: Program) -> None:
    done = uss("drill", "who-answers", "--answers", "-", "--dry-run", "--lang", "zh", stdin="1\n2")
    assert done.code == 0
    assert "商务承诺归经理（M）" in done.out
    assert "选对 1，选错 1，应选 1" in done.out
    assert "得分 0" in done.out
    assert uss("history", "--lang", "zh").out.count("who-answers") == 0


def test_drills_are_listed_and_opened_only_in_a_terminal(uss: Program) -> None:
    listed = uss("list", "--format", "json", "--lang", "en").json
    kinds = {one["kind"] for one in listed["drills"]}
    assert kinds == {"order", "match", "choose", "pick", "say"}
    assert not {one["id"] for one in listed["drills"]} & {one["id"] for one in listed["scenarios"]}
    assert "drill-order" in uss("list").out
    assert uss("drill", "five-steps").code != 0
