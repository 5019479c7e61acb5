"""Two programs on one database work; two on one attempt: the second is told."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import PACKS, Program

from uss_trainer.actions.desk import Desk
from uss_trainer.actions.playing import choose
from uss_trainer.actions.sittings import begin, resume
from uss_trainer.errors import TrainerError
from uss_trainer.i18n import sentence
from uss_trainer.paths import Folders

GO_ON = """
import sys
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.playing import choose
from uss_trainer.actions.sittings import resume
from uss_trainer.paths import folders
desk = Desk(folders())
choose(desk, resume(desk, sys.argv[1], "en"), sys.argv[2])
"""


def test_two_programs_on_one_database(uss: Program, script) -> None:
    replies = script("2", "1", "1")
    command = [sys.executable, "-m", "uss_trainer", "play", "short-call", "--replies", str(replies)]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=uss.environ)
        for _ in range(2)
    ]
    answers = [(*one.communicate(timeout=120), one.returncode) for one in both]
    assert [(err, code) for _, err, code in answers] == [(b"", 0)] * 2
    rows = uss("history", "--format", "json").json["attempts"]
    assert [row["ending"] for row in rows] == ["booked", "booked"]


@pytest.mark.parametrize("their_reply", ["half", "rude"], ids=["went on", "ended it"])
def test_the_second_program_on_one_attempt_is_told(uss: Program, their_reply: str) -> None:
    folders = Folders(uss.home / "data", uss.home / "cache", uss.home / "config", packs=(PACKS,))
    desk = Desk(folders)
    mine = begin(desk, "short-call", mode="guided", lang="en", me="Lin")
    subprocess.run(
        [sys.executable, "-c", GO_ON, mine.attempt.id, their_reply], env=uss.environ, check=True
    )
    with pytest.raises(TrainerError) as told:
        choose(desk, mine, "whole")
    assert told.value.problem.code == "store.attempt-moved-on"
    assert mine.attempt.id in sentence(told.value.problem, "en")
    again = resume(desk, mine.attempt.id, "en")
    assert [turn.choice for turn in again.state.turns] == [their_reply]
