"""`regrade`: whose result an edited rubric moves, why, and stored only beside the old."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from uss_trainer.content.bundled import bundled

TYPED = (
    "Good morning, this is Li from Ufsoft; I'm calling to arrange a time to meet.",
    "Would Tuesday at ten or Thursday afternoon suit you better?",
    *("Good.",) * 4,
)
"""A call that never says goodbye, so that its steps' weights matter."""

KEYS = [
    "attempt", "person", "name", "scenario", "moved", "before", "after", "differs", "versions", "turns",
]  # fmt: skip
TURN = ["number", "turn", "differs", "gained", "lost", "faults_gained", "faults_lost", "quality"]
WEIGHT = ("weight: 2\n    must: yes", "weight: 5\n    must: yes")


@pytest.fixture
def played(uss, script) -> str:
    done = uss("play", "short-call", "--replies", script(*TYPED), "--format", "json")
    assert done.code == 0, done.err
    return str(done.json["attempt"])


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A place whose telephone rubric weighs its first step otherwise; the heads still fit it."""
    scoring = tmp_path / "edited" / "scoring"
    scoring.mkdir(parents=True)
    for path in bundled("scoring").glob("phone*.yaml"):
        shutil.copy(path, scoring)
    rubric = scoring / "phone.yaml"
    text = rubric.read_text(encoding="utf-8")
    assert WEIGHT[0] in text
    rubric.write_text(text.replace(*WEIGHT, 1), encoding="utf-8")
    return scoring.parent


def rows(uss, query: str) -> list[tuple[object, ...]]:
    (path,) = uss.home.rglob("trainer.db")
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_an_edited_rubric_moves_results_which_are_written_only_when_told_to(
    uss, played, edited
) -> None:
    same = uss("regrade", "--format", "json").json
    assert (same["looked_at"], same["attempts"], same["written"]) == (1, [], False)
    found = uss("regrade", played[:6], "--packs", edited, "--dry-run", "--format", "json").json
    (one,) = found["attempts"]
    assert [*one] == KEYS
    assert (found["moved"], one["attempt"], one["person"]) == (1, played, "me")
    assert one["before"]["total"] != one["after"]["total"]
    assert one["turns"] == [] and "coverage" in one["differs"]
    assert [(version["part"], version["of"]) for version in one["versions"]] == [
        ("rubric", "phone")
    ]
    assert rows(uss, "select * from regrades") == []
    old = rows(uss, "select total, band, passed from attempts")
    written = uss("regrade", "short-call", "--packs", edited, "--write", "--lang", "zh")
    assert "已存在旧结果旁边" in written.out
    assert rows(uss, "select total, band, passed from attempts") == old
    assert rows(uss, "select attempt, by, total from regrades") == [
        (played, "me", one["after"]["total"])
    ]
    assert rows(uss, "select act, subject from audit") == [("attempts.regrade", played)]
    again = uss("regrade", "--packs", edited, "--write", "--format", "json").json
    assert again["attempts"] == [], "a second time there is nothing left to move"
    assert "Graded again on" in uss("show", played).out
    back = uss("regrade", "--technique", "phone", "--format", "json").json
    assert back["attempts"][0]["after"]["total"] == one["before"]["total"]
    assert uss("verify", played).code == 0


def test_a_judgement_that_changes_is_told_turn_by_turn(uss, played, monkeypatch) -> None:
    from uss_trainer.grading.grader import Grader

    judge = Grader.judge

    def harder(self, text, *rest):
        from dataclasses import replace

        found = judge(self, text, *rest)
        return replace(found, steps=(), quality=0) if "Tuesday at ten or" in text else found

    monkeypatch.setattr(Grader, "judge", harder)
    (one,) = uss("regrade", "--format", "json").json["attempts"]
    (turn,) = one["turns"]
    assert [*turn] == TURN
    assert (turn["turn"], turn["lost"], turn["gained"]) == (2, ["phone/propose-time"], [])
    assert turn["quality"] == {"before": 3, "after": 0}
    text = uss("regrade").out
    assert "turn 2: −phone/propose-time" in text and "phone/propose-time -1" in text


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        pytest.param(["--dry-run", "--write"], 2, "contradict", id="both"),
        pytest.param(["nosuch"], 1, "no attempt 'nosuch'", id="nothing of that name"),
        pytest.param(["--technique", "phne"], 1, "did you mean 'phone'", id="no such technique"),
        pytest.param(["--technique", "fbv"], 1, "no finished attempt fits", id="none of it"),
    ],
)
def test_what_can_not_be_graded_again_is_said(uss, played, args, code, said) -> None:
    answer = uss("regrade", *args)
    assert (answer.code, said in answer.line) == (code, True), answer


def test_trainees_may_not_and_others_free_practice_stays_their_own(uss, played) -> None:
    assert uss("people", "add", "Ned").code == 0
    assert uss("people", "add", "Ann", "--role", "trainer").code == 0
    assert "may not" in uss("regrade", "--as", "Ned").line
    assert uss("regrade", "--as", "Ann", "--format", "json").json["looked_at"] == 0
