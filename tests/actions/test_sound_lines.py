"""`check` leaves lines alone that it found sound before, and only those."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from uss_trainer.actions import checking_file
from uss_trainer.actions.checking import check
from uss_trainer.content.bundled import bundled

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.actions.desk import Desk

LINES = """\
format: lines/1
technique: phone
language: en
none:
- One short line
- Another that says nothing of the kind
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A place with a rubric of its own and one file of lines."""
    folder = tmp_path / "place" / "scoring"
    folder.mkdir(parents=True)
    rubric = (bundled("scoring") / "phone.yaml").read_text(encoding="utf-8")
    (folder / "phone.yaml").write_text(rubric, encoding="utf-8")
    (folder / "phone.lines.en.yaml").write_text(LINES, encoding="utf-8")
    return folder.parent


def test_sound_lines_are_looked_at_again_when_they_or_their_rubric_change(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []
    real = checking_file.alike
    monkeypatch.setattr(
        checking_file, "alike", lambda texts: compared.append(len(texts)) or real(texts)
    )
    lines, rubric = place / "scoring" / "phone.lines.en.yaml", place / "scoring" / "phone.yaml"
    for _ in range(2):
        assert not check(desk, [place]).problems
    assert compared == [2]
    rubric.write_text(rubric.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert not check(desk, [place]).problems
    assert compared == [2, 2]
    lines.write_text(LINES + "- Another that says nothing of that kind\n", encoding="utf-8")
    for _ in range(2):
        assert [one.code for one in check(desk, [place]).problems] == ["check.lines-alike"]
    assert compared == [2, 2, 3, 3], "what is wrong is told each time"
