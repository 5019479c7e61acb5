"""History: attempts over time, the plot, the way into any debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from screens_kit import Was, press, remember, showing, shown
from textual_plotext import PlotextPlot

from uss_trainer.actions import sittings
from uss_trainer.actions.history import history
from uss_trainer.tui.screens.debrief import DebriefScreen
from uss_trainer.tui.screens.history import HistoryScreen
from uss_trainer.tui.screens.play import PlayScreen
from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.i18n import Lang

PAST = (
    Was("one", 40, day=1),
    Was("two", 70, day=2, high=81),
    Was("three", 92, day=3),
    Was("again", 99, day=4, retry_of="two"),
)


def test_newest_first_and_retries_not_in_the_course(desk: Desk) -> None:
    remember(desk, *PAST, Was("visit", 66, "quick-knife-first-visit", day=5))
    found = history(desk, "zh")
    assert [past.attempt for past in found.past] == ["visit", "again", "three", "two", "one"]
    assert found.past[3].total == "70–81"
    assert found.course.totals == (40, 70, 92, 66)
    assert found.course.pass_mark == 80
    assert history(desk, "en", "short-call").course.totals == (40, 70, 92)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("短电话", "优秀", "继续练习", "重练", "70–81")),
        ("en", ("A short call", "Excellent", "Keep practising", "Retry", "70–81")),
    ],
)
async def test_lists_and_draws(desk: Desk, lang: Lang, words: tuple[str, ...]) -> None:
    remember(desk, *PAST)
    async with showing(desk, HistoryScreen(), lang=lang) as (app, _):
        text = shown(app)
        for word in words:
            assert word in text
        assert "…" not in text
        assert app.screen.query_one(PlotextPlot).display
        assert "01-03" in text


@pytest.mark.parametrize(("lang", "words"), [("zh", "还没有练习"), ("en", "Nothing practised yet")])
async def test_empty_at_first(desk: Desk, lang: Lang, words: str) -> None:
    async with showing(desk, HistoryScreen(), lang=lang) as (app, _):
        assert words in shown(app)
        assert not app.screen.query_one(PlotextPlot).display


async def test_enter_opens_any_debrief_or_resumes(desk: Desk) -> None:
    remember(desk, Was("one", 40))
    sittings.begin(desk, "short-call", mode="guided", lang="zh", me="小秦")
    async with showing(desk, HistoryScreen()) as (app, pilot):
        rows = app.screen.query_one(RowList)
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayScreen)
        app.pop_screen()
        rows.highlighted = 1
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)


async def test_only_one_scenario_and_all_again_kept_through_a_language_switch(desk: Desk) -> None:
    remember(desk, *PAST, Was("visit", 66, "quick-knife-first-visit", day=5))
    async with showing(desk, HistoryScreen()) as (app, pilot):
        rows = app.screen.query_one(RowList)
        rows.highlighted = 2
        await press(pilot, "f")
        assert rows.option_count == 4
        await press(pilot, "f2")
        assert rows.option_count == 4
        assert rows.chosen == "three"
        assert "History: A short call" in shown(app)
        await press(pilot, "f")
        assert rows.option_count == 5
