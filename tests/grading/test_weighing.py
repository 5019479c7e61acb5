"""The second look: what the whole of a reply says about its steps, faults and quality."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from uss_trainer.content.bundled import bundled
from uss_trainer.grading.guards import keywords, names_method, negated, strike
from uss_trainer.grading.quality import allowed, grounds
from uss_trainer.grading.signals import odds
from uss_trainer.grading.text import clauses
from uss_trainer.grading.values import Evidence
from uss_trainer.grading.weighing import FILE, Scales, load_weighing
from uss_trainer.grading.whole import FILE as WHOLE

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.grading.judge import Grader

SCALES = Scales(
    {"size": (0.5, 2.0), "wrong": (-0.3, 0.0), "near": (0.2, 0.5)}, 1.5, (1.0, 1.6, 2.1)
)


@pytest.mark.parametrize(
    ("signals", "total", "grade", "because"),
    [
        ({"size": 2.0, "wrong": 0.0, "near": 0.5}, 1.5, 1, ()),
        ({"size": 4.0, "wrong": 0.0, "near": 0.5}, 2.5, 3, ("size+",)),
        ({"size": 2.0, "wrong": 2.0, "near": 0.5}, 0.9, 0, ("fault-",)),
        ({"size": 3.0, "wrong": 1.0, "near": 2.5}, 2.1, 3, ("size+", "fit+")),
    ],
    ids=["as usual", "says enough", "sounds wrong", "two grounds, the stronger first"],
)
def test_a_quality_is_a_sum_that_can_be_told(
    signals: dict[str, float], total: float, grade: int, because: tuple[str, ...]
) -> None:
    assert SCALES.total(signals) == pytest.approx(total)
    assert SCALES.grade(signals) == grade
    assert grounds(SCALES, signals) == because


def test_nothing_performed_and_nothing_due_stay_at_one() -> None:
    step = Evidence("phone/greet", 1.0)
    assert allowed(3, [], ()) == 1
    assert allowed(3, [step], ("phone/propose-time",)) == 1
    assert allowed(3, [step], ("phone/greet",)) == 3
    assert allowed(0, [], ()) == 0


def test_odds_of_nothing_and_everything_are_bounded() -> None:
    assert odds(0.0) == pytest.approx(-odds(1.0))
    assert odds(0.5) == 0


def test_the_version_names_the_weights_whatever_the_line_ends(tmp_path: Path) -> None:
    raw = (bundled("scoring") / FILE).read_bytes()
    (tmp_path / WHOLE).write_bytes((bundled("scoring") / WHOLE).read_bytes())
    (tmp_path / FILE).write_bytes(raw.replace(b"\n", b"\r\n"))
    assert load_weighing(tmp_path).version == load_weighing().version
    told = json.loads(raw)
    told["steps"]["bars"] = [0.99]
    (tmp_path / FILE).write_text(json.dumps(told), encoding="utf-8")
    assert load_weighing(tmp_path).version != load_weighing().version


def test_a_judgement_says_which_weights_judged(grader: Grader) -> None:
    assert f"weighing-{load_weighing().version}" in grader.judge("您好，我是用友的小顾。").version


@pytest.mark.parametrize(
    ("text", "context", "hit"),
    [
        ("称呼、开场、自我介绍、约时间、道别", "", True),
        ("Greeting, introduction, time, objection, lock, goodbye, thanks.", "", True),
        ("三号楼、二十箱、约时间、三号楼、自我介绍", "三号楼有二十箱。", True),
        ("Zainab. Ufsoft. Regional sales.", "", False),
        ("周四、下午、三点，我记下了，到时候见。", "", False),
        ("Four things, then: stock, wages, till and tax, each in one place.", "", False),
    ],
)
def test_a_heap_of_catchwords_is_no_speech(text: str, context: str, hit: bool) -> None:
    titles = ["自我介绍", "约时间", "道别", "Introduce yourself", "Confirm and lock", "Objection"]
    assert keywords(text, titles, context) is hit


@pytest.mark.parametrize(
    ("text", "context", "guard"),
    [
        ("压了一季，压了一季，记下了。", "货压了一季，老板天天骂。", "parrot"),
        ("现在我用假设法，您请。", "", "titles"),
        ("我今天不总结，您自便。", "", "negated"),
        ("I'll skip asking for a date today.", "", "negated"),
    ],
)
def test_talk_about_a_step_is_struck(text: str, context: str, guard: str) -> None:
    struck = strike(text, clauses(text), context, ["假设法", "总结"])
    assert any(guard in one for one in struck)


def test_a_method_is_named_only_by_its_own_name() -> None:
    assert names_method("这里我用回飞镖法", ["回飞镖法"])
    assert not names_method("这个办法好", ["回飞镖法", "暂停"])
    assert not negated("总结一下您说的")
