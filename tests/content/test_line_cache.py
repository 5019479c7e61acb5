"""Rubrics' lines kept between starts, read in pieces."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from uss_trainer.content import reading
from uss_trainer.content.bundled import bundled
from uss_trainer.content.digest import lines_digest
from uss_trainer.content.kept_lines import KeptLines, lines_written
from uss_trainer.content.rubrics import RubricLines
from uss_trainer.content.scoring import Scoring
from uss_trainer.errors import TrainerError
from uss_trainer.grading.rubric import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RUBRIC = """\
format: rubric/1
technique: chat
name: {zh: 闲聊, en: Chat}
purposes: [{zh: 认识, en: Meet}]
steps:
- {id: greet, name: {zh: 问候, en: Greet}, about: {zh: 问好, en: Say hello}, prompts: [{zh: 喂, en: Hey}]}
"""
LINES = """\
format: lines/1
technique: chat
language: en
steps:
  greet:
  - Hello there
  - text: 'She said "hi", [ok]'
    after: Yes?
none:
- Maybe
"""


@pytest.fixture
def scoring(tmp_path: Path) -> Path:
    """A folder with one small rubric."""
    folder = tmp_path / "scoring"
    folder.mkdir()
    (folder / "chat.yaml").write_text(RUBRIC, encoding="utf-8")
    (folder / "chat.lines.en.yaml").write_text(LINES, encoding="utf-8")
    return folder


def opened(folder: Path, cache: Path | None) -> Scoring:
    return Scoring((folder, bundled("scoring")), cache)


def test_kept_lines_are_the_same_as_read_ones(scoring: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read = opened(scoring, None)
    for _ in ("made", "kept"):
        kept = opened(scoring, cache)
        assert kept.full("chat") == read.full("chat")
        assert kept.lines("chat").digest == read.lines("chat").digest
    assert lines_digest(kept.full("chat").lines) == lines_digest(read.full("chat").lines)
    assert texts_of(kept.full("chat"), "steps", "greet") == ["Hello there", 'She said "hi", [ok]']
    assert kept.lines("chat").body() == read.lines("chat").body()


def test_a_later_start_reads_no_lines_until_a_file_changes(
    scoring: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    opened(scoring, cache).full("chat")
    read: list[str] = []
    real = reading.read_document
    monkeypatch.setattr(reading, "read_document", lambda path: read.append(path.name) or real(path))
    opened(scoring, cache).full("chat")
    assert not [name for name in read if ".lines" in name]
    file = scoring / "chat.lines.en.yaml"
    file.write_text(LINES.replace("Maybe", "Perhaps"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    [none] = [part.none for part in opened(scoring, cache).full("chat").lines if part.none][:1]
    assert [line.text for line in none] == ["Perhaps"]
    assert "chat.lines.en.yaml" in read


def spoilt(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"Hello", b"Hallo"))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:40])


@pytest.mark.parametrize("harm", [spoilt, cut, os.remove], ids=["spoilt", "cut", "gone"])
def test_damaged_lines_are_put_together_anew(
    scoring: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    cache = tmp_path / "cache"
    before = opened(scoring, cache).lines("chat")
    [file] = cache.glob("*.lines")
    harm(file)
    again = opened(scoring, cache)
    assert texts_of(again.full("chat"), "steps", "greet")[0] == "Hello there"
    assert again.lines("chat").digest == before.digest


def test_lines_gone_while_in_use_are_made_again_or_named(scoring: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    held = opened(scoring, cache)
    rubric = held.full("chat")
    [file] = cache.glob("*.lines")
    file.unlink()
    with pytest.raises(TrainerError) as caught:
        texts_of(rubric, "steps", "greet")
    assert caught.value.problem.code == "check.unreadable"
    assert texts_of(held.full("chat"), "steps", "greet")[0] == "Hello there"


def test_a_cache_that_cannot_be_written_only_costs_time(scoring: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    held = opened(scoring, blocked / "cache")
    assert texts_of(held.full("chat"), "steps", "greet")[0] == "Hello there"


def test_what_is_no_written_line_is_refused() -> None:
    kept = lines_written([RubricLines(format="lines/1", technique="chat", language="en")])
    assert KeptLines(kept.body().encode("utf-8")).parts() == kept.parts()
    for text in (
        '[\n["0 chat en none -",[{"text":""}]]\n]\n',
        '[\n["0 chat"\n]\n',
        '[\n["a b",[]]\n]',
    ):
        with pytest.raises(ValueError):
            KeptLines(text.encode("utf-8")).check()
