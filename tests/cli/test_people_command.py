"""`people` from the command line: who is there, who may what, what stays in the log."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest
from conftest import Program


def rows(uss: Program, query: str) -> list[Any]:
    with closing(sqlite3.connect(uss.home / "data" / "trainer.db")) as connection:
        return connection.execute(query).fetchall()


def roster(uss: Program, text: str, encoding: str = "utf-8-sig") -> str:
    path = uss.home.parent / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return path.name


def test_a_roster_is_tried_imported_and_imported_again(uss: Program) -> None:
    name = roster(uss, "姓名,工号,团队,角色\r\n王丽,007,华东,\r\n李雷,008,华东;华南,培训师\r\n")
    tried = uss("people", "import", name, "--dry-run", "--format", "json")
    counts = {"new": 2, "changed": 0, "same": 0, "teams": 2, "problems": 0}
    assert tried.json == {"imported": False, **counts}
    assert rows(uss, "select count(*) from people") == [(1,)]
    assert uss("people", "import", name, "--format", "json").json == {"imported": True, **counts}
    again = uss("people", "import", name, "--format", "json").json
    assert (again["new"], again["same"], again["teams"]) == (0, 2, 0)
    log = rows(uss, "select act, actor, body from audit order by number")
    assert [act for act, _, _ in log] == ["people.import"] * 2 + ["people.team"] * 2
    assert {actor for _, actor, _ in log} == {"me"}
    assert json.loads(log[0][2])["name"] == "王丽"
    shown = uss("people", "list", "--format", "json")
    assert {
        one["name"]: (one["role"], one["teams"]) for one in shown.json["people"] if one["name"]
    } == {
        "王丽": ("trainee", ["华东"]),
        "李雷": ("trainer", ["华东", "华南"]),
    }


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        pytest.param("姓名\n王丽丽丽丽\n", "gbk", "GBK", id="GBK"),
        pytest.param("name\nA\n", "utf-16", "UTF-16", id="UTF-16"),
    ],
)
def test_a_file_saved_otherwise_is_named(uss: Program, text: str, encoding: str, said: str) -> None:
    answer = uss("people", "import", roster(uss, text, encoding))
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.line


def test_nothing_is_imported_while_a_row_is_wrong(uss: Program) -> None:
    answer = uss("people", "import", roster(uss, "name,role\nA,\n,\nB,boss\n"))
    assert answer.code == 1
    assert [line.split(" ", 1)[0] for line in answer.err.splitlines()] == ["roster.csv:4:"]
    assert rows(uss, "select count(*) from people") == [(1,)]


def test_roles_decide_and_a_change_is_refused_before_it_is_made(uss: Program) -> None:
    uss("people", "add", "Tess", "--role", "trainer")
    uss("people", "add", "Ned")
    assert uss("people", "add", "Zoe", "--as", "Tess").code == 0
    for args in (("people", "role", "Zoe", "trainer"), ("people", "add", "X", "--role", "trainer")):
        assert "an administrator may" in uss(*args, "--as", "Tess").line
    assert "may not see or change people" in uss("people", "--as", "Ned").line
    uss("people", "deactivate", "Ned")
    assert (
        "deactivated" in uss("play", "short-call", "--replies", "-", "--as", "Ned", stdin="1").line
    )
    assert "did you mean 'Tess'" in uss("people", "--as", "Tes").line
    assert uss("people", "role", "me", "trainee").code == 1


def test_everybody_has_attempts_of_their_own(uss: Program) -> None:
    uss("people", "add", "Ned")
    uss("play", "short-call", "--replies", "-", stdin="2\n1\n1\n")
    mine = uss("history", "--format", "json").json["attempts"][0]["attempt"]
    played = uss("play", "short-call", "--replies", "-", "--as", "Ned", stdin="2\n1\n1\n")
    assert "Ned" in played.out
    listed = uss("history", "--format", "json", "--as", "Ned").json["attempts"]
    assert [one["attempt"] == mine for one in listed] == [False]
    assert "somebody else's" in uss("show", mine, "--as", "Ned").line


def test_teams(uss: Program) -> None:
    for name in ("Ann", "Bo"):
        uss("people", "add", name)
    uss("people", "team", "Nord", "--add", "Ann", "--add", "Bo", "--zone", "Europe/Berlin")
    uss("people", "team", "Nord", "--remove", "Bo", "--rename", "")
    uss("people", "team", "Nord", "--rename", "Süd")
    team = uss("people", "list", "--format", "json").json["teams"][0]
    assert (team["name"], team["zone"], team["members"]) == ("Süd", "Europe/Berlin", 1)
    assert (
        "did you mean 'Europe/Berlin'"
        in uss("people", "team", "Süd", "--zone", "Europe/Berln").line
    )
    assert uss("people", "team", "Süd").out == "nothing changed: it was so already\n"
