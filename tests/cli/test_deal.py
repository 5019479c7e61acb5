"""`deal`: a whole sale from files of replies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import TESTS, Program

BEST = "2\n1\n1\n"


def visits(folder: Path, *texts: str) -> list[str | Path]:
    """Write a file of replies for each visit and return the options that name them."""
    options: list[str | Path] = []
    for place, text in enumerate(texts, 1):
        path = folder / f"visit{place}.txt"
        path.write_text(text, encoding="utf-8")
        options += ["--replies", path]
    return options


@pytest.mark.parametrize(
    ("texts", "code", "ending", "award", "said"),
    [
        ((BEST, BEST + "1.8万\n"), 0, "signed", "little-li", ""),
        ((BEST, BEST + "20000\n20000\n9\n"), 0, "signed", "little-li", "visit2.txt:5"),
        ((BEST,), 3, None, None, "visit 'second'"),
        ((BEST, BEST + "15000\n", BEST), 0, "signed", None, "visit3.txt"),
        ((BEST, BEST + "much\n"), 1, None, None, "visit2.txt:4: 'much' is no price"),
        (("9\n",), 1, None, None, "visit1.txt:1"),
    ],
)
def test_visits_and_prices(
    uss: Program,
    tmp_path: Path,
    texts: tuple[str, ...],
    code: int,
    ending: str | None,
    award: str | None,
    said: str,
) -> None:
    answer = uss(
        "deal", "two-calls", "--packs", TESTS / "deals", "--format", "json", "--lang", "en",
        *visits(tmp_path, *texts),
    )  # fmt: skip
    assert answer.code == code
    assert said in answer.err
    if code == 1:
        assert answer.out == ""
        return
    found: dict[str, Any] = answer.json
    assert (found["ending"], found["award"]) == (ending, award)
    assert len(found["attempts"]) == len(found["visits"])


def test_nothing_is_recorded_by_a_slip_or_a_dry_run(uss: Program, tmp_path: Path) -> None:
    named = ("deal", "two-calls", "--packs", TESTS / "deals", "--format", "json")
    assert uss(*named, "--dry-run", *visits(tmp_path, BEST)).json["run"] is None
    assert uss(*named, *visits(tmp_path, BEST, "2\n9\n")).code == 1
    assert uss("history", "--format", "json").json == {"attempts": [], "drills": []}


def test_the_map_is_printed_after_the_conversations(uss: Program, tmp_path: Path) -> None:
    answer = uss(
        "deal", "two-calls", "--packs", TESTS / "deals", "--lang", "zh",
        *visits(tmp_path, BEST, BEST + "18000\n"),
    )  # fmt: skip
    assert "小李飞刀 · 签了 · 用了 2 次拜访" in answer.out
    assert "✓ 客户答应见面" in answer.out
