"""`verify`: an attempt graded again out of what is stored with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

JUDGES = "uss_trainer.actions.judges.Judges.grader"
TYPED = (
    "Good morning, this is Li from Ufsoft; I'm calling to arrange a time to meet.",
    "Would Tuesday at ten or Thursday afternoon suit you better?",
    "Tuesday at ten, then; I'll ring on Monday to remind you. Thank you, goodbye.",
)


@pytest.fixture
def played(uss, script):
    """Play `short-call` and return the attempt's id."""

    def play(*lines: str, lang: str = "en") -> str:
        done = uss(
            "play", "short-call", "--replies", script(*lines), "--format", "json", "--lang", lang
        )
        assert done.code in (0, 3), done.err
        return str(done.json["attempt"])

    return play


@pytest.fixture
def write(uss):
    """Change the database behind the program's back."""

    def change(sql: str, *values: object) -> None:
        (path,) = uss.home.rglob("*.db")
        with closing(sqlite3.connect(path)) as database, database:
            assert database.execute(sql, values).rowcount > 0

    return change


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_chosen_replies_are_verified_without_the_encoder(uss, played, lang, monkeypatch) -> None:
    attempt = played("2", "1", "1", lang=lang)
    monkeypatch.setattr(JUDGES, lambda *_: pytest.fail("somebody asked for a grader"))
    # Shown in the other language, the replies are still those that were chosen.
    answer = uss("verify", attempt, "--format", "json", "--lang", "zh" if lang == "en" else "en")
    found = answer.json
    assert (answer.code, found["identical"], found["versions"]) == (0, True, [])
    assert [one["kind"] for one in found["turns"]] == ["chosen"] * 3
    assert found["total"]["stored"] == found["total"]["now"] > 80


def test_typed_replies_come_out_identically_with_the_head_stored_or_without_it(
    uss, played, write
) -> None:
    attempt = played(*TYPED)
    found = uss("verify", attempt, "--format", "json").json
    assert found["identical"], found
    assert found["versions"] == []
    assert all(0 <= one["margin"] <= 1 for one in found["turns"] if one["kind"] == "typed")
    text = uss("verify", attempt, "--lang", "zh")
    assert (text.code, text.err) == (0, "")
    assert "完全一致" in text.out
    write("DELETE FROM contents WHERE kind LIKE 'head:%'")
    assert uss("verify", attempt).code == 0


def test_what_was_changed_behind_its_back_is_named(uss, played, write) -> None:
    attempt = played("2", "1", "1")
    write("UPDATE attempts SET total = 99.9")
    assert uss("verify", attempt, "--format", "json").json["differs"] == ["result"]
    body = "UPDATE events SET body = replace(body, '\"quality\":3', '\"quality\":1')"
    write(body)
    answer = uss("verify", attempt)
    assert answer.code == 1
    assert "turn 1: quality" in answer.out
    assert "no version differs" in answer.out
    write("UPDATE contents SET body = body || ' ' WHERE kind = 'scale'")
    versions = uss("verify", attempt, "--format", "json").json["versions"]
    assert [(one["part"], one["of"]) for one in versions] == [("content", "scale")]


def test_another_grader_and_head_are_named(uss, played, write) -> None:
    attempt = played(TYPED[0])
    write("UPDATE events SET body = replace(body, 'grader-', 'grader-0.')")
    write("UPDATE events SET body = replace(body, ' head-', ' head-00')")
    found = uss("verify", attempt, "--format", "json").json
    assert [one["part"] for one in found["versions"]] == ["grader", "head"]
    assert found["identical"]


def test_a_turn_that_hangs_by_a_thread_is_named(uss, played, monkeypatch) -> None:
    attempt = played(TYPED[0])
    monkeypatch.setattr("uss_trainer.grading.grader.Grader.margin", lambda *_: 0.001)
    answer = uss("verify", attempt)
    assert (answer.code, "turn 1 hangs by a thread: 0.001 from a threshold" in answer.out) == (
        0, True,
    )  # fmt: skip


def test_without_the_encoder_typed_replies_can_not_be_verified(uss, played, monkeypatch) -> None:
    attempt = played(TYPED[0])

    monkeypatch.setattr(JUDGES, lambda *_: None)
    answer = uss("verify", attempt)
    assert answer.code == 1
    assert "encoder" in answer.line
