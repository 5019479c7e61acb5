"""Assignments on Home: first, with what is due and overdue; begun in their mode."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from screens_kit import press, showing, shown
from test_home_screen import to_row
from textual.widgets import OptionList

from uss_trainer.actions import people
from uss_trainer.actions.assigning import Wish, assign
from uss_trainer.actions.history import history
from uss_trainer.tui.screens.briefing import BriefingScreen
from uss_trainer.tui.screens.play import PlayScreen
from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.i18n import Lang


@pytest.fixture
def ned(desk: Desk) -> Desk:
    """Ned's desk, with one call overdue, one due and one he has done nothing about for ages."""
    people.add(desk, "Ned")
    for scenario, due in (("short-call", "2026-03-05"), ("quick-knife-first-visit", "2026-03-09")):
        assign(desk, Wish((scenario,), ("Ned",), mode="typed", due=due, title="Week [b]10[/b]"))
    now = datetime(2026, 3, 7, 9, tzinfo=UTC)
    return replace(desk, named="Ned", now=lambda: now)


@pytest.mark.parametrize(
    ("lang", "size", "words"),
    [
        (
            "en",
            (80, 24),
            ("Your assignments", "overdue since 2026-03-05", "due 2026-03-09, in 2 d"),
        ),
        (
            "zh",
            (100, 30),
            ("你的任务", "已逾期（2026-03-05）", "2026-03-09 截止，还有 2 天", "待完成"),
        ),
    ],
)
async def test_what_was_given_comes_first_and_begins_in_its_mode(
    ned: Desk, lang: Lang, size: tuple[int, int], words: tuple[str, ...]
) -> None:
    async with showing(ned, lang=lang, size=size) as (app, pilot):
        text = shown(app)
        for word in words:
            assert word in text
        lines = text.splitlines()
        assert words[0] in lines[3]
        assert "2026-03-05" in lines[4]
        assert all(cell_len(line) <= size[0] for line in lines)
        rows = app.screen.query_one(RowList)
        first = next(one.id for one in rows.options if one.id)
        assert first.startswith("given:")
        assert rows.chosen == first, "nobody has moved the cursor"
        assert "Week [b]10[/b]" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        modes = app.screen.query_one("#modes", OptionList)
        assert [one.id for one in modes.options] == ["typed"]
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayScreen)
        await press(pilot, "escape")
        again = shown(app)
        assert ("begun" if lang == "en" else "进行中") in again
        await to_row(app, pilot, first)
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayScreen)
    (past,) = history(ned, lang).past
    assert (past.scenario, past.finished) == ("short-call", False)
