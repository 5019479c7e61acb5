"""`desk` as trainers and trainees use it: what is there, and what isn't for whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Program

from uss_trainer.actions.assigning import Wish, assign
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.judges import Judges
from uss_trainer.actions.playing import choose, say
from uss_trainer.actions.sittings import begin
from uss_trainer.errors import fail
from uss_trainer.grading.semantic import Encoder
from uss_trainer.paths import folders

TESS = ("--as", "Tess")


def no_encoder() -> Encoder:
    raise fail("grading.encoder-missing")


@pytest.fixture
def team(uss: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Tess trains Ned and Ann: Ned is late and typed what nobody could grade, Ann only practises."""
    for name in ("Ned", "Ann"):
        uss("people", "add", name)
        uss("people", "team", "East", "--add", name)
    uss("people", "add", "Tess", "--role", "trainer")
    for name, value in uss.environ.items():
        monkeypatch.setenv(name, value)
    desk = Desk(folders(), named="Tess", judges=Judges(no_encoder))
    late = Wish(("short-call",), ("East",), due="2026-01-05", mode="guided", title="Late [b]")
    typed = Wish(("short-call",), ("Ned",))
    ids = {wish.mode: assign(desk, wish)[0].id for wish in (late, typed)}
    ned = Desk(folders(), named="Ned", judges=Judges(no_encoder))
    sitting = begin(ned, "short-call", mode="typed", lang="en", me="Ned", assignment=ids["typed"])
    while not sitting.state.ended:
        sitting = say(ned, sitting, "Hello from U9")
    sitting = begin(ned, "short-call", mode="guided", lang="en", me="Ned", assignment=ids["guided"])
    for reply in ("whole", "choice", "thanks"):
        sitting = choose(ned, sitting, reply)
    uss("play", "short-call", "--as", "Ann", "--replies", "-", stdin="2\n1\n1\n")
    return uss


def test_who_is_behind_and_what_waits(team: Program) -> None:
    found = team("desk", "--format", "json", *TESS).json
    assert [(one["title"], one["given"], one["done"], one["pending"], one["overdue"]) for one in found["assignments"]] == [
        ("short-call", 1, 0, 1, 0),
        ("Late [b]", 2, 1, 0, 1),
    ]  # fmt: skip
    assert [(one["name"], one["overdue"], one["practice"]["attempts"]) for one in found["people"]] == [
        ("Ann", 1, 1),
        ("Ned", 0, 0),
    ]  # fmt: skip
    queue = team("desk", "queue", "--format", "json", *TESS).json["queue"]
    assert queue
    assert {(one["name"], one["reason"]) for one in queue} == {("Ned", "encoder-missing")}
    for one in queue:
        turn, steps = str(one["turn"]), ",".join(one["steps"])
        args = ("--steps", steps, "--quality", "3", "--why", "Said so.")
        assert team("correct", one["attempt"], "--turn", turn, *args, *TESS).code == 0
    assert team("desk", "queue", *TESS).out == "no reply waits for a ruling\n"
    (typed, _) = team("desk", "--format", "json", *TESS).json["assignments"]
    assert (typed["pending"], typed["done"] + typed["below"]) == (0, 1)


def test_free_practice_is_counted_and_not_shown(team: Program) -> None:
    ann = team("desk", "person", "Ann", "--format", "json", *TESS).json
    assert ann["practice"] == {"attempts": 1, "shared": 0, "drills": 0}
    assert (ann["attempts"], ann["techniques"]) == ([], {})
    found = team("desk", "map", "--format", "json", *TESS).json
    assert [one["name"] for one in found["people"]] == ["Ned"]
    name = team("history", "--as", "Ann", "--format", "json").json["attempts"][0]["attempt"]
    team("share", name, "--as", "Ann")
    ann = team("desk", "person", "Ann", "--format", "json", *TESS).json
    assert [(one["attempt"], one["shared"]) for one in ann["attempts"]] == [(name, True)]
    assert ann["techniques"]["phone"]["share"] > 0.9
    shown = team("desk", "map", "--team", "East", "--lang", "zh", *TESS).out
    assert "电话" in shown
    assert "Ann" in shown


def test_trainees_see_a_board_only_where_it_is_on_and_may_leave_it(team: Program) -> None:
    ann, ned = ("--as", "Ann"), ("--as", "Ned")
    for page in ("overview", "map", "queue"):
        assert "may not read" in team("desk", page, *ann).line
    assert "may not read" in team("desk", "person", "Ann", *ann).line
    assert "no board" in team("desk", "board", *ann).line
    assert "may not turn boards" in team("desk", "board", "on", "--team", "East", *ann).line
    assert team("desk", "board", "on", "--team", "East", *TESS).code == 0
    (board,) = team("desk", "board", "--format", "json", *ann).json["boards"]
    assert board["people"] == [
        {"name": "Ann", "me": True, "given": 1, "done": 0},
        {"name": "Ned", "me": False, "given": 2, "done": 1},
    ]
    assert team("desk", "board", "leave", *ned).code == 0
    (board,) = team("desk", "board", "--format", "json", *ann).json["boards"]
    assert [one["name"] for one in board["people"]] == ["Ann"]
    assert "nothing changed" in team("desk", "board", "leave", *ned).out
    team("desk", "board", "off", "--team", "East", *TESS)
    assert "no board" in team("desk", "board", *ann).line


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("person",), "PERSON"),
        (("person", "Nedd"), "did you mean 'Ned'"),
        (("quue",), "did you mean 'queue'"),
        (("map", "Ned"), "Ned"),
        (("board", "on"), "--team"),
        (("overview", "--team", "Esat"), "did you mean 'East'"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    uss: Program, tmp_path: Path, args: tuple[str, ...], said: str
) -> None:
    uss("people", "add", "Ned")
    uss("people", "team", "East", "--add", "Ned")
    answer = uss("desk", *args)
    assert answer.code in (1, 2)
    assert said in answer.line
