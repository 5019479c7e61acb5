"""`exam`: sat from a file, gone on with, rated before the result is shown, verified as a whole."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from test_docs import PAGE, same_keys

CALL = (
    "Good morning, this is Li from Ufsoft; I'm calling to arrange a time to meet.",
    "Would Tuesday at ten or Thursday afternoon suit you better?",
    "Tuesday at ten, then; I'll ring on Monday to remind you. Thank you, goodbye.",
)
SILLY = ("Nice weather today.",) * 60


@pytest.fixture
def sit(uss, script):
    """Sit `mock` with those replies and return the answer as JSON."""

    def answer(*lines: str, code: int = 3, seed: int = 3):
        done = uss("exam", "mock", "--seed", seed, "--replies", script(*lines), "--format", "json")
        assert done.code == code, done.err
        return done.json

    return answer


@pytest.fixture
def write(uss):
    """Change the database behind the program's back."""

    def change(sql: str, *values: object) -> None:
        (path,) = uss.home.rglob("trainer.db")
        with closing(sqlite3.connect(path)) as database, database:
            assert database.execute(sql, values).rowcount > 0

    return change


def test_an_exam_from_its_first_reply_to_the_report(uss, sit, script, write) -> None:
    begun = sit(*CALL[:2])
    exam = begun["exam"]
    assert (begun["stage"], begun["seed"], begun["steps"], begun["total"]) == ("going", 3, [], None)
    # It goes on where it stands; what was played is kept back meanwhile.
    assert uss("history", "--format", "json").json["attempts"] == []
    over = sit(CALL[2], *SILLY)
    assert (over["exam"], over["stage"], over["breaks"]) == (exam, "to-rate", 1)
    assert (over["verdict"], over["techniques"], over["ended_by"]) == (None, [], "done")
    assert {row["place"] for row in over["steps"]} == {1, 2}
    assert set(over["steps"][0]) == {"place", "step"}, "nothing tells how it went"
    assert "isn't over yet" not in uss("exam", exam).out

    answer = uss("exam", exam, "--ratings", script("* yes", "1 phone/polite-goodbye partly"))
    assert answer.code == 0, answer.err
    assert "Not ready yet" in answer.out and "over-confident" in answer.out
    found = uss("exam", exam, "--format", "json").json
    same_keys(
        json.loads(
            PAGE.read_text(encoding="utf-8").split("`exam EXAM` shows")[1].split("```")[1][4:]
        ),
        found,
        "exam",
    )
    phone, opening = found["techniques"]
    assert (phone["technique"], phone["total"] > 80, phone["score"]) == ("phone", True, "yes")
    assert (phone["verdict"], phone["calibration"], opening["verdict"]) == (
        "ready",
        "yes",
        "not-ready",
    )
    assert found["verdict"] == "not-ready"
    rows = {(row["place"], row["step"]): row for row in found["steps"]}
    assert rows[1, "phone/polite-goodbye"]["off"] == -50, "done, and rated half"
    assert rows[2, "opening/state-intent"]["off"] == 100
    listed = uss("history", "--format", "json").json["attempts"]
    assert [one["mode"] for one in listed] == ["exam", "exam"]
    assert "rated already" in uss("exam", exam, "--ratings", script("* no")).line
    own = uss("export-me").json["exams"]
    assert [one["exam"] for one in own] == [exam]

    verified = uss("verify", exam, "--format", "json").json
    assert verified["identical"], verified
    assert [len(one["turns"]) > 2 for one in verified["attempts"]] == [True, True]
    write("UPDATE exam_ratings SET rating = 0 WHERE place = 2")
    assert uss("verify", exam, "--format", "json").json["differs"] == []
    write("UPDATE exams SET verdict = 'ready', total = 99")
    write("UPDATE exam_items SET scenario = 'cold-call' WHERE place = 1")
    told = uss("verify", exam)
    assert told.code == 1
    assert "isn't what seed 3 draws" in told.out and "stored result isn't" in told.out


def test_what_belongs_to_an_exam_stays_in_it(uss, sit, write) -> None:
    exam = sit(CALL[0])["exam"]
    (path,) = uss.home.rglob("trainer.db")
    with closing(sqlite3.connect(path)) as database:
        ((attempt,),) = database.execute("select id from attempts").fetchall()
    for command in ("show", "verify"):
        assert "kept back" in uss(command, attempt).line
    assert "isn't over yet" in uss("exam", exam, "--ratings", "-", stdin="* yes").line
    # Home, which would offer to resume it, doesn't know it.
    assert uss("list", "--format", "json").json["exams"][0]["id"] == "mock"
    write("UPDATE exams SET ends_at = '2026-01-01T00:00:00.000+00:00'")
    late = sit(CALL[1])
    assert (late["stage"], late["ended_by"]) == ("to-rate", "time")
    assert late["ended_at"] == "2026-01-01T00:00:00.000+00:00"
    found = uss("exam", exam, "--ratings", "-", "--format", "json", stdin="* no").json
    first, second = found["conversations"]
    assert (first["finished"], second["attempt"], second["total"]) == (False, None, 0.0)
    assert found["techniques"][0]["unfinished"] == 1
    # What was still to come on the best way counts as missed.
    assert {"phone/propose-time", "phone/polite-goodbye"} <= {
        row["step"] for row in found["steps"] if row["done"] == "no"
    }
    assert uss("verify", exam).code == 0


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        pytest.param(["mokc"], 1, "did you mean 'mock'", id="no such pack"),
        pytest.param(["small"], 1, "has no exam", id="a pack without one"),
        pytest.param(["exam-12"], 1, "no exam 'exam-12'", id="no such exam"),
        pytest.param(["mock"], 1, "terminal", id="no screen"),
        pytest.param(["mock", "--ratings", "-"], 1, "no exam 'mock'", id="none begun"),
    ],
)
def test_what_can_not_be_sat_is_said(uss, args, code, said) -> None:
    answer = uss("exam", *args)
    assert (answer.code, said in answer.line) == (code, True), answer


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 phone/introduce-self perhaps", "stdin:1"),
        ("one two three yes", "is no rating"),
        ("1 * yes", "conversation 2 has no rating"),
    ],
)
def test_ratings_that_can_not_be_read_are_named(uss, sit, text: str, said: str) -> None:
    exam = sit(*CALL, *SILLY)["exam"]
    assert said in uss("exam", exam, "--ratings", "-", stdin=text).line


def test_others_exams_are_read_by_trainers_only(uss, sit) -> None:
    exam = sit(*CALL, *SILLY)["exam"]
    uss("exam", exam, "--ratings", "-", stdin="* yes")
    for name, role in (("Ned", "trainee"), ("Ann", "trainer")):
        assert uss("people", "add", name, "--role", role).code == 0
    assert "somebody else's" in uss("exam", exam, "--as", "Ned").line
    assert uss("exam", exam, "--as", "Ann").code == 0
    assert uss("verify", exam, "--as", "Ann").code == 0
    assert uss("forget", "me", "--yes").code == 0
    (path,) = uss.home.rglob("trainer.db")
    with closing(sqlite3.connect(path)) as database:
        left = "\n".join(database.iterdump())
    assert exam not in left


def test_play_counts_for_an_assignment(uss, script) -> None:
    given = uss("assign", "short-call", "--to", "me", "--mode", "guided", "--format", "json").json
    name = given["assignment"]
    played = ["play", "short-call", "--assignment", name, "--replies", script("2", "1", "1")]
    assert "guided" in uss(*played, "--mode", "typed").line
    assert uss(*played).code == 0
    (result,) = uss("results", "--format", "json").json["results"]
    assert (result["state"], result["attempts"]) == ("done", 1)
