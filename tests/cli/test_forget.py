"""`export-me` and `forget`: everything about oneself, and nothing of it afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from conftest import TESTS, Program


def everything(uss: Program) -> str:
    with closing(sqlite3.connect(uss.home / "data" / "trainer.db")) as connection:
        return "\n".join(connection.iterdump())


def play(uss: Program, who: str, replies: str = "2\n1\n1\n") -> None:
    assert uss("play", "short-call", "--replies", "-", "--as", who, stdin=replies).code in (0, 3)


def test_what_is_stored_can_be_taken_along_and_removed(uss: Program) -> None:
    for name in ("Nedrick", "Zoe"):
        uss("people", "add", name, "--number", f"no-{name}")
        play(uss, name)
    uss("people", "team", "East", "--add", "Nedrick", "--add", "Zoe")
    uss("assign", "short-call", "--to", "Nedrick")
    play(uss, "Nedrick", "2\n")
    mine = uss("export-me", "--as", "Nedrick").json
    assert (mine["person"]["name"], mine["teams"]) == ("Nedrick", ["East"])
    assert [one["scenario"] for one in mine["assignments"][0]["items"]] == ["short-call"]
    assert [(one["ending"], len(one["turns"])) for one in mine["attempts"]] == [
        ("booked", 3),
        (None, 1),
    ]
    assert mine["attempts"][0]["turns"][0]["reply"] in str(mine["attempts"][0]["events"][0])
    assert (mine["drills"], mine["cards"], mine["reviews"]) == ([], [], [])
    assert "an administrator may" in uss("forget", "Nedrick", "--as", "Zoe").line
    assert "--yes" in uss("forget", "Nedrick").line
    assert uss("forget", "Nedrick", "--as", "Nedrick", "--yes").code == 0
    left = everything(uss)
    for word in ("Nedrick", mine["person"]["id"], mine["attempts"][0]["started_at"]):
        assert word not in left, word
    assert "Zoe" in left
    figures = "select total > 0 from attempts where person = 'gone'"
    with closing(sqlite3.connect(uss.home / "data" / "trainer.db")) as connection:
        assert connection.execute(figures).fetchall() == [(1,)]
        assert connection.execute("select count(*) from step_figures").fetchone()[0] >= 8
        assert connection.execute("pragma foreign_key_check").fetchall() == []
    assert len(uss("history", "--format", "json", "--as", "Zoe").json["attempts"]) == 1
    assert "gone" not in uss("people").out


def test_deals_and_drills_are_taken_along_and_removed_too(uss: Program) -> None:
    uss("people", "add", "Nedrick")
    answers = "\n".join(("develop", "guide", "criteria", "present-value", "realise"))
    drill = ("drill", "five-steps", "--answers", "-", "--as", "Nedrick")
    assert uss(*drill, stdin=answers).code == 0
    deal = ("deal", "two-calls", "--packs", TESTS / "deals", "--replies", "-", "--as", "Nedrick")
    assert uss(*deal, stdin="2\n1\n1\n").code == 3
    mine = uss("export-me", "--as", "Nedrick").json
    assert [one["given"] for one in mine["drills"]] != []
    (run,) = mine["deals"]
    assert [one["kind"] for one in run["events"]] == ["begun", "visited"]
    assert run["events"][0]["body"]["attempt"] == mine["attempts"][0]["attempt"]
    assert uss("export-me").json["deals"] == []
    assert uss("forget", "Nedrick", "--yes").code == 0
    left = everything(uss)
    assert run["id"] not in left
    assert "Nedrick" not in left


def test_the_last_administrator_stays_and_me_loses_its_name(uss: Program) -> None:
    uss("people", "rename", "me", "Adalbert")
    play(uss, "me")
    assert uss("forget", "Adalbert", "--yes").code == 0
    assert "Adalbert" not in everything(uss)
    assert uss("people", "list", "--format", "json").json["people"][0]["role"] == "administrator"
    assert uss("history", "--format", "json").json["attempts"] == []


def test_drills_cards_and_their_record_go_along_and_are_removed(uss: Program) -> None:
    for name in ("Nedrick", "Zoe"):
        uss("people", "add", name)
        for drill, said in (
            ("say-purpose", f"Hello, {name} here from Ufsoft."),
            ("say-lock", "No"),
        ):
            assert uss("drill", drill, "--answers", "-", "--as", name, stdin=said).code == 0
    assert uss("drill", "five-steps", "--answers", "-", "--as", "Nedrick", stdin="1").code == 0
    mine = uss("export-me", "--as", "Nedrick").json
    assert [one["drill"] for one in mine["drills"]] == ["say-purpose", "say-lock", "five-steps"]
    assert mine["drills"][0]["given"]["text"] == "Hello, Nedrick here from Ufsoft."
    steps = ["phone/introduce-self", "phone/state-purpose", "phone/confirm-lock"]
    assert [one["step"] for one in mine["reviews"]] == steps
    assert [one["rating"] for one in mine["reviews"]][1:] == ["again", "again"]
    assert sorted(one["step"] for one in mine["cards"]) == sorted(steps)
    assert uss("forget", "Nedrick", "--yes").code == 0
    left = everything(uss)
    assert "Nedrick" not in left
    assert mine["person"]["id"] not in left
    theirs = uss("export-me", "--as", "Zoe").json
    assert [len(theirs[part]) for part in ("drills", "cards", "reviews")] == [2, 3, 3]
