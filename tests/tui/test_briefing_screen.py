"""Briefing: what it tells, how a mode is chosen, both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from screens_kit import press, settle, showing, shown
from textual.widgets import Collapsible

from uss_trainer.actions.briefing import briefing
from uss_trainer.errors import TrainerError
from uss_trainer.store.attempts import all_attempts
from uss_trainer.tui.screens.briefing import BriefingScreen
from uss_trainer.tui.screens.briefing_rows import ModeList
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.play import PlayScreen

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.i18n import Lang


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("短电话", "沈敏 · 会计 · 青石茶业", "约一个时间", "步骤（8）", "4 分钟", "怎么练")),
        (
            "en",
            (
                "A short call",
                "Shen Min · accountant · Qingshi Tea",
                "Agree on a time",
                "Steps (8)",
                "4 minutes",
                "How do you",
            ),
        ),
    ],
)
async def test_tells_customer_goal_steps_and_limits(
    desk: Desk, lang: Lang, words: tuple[str, ...]
) -> None:
    async with showing(desk, BriefingScreen("short-call"), lang=lang) as (app, _):
        text = shown(app)
        for word in words:
            assert word in text


@pytest.mark.parametrize(("place", "mode"), [("1", "guided"), ("2", "typed"), ("3", "self-check")])
async def test_a_number_chooses_the_mode_and_enter_begins_in_place_of_the_briefing(
    desk: Desk, place: str, mode: str
) -> None:
    async with showing(desk, HomeScreen()) as (app, pilot):
        await app.push_screen(BriefingScreen("short-call"))
        await settle(pilot)
        await press(pilot, place, "enter")
        assert isinstance(app.screen, PlayScreen)
        assert all_attempts(desk.database, "me")[-1].mode == mode
        assert not any(isinstance(screen, BriefingScreen) for screen in app.screen_stack)


async def test_steps_unfold_and_stay_so_with_the_mode_when_the_language_changes(
    desk: Desk,
) -> None:
    async with showing(desk, BriefingScreen("short-call")) as (app, pilot):
        await press(pilot, "s", "3")
        assert not app.screen.query_one(Collapsible).collapsed
        await press(pilot, "f2")
        assert not app.screen.query_one(Collapsible).collapsed
        assert app.screen.query_one(ModeList).chosen == "self-check"
        text = shown(app)
        assert "Introduce yourself" in text
        assert "自我介绍" not in text and "怎么练" not in text


def test_a_waived_step_is_marked_for_a_known_customer(desk: Desk) -> None:
    told = briefing(desk, "known-customer", "en", "Qin")
    waived = [step.name for step in told.steps if step.waived]
    assert waived == ["Ask how much they know of us", "Introduce the company"]


def test_names_are_filled_in(desk: Desk) -> None:
    for scenario in ("short-call", "cold-call"):
        told = briefing(desk, scenario, "zh", "小秦")
        assert "$" not in "".join((told.about, told.situation, told.goal, told.customer))


async def test_an_unknown_scenario_is_told_and_home_comes_back(desk: Desk) -> None:
    async with showing(desk) as (app, pilot):
        await app.push_screen(BriefingScreen("no-such"))
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
    with pytest.raises(TrainerError):
        briefing(desk, "no-such", "zh", "小秦")
