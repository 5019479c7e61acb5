"""Home's facts: rows from the index, what can't be loaded, how one has done, what is newer."""

from __future__ import annotations

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "tui"))

from screens_kit import Was, remember

from uss_trainer.actions import home, sittings, standings
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.start import call_to_try
from uss_trainer.content import reading

PACKS = Path(__file__).parents[1] / "packs"


@pytest.fixture
def own(desk: Desk, tmp_path: Path) -> Desk:
    """The desk with a packs folder that a test may edit."""
    packs = tmp_path / "packs"
    shutil.copytree(PACKS / "small", packs / "small")
    return replace(desk, packs=packs, folders=replace(desk.folders, packs=()))


def titles(sections: tuple[home.Section, ...]) -> list[str]:
    return [line.title for section in sections for line in section.lines]


def test_rows_are_kept_for_the_next_start_until_a_file_changes(own: Desk) -> None:
    assert home.rows_at_once(own) is None
    rows = home.rows_anew(own)
    assert home.rows_at_once(own) == rows
    file = own.packs / "small" / "short-call.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("zh: 短电话", "zh: 很短的电话"), encoding="utf-8")
    assert home.rows_at_once(own) is None
    own.reread()
    assert "很短的电话" in titles(home.sections(home.rows_anew(own), "zh"))


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "cache can't be written"])
def test_content_is_read_once_however_many_ask(
    own: Desk, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not kept:
        shutil.rmtree(own.folders.cache, ignore_errors=True)
        own.folders.cache.write_text("a file in the way", encoding="utf-8")
    read: list[Path] = []
    plain = reading.read_document
    monkeypatch.setattr(reading, "read_document", lambda path: read.append(path) or plain(path))  # type: ignore[func-returns-value]
    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(own.reading.rows, own) for _ in range(3)]
        asked.append(threads.submit(lambda: call_to_try(own)))
        found = [one.result() for one in asked]
    assert found[0] == found[1] == found[2] == own.reading.rows(own)
    own.library.edition(found[3])
    plainly = [path for path in read if ".lines" not in path.name]
    assert len(plainly) == len({*plainly})
    file = own.packs / "small" / "short-call.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("zh: 短电话", "zh: 很短的电话"), encoding="utf-8")
    assert "很短的电话" in titles(home.sections(own.reading.rows(own), "zh"))


@pytest.mark.parametrize(
    ("lang", "title", "level", "technique"),
    [("zh", "短电话", "新人", "电话技巧"), ("en", "A short call", "New hire", "Telephone")],
)
def test_a_row_in_the_language_asked_for(
    own: Desk, lang: str, title: str, level: str, technique: str
) -> None:
    line = home.line_of(home.sections(home.rows_anew(own), lang), "short-call")
    assert line is not None
    assert (line.title, line.level, line.technique) == (title, level, technique)
    assert line.technique_id == "phone"
    assert line.problem == ""


def test_a_pack_that_cannot_be_loaded_is_listed_with_its_reason_and_the_rest_works(
    own: Desk,
) -> None:
    broken = own.packs / "broken"
    broken.mkdir()
    (broken / "pack.yaml").write_text("format: pack/1\nid: [", encoding="utf-8")
    bad = (own.packs / "small" / "short-call.yaml").read_text(encoding="utf-8")
    bad = bad.replace("id: short-call", "id: bad-call").replace("goto: bye", "goto: nowhere")
    (own.packs / "small" / "bad-call.yaml").write_text(bad, encoding="utf-8")
    (own.packs / "hollow").mkdir()
    (own.packs / "hollow" / "pack.yaml").write_text(
        "format: pack/1\nid: hollow\ntitle:\n  zh: 空\n  en: Empty\n", encoding="utf-8"
    )
    found = home.sections(home.rows_anew(own), "en")
    reasons = {section.title: section.problems for section in found}
    assert any("pack.yaml" in reason for reason in reasons["broken"])
    assert reasons["Empty"]
    bad_line = home.line_of(found, "bad-call")
    assert bad_line is not None and "nowhere" in bad_line.problem
    good = home.line_of(found, "short-call")
    assert good is not None and good.problem == ""


def test_best_and_last_leave_retries_out(own: Desk) -> None:
    remember(
        own,
        Was("one", 62.5, day=1),
        Was("two", 85, day=2),
        Was("three", 70, day=3, high=78),
        Was("again", 99, day=4, retry_of="two"),
    )
    standing = standings.standings(own, "zh")["short-call"]
    assert (standing.best, standing.best_band, standing.passed) == ("85", "合格", True)
    assert (standing.last, standing.last_band) == ("70–78", "接近合格")
    assert standing.figures == ("85", "70+")
    assert standing.unfinished is None
    assert standings.standings(own, "en")["short-call"].best_band == "Pass"


def test_an_unfinished_attempt_is_offered_and_a_newer_version_named(own: Desk) -> None:
    sitting = sittings.begin(own, "short-call", mode="guided", lang="zh", me="小秦")
    standing = standings.standings(own, "en")
    waiting = standing["short-call"].unfinished
    assert waiting is not None
    assert (waiting.attempt, waiting.mode) == (sitting.attempt.id, "Guided")
    assert standings.changed(own, standing) == frozenset()
    file = own.packs / "small" / "short-call.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("喂，哪位？", "喂，您哪位？"), encoding="utf-8"
    )
    own.reread()
    assert standings.changed(own, standing) == {"short-call"}
    file.unlink()
    own.reread()
    assert standings.changed(own, standing) == frozenset()
