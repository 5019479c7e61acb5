"""`check --deep`, its kept answers, and where problems point."""

from __future__ import annotations

import pytest
from conftest import PACKS, TESTS, Program

from uss_trainer.actions.pointing import Pointed, pointed
from uss_trainer.errors import Problem


def test_answers_are_kept_until_the_file_changes(uss: Program) -> None:
    pack = uss.home.parent / "small"
    pack.mkdir()
    for name in ("pack.yaml", "short-call.yaml"):
        text = (PACKS / "small" / name).read_text(encoding="utf-8")
        (pack / name).write_text(text, encoding="utf-8")
    first = uss("check", "--deep", pack, "--format", "json", "--lang", "en")
    assert first.code == 0, first.err
    assert list(first.json["deep"][0]) == ["scenario", "places", "complete", "graded", "endings"]
    assert list(first.json["deep"][0]["endings"][0]) == ["ending", "best", "worst", "passes"]
    kept = list((uss.home / "cache" / "deep").iterdir())
    assert len(kept) == 1
    assert uss("check", "--deep", pack, "--format", "json", "--lang", "en").out == first.out
    call = pack / "short-call.yaml"
    call.write_text(call.read_text(encoding="utf-8") + "\n# a word\n", encoding="utf-8")
    uss("check", "--deep", pack)
    assert len(list((uss.home / "cache" / "deep").iterdir())) == 2
    assert "booked" in uss("check", "--deep", pack, "--lang", "zh").out


@pytest.mark.parametrize(
    ("lang", "hint"), [("zh", "  提示：换一个回复"), ("en", "  hint: write another reply")]
)
def test_text_shows_line_carets_and_hint(uss: Program, lang: str, hint: str) -> None:
    shown = uss("check", TESTS / "broken" / "goto-nowhere.yaml", "--lang", lang).out.splitlines()
    assert shown[1:3] == ["  58 |         goto: tmie", "     |               ^^^^"]
    assert hint in uss("check", TESTS / "broken" / "same-text.yaml", "--lang", lang).out


@pytest.mark.parametrize(
    ("line", "facts", "column", "length"),
    [
        ("  goto: tmie", {"id": "tmie", "nearest": "time"}, 9, 4),
        ("  zh: '您好'", {"lang": "zh"}, 7, 4),
        ("  scenes:", {"count": "2"}, 3, 7),
        ("x" * 300 + "tmie", {"id": "tmie"}, 197, 4),
    ],
)
def test_the_words_meant_are_found(
    line: str, facts: dict[str, str], column: int, length: int
) -> None:
    found = pointed(line, Problem("check.unknown-goto", "a:1", facts))
    assert found is not None
    assert (found.column, found.length) == (column, length)
    assert isinstance(found, Pointed) and len(found.line) <= 200
