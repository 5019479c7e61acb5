"""`comment`, `correct`, `share` as a trainer and a trainee use them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Program

REPLIES = "half\nask\nnow\ncurt\n"


def attempt_of(uss: Program) -> str:
    """Return Ned's attempt at what he was given, by chosen replies."""
    uss("people", "add", "Ned")
    uss("people", "add", "Tess", "--role", "trainer")
    given = uss("assign", "short-call", "--to", "Ned", "--mode", "guided", "--format", "json")
    assert given.code == 0
    played = uss("play", "short-call", "--as", "Ned", "--replies", "-", stdin="2\n1\n1\n")
    name = str(uss("history", "--as", "Ned", "--format", "json").json["attempts"][0]["attempt"])
    assert played.code == 0
    assert "can read" in uss("share", name, "--as", "Ned").out
    return name


def test_a_turn_is_commented_corrected_and_proposed_as_a_line(uss: Program, tmp_path: Path) -> None:
    name = attempt_of(uss)
    tess = ("--as", "Tess")
    assert "stored" in uss("comment", name, "--turn", "1", "Slower, please.", *tess).out
    steps = ("--steps", "introduce-self,introduce-company", "--quality", "3")
    why = ("--why", "He said it: 'U9'.", "--format", "json")
    args = ("correct", name, "--turn", "1", *steps, *why, "--propose", tmp_path / "new", *tess)
    made = uss(*args)
    assert made.code == 0, made.err
    assert made.json["machine"] != made.json["ruled"]
    assert uss(*args).code == 0
    file, other = sorted((tmp_path / "new").iterdir(), key=lambda path: len(path.name))
    assert other.name == file.name.replace(".yaml", "-2.yaml")
    assert file.name in made.line
    assert uss("check", file).code == 0, uss("check", file).out
    text = file.read_text(encoding="utf-8")
    assert "  introduce-self:\n    - text: '" in text
    assert "also: [introduce-company]" in text
    shown = uss("show", name, "--as", "Ned").out
    assert "Tess, 20" in shown
    assert "Slower, please." in shown
    assert "Reason: He said it: 'U9'." in shown
    assert "(the program alone:" in shown
    back = uss("correct", name, "--turn", "1", "--take-back", *tess)
    assert "holds again" in back.out
    assert uss("show", name, "--format", "json", *tess).json["ruled"] is None
    assert "no longer" in uss("unshare", name, "--as", "Ned").out
    assert "somebody else's" in uss("show", name, *tess).line


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--turn", "9", "--why", "x"), "counted from 1 to 3"),
        (("--turn", "1", "--steps", "introduce-slef", "--why", "x"), "did you mean"),
        (("--turn", "1", "--quality", "4", "--why", "x"), "3"),
        (("--turn", "1"), "--why"),
        ((), "turn"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(uss: Program, args: tuple[str, ...], said: str) -> None:
    name = attempt_of(uss)
    answer = uss("correct", name, *args, "--as", "Tess")
    assert answer.code in (1, 2)
    assert said in answer.line
    assert "may not rule" in uss("correct", name, "--turn", "1", "--why", "x", "--as", "Ned").line
