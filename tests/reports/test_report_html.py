"""A page shows hostile text as text, asks nothing of the network and runs nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from firm import GOOD, HOSTILE, RUDE

from uss_trainer.actions import people
from uss_trainer.actions.playing import say
from uss_trainer.actions.reporting import SUBJECTS, page
from uss_trainer.actions.sittings import begin
from uss_trainer.i18n import LANGS
from uss_trainer.reports.html import as_html, heat
from uss_trainer.reports.values import Chart, Facts, Heat, Page, Said, Spoken, Table, Talk

if TYPE_CHECKING:
    from firm import Firm

    from uss_trainer.i18n import Lang

NASTY = "\"><img src=x onerror=document.title='hacked'> {{ 7*7 }} \x1b[31m\u202e王丽"


class Seen(HTMLParser):
    """Collects elements and what would be fetched or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.suspect: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        for name, value in attrs:
            if name.startswith("on") or name in ("src", "href", "xlink:href", "action", "data"):
                self.suspect.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        self.words += data


def nasty(lang: Lang = "zh") -> Page:
    """Return a page of every kind of block, each with hostile text."""
    blocks = (
        Facts(((NASTY, NASTY),)),
        Said(NASTY, warns=True),
        Table(NASTY, (NASTY, "b"), ((NASTY, "1"),), frozenset({1}), NASTY),
        Table("empty", ("a",), ()),
        Heat(NASTY, (NASTY, NASTY), ((NASTY, (0.2,)), ("–", (None,))), NASTY),
        Chart(NASTY, "bars", (NASTY, "b"), (30, None), note=NASTY),
        Chart(NASTY, "line", (NASTY, "b"), (30, 99.5), 80),
        Chart("empty", "bars", (), ()),
        Talk(NASTY, (Spoken("1", NASTY, NASTY, NASTY, NASTY, (("bad", NASTY),)),)),
    )
    return Page(lang, NASTY, NASTY, blocks, ((NASTY, NASTY),))


@pytest.mark.parametrize("lang", LANGS)
def test_every_block_shows_text_as_text(lang: Lang) -> None:
    text = as_html(nasty(lang))
    seen = Seen(text)
    assert seen.suspect == []
    assert not {"script", "img", "link", "iframe", "object"} & set(seen.tags)
    assert seen.tags["svg"] == 2
    assert seen.words.count("<img src=x onerror=") >= 15
    assert "49" not in seen.words
    assert not {"\x1b", "\u202e"} & set(text)
    assert "url(" not in text and "@import" not in text
    assert as_html(nasty(lang)) == text


@pytest.mark.parametrize(
    ("share", "colour"),
    [
        (None, "transparent"),
        (0.5, "hsl(152 45% 96%)"),
        (1, "hsl(152 45% 62%)"),
        (0, "hsl(8 45% 62%)"),
    ],
)
def test_heat(share: float | None, colour: str) -> None:
    assert heat(share) == colour


def test_reports_hold_what_happened(firm: Firm) -> None:
    attempt = firm.play("Ned", *GOOD).attempt.id
    firm.play(HOSTILE, *RUDE)
    typed = begin(firm.by("Ned"), "short-call", mode="typed", lang="zh", me="Ned")
    say(firm.by("Ned"), typed, "您好，我是用友的Ned，想约您谈谈结账的事。")
    names = {"attempt": attempt, "person": HOSTILE, "team": "East", "pack": "small"}
    wanted = {
        "attempt": ("Shen Min", "Hello, this is Ned", "grader-") ,
        "person": ("Totals, oldest first", "A short call", "not passed"),
        "team": ("People and techniques", "Weakest steps", "Ned"),
        "pack": ("Too few people to say", "Replies that nobody chooses", "half"),
    }  # fmt: skip
    wanted["attempt"] = wanted["attempt"][:2]
    for subject in SUBJECTS:
        text = as_html(page(firm.desk, subject, names[subject], "en"))
        seen = Seen(text)
        assert seen.suspect == []
        assert "script" not in seen.tags
        for word in (*wanted[subject], "What these figures rest on", "Rubric phone", "0.1.0"):
            assert word in seen.words, (subject, word)
    own = as_html(page(firm.by("Ned"), "attempt", typed.attempt.id, "zh"))
    assert "grader-" in own
    assert "未完成" in own


@pytest.mark.browser
@pytest.mark.skipif(
    os.environ.get("USS_TRAINER_TESTS") != "all", reason="only with USS_TRAINER_TESTS=all"
)
def test_a_browser_draws_and_prints_it(firm: Firm, tmp_path: Path) -> None:
    found = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    browser = next(filter(None, found), None)
    if browser is None:
        pytest.skip("no chromium on this machine")
    attempt = firm.play(HOSTILE, *GOOD).attempt.id
    people.rename(firm.desk, "Tom", NASTY)
    pages = [
        nasty(),
        page(firm.desk, "attempt", attempt, "zh"),
        page(firm.desk, "team", "East", "en"),
    ]
    for number, one in enumerate(pages):
        path = tmp_path / f"{number}.html"
        path.write_text(as_html(one), encoding="utf-8")
        shot, paper = path.with_suffix(".png"), path.with_suffix(".pdf")
        common = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr"]
        done = subprocess.run(
            [*common, "--dump-dom", path.as_uri()], capture_output=True, timeout=120, check=True
        )
        seen, said = Seen(done.stdout.decode("utf-8")), done.stderr.decode("utf-8", "replace")
        assert "hacked" not in seen.words[: seen.words.index("\n")]
        assert seen.suspect == []
        assert "Content Security Policy" not in said
        for way in (f"--screenshot={shot}", f"--print-to-pdf={paper}"):
            subprocess.run(
                [*common, way, path.as_uri()], capture_output=True, timeout=120, check=True
            )
        assert shot.stat().st_size > 10_000
        assert paper.read_bytes().startswith(b"%PDF")
