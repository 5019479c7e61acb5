"""What a reply shows as a whole: sham told from speech, by numbers that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from uss_trainer.grading.tells import TELLS, tells
from uss_trainer.grading.weighing import load_weighing
from uss_trainer.grading.whole import (
    FILE,
    MANNER,
    SHAM,
    Whole,
    fit_whole,
    load_whole,
    save_whole,
)

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.content.rubrics import Faults
    from uss_trainer.content.scoring import Scoring
    from uss_trainer.grading.judge import Grader

TITLES = ("自我介绍", "约见面时间", "Introduce yourself", "Propose a time")


@pytest.mark.parametrize(
    ("text", "context", "tell", "least", "most"),
    [
        ("您的货还在路上", "我的货还在路上呢", "borrowed", 0.8, 1.0),
        ("明天上午我带方案过去", "我的货还在路上呢", "borrowed", 0.0, 0.0),
        ("自我介绍，约见面时间", "", "named", 0.8, 1.0),
        ("Introduce, propose, time", "", "named", 0.9, 1.0),
        ("我姓顾，想跟您约个时间", "", "named", 0.0, 0.3),
        ("好的好的好的好的", "", "again", 0.6, 1.0),
        ("[introduces himself]", "", "brackets", 1, 1),
        ("不想说，也没空说", "", "denials", 2, 2),
        ("!!!", "", "size", 0, 0),
    ],
)
def test_tells(text: str, context: str, tell: str, least: float, most: float) -> None:
    told = dict(zip(TELLS, tells(text, context, TITLES), strict=True))
    assert least <= told[tell] <= most
    assert all(0 <= number <= 4 for number in told.values())


def test_a_head_learns_each_label_by_itself_and_reads_back_the_same(tmp_path: Path) -> None:
    chance = np.random.default_rng(5)
    rows = chance.normal(size=(400, 6)).astype(np.float32)
    truth = np.stack([rows[:, 0] > 0, rows[:, 1] + rows[:, 2] > 0], axis=1)
    head = fit_whole(("a", "b"), rows, truth, 1.0)
    told = np.array([list(share.values()) for share in head.shares(rows)])
    assert ((told > 0.5) == truth).mean() > 0.95
    assert (told[:, 0] > 0.5)[told[:, 1] > 0.5].any(), "both labels at once"
    whole = Whole({MANNER: head}, 0.4)
    save_whole(whole, tmp_path / FILE)
    again = load_whole(tmp_path)
    assert again.version == whole.version
    assert again.heads[MANNER].shares(rows) == head.shares(rows)
    assert Whole({MANNER: head}, 0.5).version != whole.version
    assert again.shares("no-such-technique", rows[:1]) == {}


def test_the_heads_that_come_with_the_program_know_every_step_and_fault(
    scoring: Scoring, faults: Faults
) -> None:
    heads = load_weighing().whole.heads
    for technique in scoring.techniques():
        steps = {step.id for step in scoring.plain(technique).steps}
        assert set(heads[technique].labels) == steps
    assert {*heads[MANNER].labels} <= {*(fault.id for fault in faults.faults), SHAM}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("本通电话我将完成自我介绍、说明来意、约定时间三个步骤。", "哪位？"),
        ("我已经做过自我介绍，也说明过来意了，请往下进行。", "您是哪家公司的？"),
        ("哪家公司的？您问哪家公司的，嗯，哪家公司的。", "您是哪家公司的？"),
        ("In this call I state my purpose, propose a time and say goodbye politely.", "Yes?"),
        ("I have introduced myself and confirmed the appointment, so that part is complete.", "Go on."),
        ("State purpose; ask awareness; confirm and lock.", "What is this about?"),
    ],
)  # fmt: skip
def test_talk_about_the_method_earns_nothing(grader: Grader, text: str, context: str) -> None:
    assert not grader.judge(text, context).steps


@pytest.mark.parametrize(
    ("text", "context", "step"),
    [
        ("我姓顾，用友做财务软件的那个顾。", "哪位？", "phone/introduce-self"),
        ("顾晓，用友。", "哪位？", "phone/introduce-self"),
        ("This is Gu from Ufsoft, the accounting people.", "Yes?", "phone/introduce-self"),
        (
            "Thursday at three, then; I'll ring you the day before.",
            "Thursday suits me.",
            "phone/confirm-lock",
        ),
    ],
)
def test_terse_speech_is_no_sham(grader: Grader, text: str, context: str, step: str) -> None:
    judgement = grader.judge(text, context)
    assert step in judgement.step_ids
    assert SHAM not in judgement.guards
