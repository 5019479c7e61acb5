"""The listed replies that teach the graders are those of the scenarios as they stand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from uss_trainer.authoring.played import played_lines
from uss_trainer.content.bundled import bundled
from uss_trainer.content.edition import Edition
from uss_trainer.content.library import Library
from uss_trainer.content.rubrics import RubricLine, RubricLines
from uss_trainer.content.scoring import read_lines

BENCH = Path(__file__).parents[2] / "bench"


def test_the_bundled_files_are_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    sys.modules.pop("played_lines", None)
    from played_lines import pages  # type: ignore[import-not-found]

    old = [path.name for path, text in pages() if path.read_text(encoding="utf-8") != text]
    assert old == [], "run bench/played_lines.py, then bench/fit_heads.py"


@pytest.fixture
def lines(library: Library, short_call: Edition) -> RubricLines:
    """The replies of a small call, in English."""
    return played_lines(library.scoring.plain("phone"), [], [short_call], "en")


def test_each_reply_stands_once_under_the_dominant_thing_it_does(
    lines: RubricLines, short_call: Edition
) -> None:
    stand = [
        (kind, heading, line.text)
        for kind in ("steps", "methods", "faults")
        for heading, some in getattr(lines, kind).items()
        for line in some
    ]
    stand += [("none", "", line.text) for line in lines.none]
    assert len({text for _, _, text in stand}) == len(stand)
    for scene in short_call.scenario.scenes:
        for reply in scene.replies:
            kinds = {kind for kind, _, text in stand if text == reply.text.en}
            if "$" not in reply.text.en and kinds:
                expected = "faults" if reply.faults else "steps" if reply.steps else "none"
                assert kinds == {expected}
    assert all(line.after for some in lines.steps.values() for line in some)


def test_a_reply_like_a_written_line_is_left_out(library: Library, short_call: Edition) -> None:
    rubric = library.scoring.plain("phone")
    found = played_lines(rubric, [], [short_call], "zh")
    heading, (first, *rest) = next((name, some) for name, some in found.steps.items() if some)
    written = RubricLines(
        format="lines/1",
        technique="phone",
        language="zh",
        steps={heading: [RubricLine(text=first.text + "。")]},
    )
    again = played_lines(rubric, [written], [short_call], "zh")
    assert again.steps[heading] == rest


def test_no_written_line_is_a_listed_reply(library: Library) -> None:
    for technique in library.techniques():
        for lang in ("zh", "en"):
            folder = bundled("scoring")
            written, _ = read_lines(folder / f"{technique}.lines.{lang}.yaml", technique)
            listed, _ = read_lines(folder / f"{technique}.lines.played.{lang}.yaml", technique)
            mine, theirs = ({line.text for line in _every(part)} for part in (written, listed))
            assert mine.isdisjoint(theirs)


def _every(part: RubricLines) -> list[RubricLine]:
    named = [*part.steps.values(), *part.methods.values(), part.none]
    return [line for some in named for line in some]
