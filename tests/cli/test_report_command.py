"""`report` writes files, statements and tables, and says what it won't do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Program

GOOD = ("2", "1", "1")
"""Places of the best replies in the short call."""


@pytest.fixture
def played(uss: Program, script: Callable[..., Path]) -> str:
    """One finished attempt."""
    answer = uss("play", "short-call", "--replies", script(*GOOD), "--format", "json")
    assert answer.code == 0, answer.err
    return str(answer.json["attempt"])


def test_every_subject_in_every_format(uss: Program, played: str, tmp_path: Path) -> None:
    assert "Li: results" in uss("report", "person", "me", "-o", "-", "--lang", "en").out
    assert uss("people", "rename", "me", "李雷").code == 0
    assert uss("people", "team", "East", "--add", "me").code == 0
    subjects = {"attempt": played, "person": "me", "team": "East", "pack": "small"}
    for subject, named in subjects.items():
        for form in ("html", "csv", "xapi"):
            path = tmp_path / f"{subject}.{form}"
            answer = uss("report", subject, named, "--format", form, "-o", path)
            assert (answer.code, answer.out) == (0, ""), answer.err
            assert str(path) in answer.line
            text = path.read_text(encoding="utf-8")
            if form == "xapi":
                verbs = [json.loads(line)["verb"]["display"]["en"] for line in text.splitlines()]
                assert (verbs[0], verbs[-1], len(verbs)) == ("launched", "terminated", 8)
            else:
                assert text.startswith("<!DOCTYPE html>" if form == "html" else "\ufeff")
    shown = uss("report", "person", "me", "-o", "-", "--lang", "zh")
    assert "李雷的成绩" in shown.out
    assert shown.err == ""
    assert uss("report", "attempt", played, "--format", "csv", "-o", "-").out.count("\n") == 4


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("person", "me"), 1, "-o FILE"),
        (("person", "nobody", "-o", "-"), 1, "nobody"),
        (("team", "West", "-o", "-"), 1, "West"),
        (("pack", "nothing", "-o", "-"), 1, "nothing"),
        (("attempt", "zzz", "-o", "-"), 1, "zzz"),
        (("person", "me", "-o", "-", "--format", "pdf"), 2, "html, csv, xapi"),
        (("person", "me", "--post", "https://l.example"), 1, "--format xapi"),
        (("person", "me", "--format", "xapi", "--post", "ftp://l"), 1, "http"),
        (("person", "me", "--format", "xapi", "--post", "https://l.e"), 1, "USS_TRAINER_LRS_KEY"),
        (("items", "nothing"), 1, "nothing"),
        (("pupil", "me"), 2, "pupil"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    uss: Program, args: tuple[str, ...], code: int, said: str
) -> None:
    answer = uss("report", *args)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.line


def test_a_file_is_written_over_only_when_told_to(
    uss: Program, played: str, tmp_path: Path
) -> None:
    path = tmp_path / "mine.html"
    path.write_text("kept", encoding="utf-8")
    assert uss("report", "attempt", played, "-o", path).code == 1
    assert path.read_text(encoding="utf-8") == "kept"
    assert uss("report", "attempt", played, "-o", path, "--force").code == 0
    assert "short call" in path.read_text(encoding="utf-8")
    assert uss("report", "attempt", played, "-o", tmp_path / "no" / "way.html").code == 1
    assert uss("report", "attempt", played, "-o", tmp_path, "--force").code == 1


def keys(plain: dict[str, Any], *path: str) -> list[str]:
    for name in path:
        plain = plain[name][0]
    return list(plain)


def test_item_analysis(uss: Program, played: str) -> None:
    text = uss("report", "items", "small").out
    assert "can't be said" in text
    assert "Too few people to say: 1 finished" in text
    found = uss("report", "items", "small", "--format", "json").json
    assert keys(found) == [
        "pack", "people", "complete", "reliability", "scenarios", "steps", "replies",
    ]  # fmt: skip
    item = ["people", "difficulty", "discrimination", "compared", "verdict"]
    assert keys(found, "scenarios") == ["scenario", *item]
    assert keys(found, "steps") == ["scenario", "step", *item]
    assert keys(found, "replies") == [
        "scenario", "scene", "reply", "quality", "text", "chosen", "shown", "total", "never",
    ]  # fmt: skip
    assert found["reliability"] is None
