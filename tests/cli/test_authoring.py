"""The trainer's commands: what they write, refuse and leave alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_schema_writes_what_an_editor_needs(uss, tmp_path: Path) -> None:
    files = uss("schema", "--format", "json").json["schemas"]
    assert {"scenario", "pack", "rubric", "lines", "company"} <= set(files)
    shown = uss("schema", "pack").out
    assert json.loads(shown)["required"] == ["format", "id", "title"]
    target = tmp_path / "pack.json"
    assert str(target) in uss("schema", "pack", "-o", target).out
    assert target.read_text(encoding="utf-8") == shown
    listed = uss("schema").out
    assert all(path in listed for path in files.values())


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["schema", "scenarios"], 2, "did you mean 'scenario'?"),
        (["schema", "-o", "x.json"], 2, "needs KIND"),
        (["schema", "pack", "-o", "no/where.json"], 1, "can't be written"),
    ],
)
def test_what_a_trainer_is_refused_is_one_line(uss, args, code, said) -> None:
    answer = uss(*args)
    assert answer.code == code
    assert said in answer.line
