"""A drill by keys and mouse: every kind answered, what was right and why, on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from screens_kit import press, settle, showing, shown

from uss_trainer.actions import drilling
from uss_trainer.grading.drill_values import Given
from uss_trainer.store.drills import all_drilled
from uss_trainer.tui.screens.confirm import ConfirmScreen
from uss_trainer.tui.screens.drill import DrillScreen
from uss_trainer.tui.screens.history import HistoryScreen
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.widgets.drill_rows import DrillRow, DrillRows, TargetRow
from uss_trainer.tui.widgets.reply_box import ReplyBox
from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.tui.app import TrainerApp


def screen(desk: Desk, drill: str, seed: int = 4) -> DrillScreen:
    return DrillScreen(drilling.begin(desk, drill, me="小秦", seed=seed))


def order(app: TrainerApp) -> tuple[str, ...]:
    """The items as they stand on the screen."""
    hand: Any = app.screen._hand  # type: ignore[attr-defined]
    return hand.draft.rows  # type: ignore[no-any-return]


def at(app: TrainerApp) -> int:
    """The place the hand is at."""
    return app.screen.query_one(DrillRows).at


async def test_an_order_is_made_with_keys_and_mouse_and_scored(desk: Desk) -> None:
    async with showing(desk, screen(desk, "five-steps")) as (app, pilot):
        before = order(app)
        await press(pilot, "space")
        assert "空格放下" in shown(app)
        await press(pilot, "down", "down", "space")
        assert order(app) == (*before[1:3], before[0], *before[3:])
        await press(pilot, "5")
        assert order(app)[4] == before[0]
        rows = list(app.screen.query(DrillRow))
        await pilot.click(rows[4])
        await settle(pilot)
        await pilot.click(rows[0])
        await settle(pilot)
        assert order(app) == before
        for place, name in enumerate(("develop", "guide", "criteria", "present-value", "realise")):
            while order(app)[at(app)] != name:
                await press(pilot, "down")
            await press(pilot, str(place + 1))
        await press(pilot, "enter")
        text = shown(app)
        assert "得分 100" in text and "全对" in text and "(5−1)÷(5−1)×100 = 100" in text
        assert "先找到并评估值得拜访的线索" in text
        kept = all_drilled(desk.database, "me")
        assert [(one.drill, one.total, one.seed) for one in kept] == [("five-steps", 100.0, 4)]
        await press(pilot, "r")
        assert at(app) == 0 and "得分" not in shown(app)


async def test_a_match_takes_numbers_arrows_and_clicks_and_must_be_whole(desk: Desk) -> None:
    async with showing(desk, screen(desk, "product-or-solution"), lang="en") as (app, pilot):
        await press(pilot, "2", "1", "enter")
        assert "4 items aren't matched yet" in shown(app)
        await press(pilot, "right", "down", "left", "down")
        await pilot.click(app.screen.query(TargetRow)[1])
        await settle(pilot)
        await press(pilot, "1", "enter")
        text = shown(app)
        assert "Matched: 4 of 6, 4÷6×100 = 66.7" in text
        assert "Look up:" in text


@pytest.mark.parametrize(
    ("drill", "keys", "words"),
    [
        ("who-answers", ("9", "2", "3", "enter"), "不低于 0 ="),
        ("first-letter", ("enter", "space", "down", "space", "1", "enter"), "内容：挑对"),
    ],
)
async def test_a_choice_and_a_pick_are_made_with_keys(
    desk: Desk, drill: str, keys: tuple[str, ...], words: str
) -> None:
    async with showing(desk, screen(desk, drill)) as (app, pilot):
        await press(pilot, *keys)
        assert words in shown(app)
        assert len(all_drilled(desk.database, "me")) == 1


async def test_what_is_said_is_kept_until_it_is_sent_and_open_without_the_encoder(
    desk: Desk,
) -> None:
    async with showing(desk, screen(desk, "say-lock"), lang="en") as (app, pilot):
        assert "Wednesday afternoon, come round" in shown(app)
        app.screen.query_one(ReplyBox).text = "Wednesday at two, then. [b]I'll ring on Tuesday."
        await press(pilot, "escape")
        assert isinstance(app.screen, ConfirmScreen)
        await press(pilot, "escape")
        await press(pilot, "enter")
        text = shown(app)
        assert "You said: Wednesday at two, then. [b]I'll ring" in text
        assert "0–100" in text and "For example:" in text and "isn't installed" in text


async def test_a_drill_begins_on_home_goes_on_to_the_next_and_stands_in_history(
    desk: Desk,
) -> None:
    async with showing(desk, lang="en") as (app, pilot):
        rows = app.screen.query_one(RowList)
        rows.highlighted = rows.get_option_index("five-steps")
        await settle(pilot)
        assert "Drill: Order" in shown(app) and "Not done yet" in shown(app)
        await press(pilot, "enter", "enter")
        assert "Score" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DrillScreen)
        assert "Which step an activity belongs to" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "Best" in shown(app)
        await press(pilot, "l")
        assert isinstance(app.screen, HistoryScreen)
        assert "The five core steps" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DrillScreen) and "Score" in shown(app)


async def test_keys_that_come_faster_than_the_screen_reach_their_own_rows(desk: Desk) -> None:
    async with showing(desk, screen(desk, "product-or-solution"), lang="en") as (app, pilot):
        screen_ = app.screen
        assert isinstance(screen_, DrillScreen)
        for number in (2, 1, 2):
            screen_.action_hand("number", number)
        await settle(pilot)
        hand: Any = screen_._hand
        assert [hand.draft.target(one) for one in hand.draft.rows[:4]] == [
            "solution", "product", "solution", "",
        ]  # fmt: skip
        assert at(app) == 3


async def test_a_stored_answer_shows_the_drill_as_it_was(desk: Desk) -> None:
    going = drilling.begin(desk, "who-answers", me="小秦", seed=1)
    done = drilling.answer(desk, going, Given(("split",)), lang="zh")
    again = drilling.review(desk, done.drilled.id)
    assert (again.drill, again.given, again.marks) == (done.drill, done.given, done.marks)
    async with showing(desk, DrillScreen(None, again)) as (app, pilot):
        assert "得分 100" in shown(app)
        await press(pilot, "f2")
        assert "Score 100" in shown(app) and "Who answers?" in shown(app)
