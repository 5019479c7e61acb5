"""An exam on the screen: rules, conversations without a word on how it goes, rating, report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from screens_kit import press, settle, showing, shown
from stage_kit import Clock
from textual.widgets import Button

from uss_trainer.actions import exams
from uss_trainer.actions.exam_results import rate
from uss_trainer.store.exams import exam_of, exams_of
from uss_trainer.tui.exam_way import first_screen
from uss_trainer.tui.screens.confirm import ConfirmScreen
from uss_trainer.tui.screens.debrief import DebriefScreen
from uss_trainer.tui.screens.exam import NextScreen, RulesScreen
from uss_trainer.tui.screens.exam_play import ExamPlayScreen
from uss_trainer.tui.screens.exam_rating import RatingScreen
from uss_trainer.tui.screens.exam_report import ReportScreen
from uss_trainer.tui.screens.exam_rows import RatingList
from uss_trainer.tui.screens.history import HistoryScreen
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.play import PlayScreen
from uss_trainer.tui.widgets.reply_box import ReplyBox

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.library import Library
    from uss_trainer.tui.app import TrainerApp


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(desk: Desk, library: Library, clock: Clock) -> Desk:
    """A desk whose time stands still until it is told otherwise."""
    made = replace(desk, now=clock)
    made.__dict__["library"] = library
    return made


async def say(app: TrainerApp, pilot: Pilot[None], text: str) -> None:
    app.screen.query_one(ReplyBox).text = text
    await press(pilot, "enter")


async def test_from_the_rules_to_the_report(desk: Desk, clock: Clock) -> None:
    async with showing(desk, first_screen(desk, "mock", 3), lang="en") as (app, pilot):
        assert isinstance(app.screen, RulesScreen)
        assert "30 minutes for everything" in shown(app) and "not who typed" in shown(app)
        assert exams_of(desk.database, "me") == (), "reading the rules begins nothing"
        await press(pilot, "enter")
        assert isinstance(app.screen, NextScreen)
        assert "30:00 left" in shown(app) and "Shen Min" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ExamPlayScreen)
        clock.forward(61)
        await say(app, pilot, "Hello, this is Li from Ufsoft.")
        text = shown(app)
        assert "28:59 left" in text and "Li from Ufsoft" in text
        assert not app.screen.query("Remarks") and not app.screen.query(".meter-step")
        keys = {one.binding.action for one in app.screen.active_bindings.values()}
        assert not keys & {"hint", "rewind", "handbook", "choose(1)"}
        await press(pilot, "escape")
        assert isinstance(app.screen, ConfirmScreen) and "Its time runs on" in shown(app)
        await press(pilot, "escape")
        while not app.screen.query_one("#to-debrief", Button).display:
            await say(app, pilot, "I don't know.")
        (exam,) = exams_of(desk.database, "me")
        clock.forward(30 * 60)
        await pilot.pause(0.7)
        await settle(pilot)
        assert isinstance(app.screen, RatingScreen), "its time is up"
        assert exam_of(desk.database, exam.id).ended_by == "time"  # type: ignore[union-attr]
        await _rate(app, pilot)
        assert isinstance(app.screen, ReportScreen)
        assert "Not ready yet" in shown(app) and "the 30 minutes ran out" in shown(app)
        await press(pilot, "2")
        assert isinstance(app.screen, ReportScreen), "the second was never begun"
        await press(pilot, "1")
        assert isinstance(app.screen, DebriefScreen)


async def _rate(app: TrainerApp, pilot: Pilot[None]) -> None:
    rows = app.screen.query_one(RatingList)
    await press(pilot, "enter")
    assert "still to rate" in shown(app)
    await press(pilot, "3", "n", "down", "p", "up", "up", "y")
    left = rows.option_count
    await press(pilot, *("y" for _ in range(left)))
    assert "hand in" in shown(app)
    assert rows.highlighted == left - 1
    await press(pilot, "enter")


async def test_home_does_not_know_it_and_a_second_start_goes_on(desk: Desk) -> None:
    going = exams.begin(desk, "mock", lang="zh", me="小秦", seed=3)
    sitting = exams.enter(desk, going, "zh")
    exams.answer(desk, going.exam, sitting, "您好，我是用友的小秦。")
    async with showing(desk, HomeScreen()) as (app, _pilot):
        assert "小模拟考" not in shown(app) and "未完" not in shown(app)
    async with showing(desk, first_screen(desk, "mock")) as (app, pilot):
        assert isinstance(app.screen, NextScreen) and "接着这一场" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayScreen) and "我是用友的小秦" in shown(app)
        await press(pilot, "f2")
        assert "1/2 · A short call" in shown(app)
    assert exam_of(desk.database, going.exam.id).breaks == 1  # type: ignore[union-attr]


async def test_what_is_rated_is_a_report_at_once(desk: Desk, clock: Clock) -> None:
    going = exams.begin(desk, "mock", lang="zh", me="小秦", seed=3)
    clock.forward(1800)
    exams.go_on(desk, going.exam.id)
    rate(desk, going.exam.id, {}, "zh")
    async with showing(desk, first_screen(desk, going.exam.id)) as (app, _pilot):
        text = shown(app)
        assert "还没准备好" in text and "没做完" in text


async def test_history_leads_to_past_exams(desk: Desk, clock: Clock) -> None:
    going = exams.begin(desk, "mock", lang="zh", me="小秦", seed=3)
    clock.forward(1800)
    exams.go_on(desk, going.exam.id)
    async with showing(desk, HistoryScreen()) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, RatingScreen)
    rate(desk, going.exam.id, {}, "zh")
    async with showing(desk, HistoryScreen()) as (app, pilot):
        assert "小模拟考" in shown(app) and "还没准备好" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReportScreen)
