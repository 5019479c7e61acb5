"""Today's five minutes by keys: from Home through the cards to the summary and the curve."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from screens_kit import been, press, settle, showing, shown
from textual_plotext import PlotextPlot

from uss_trainer.actions.judges import Judges
from uss_trainer.actions.practising import ask, reply, start
from uss_trainer.actions.settings import Settings
from uss_trainer.grading.drill_values import Given
from uss_trainer.store.cards import cards_of
from uss_trainer.tui.app import TrainerApp
from uss_trainer.tui.screens.drill import DrillScreen
from uss_trainer.tui.screens.handbook import HandbookScreen
from uss_trainer.tui.screens.history import HistoryScreen
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.practise import PractisedScreen, PractiseScreen
from uss_trainer.tui.screens.remembered import RememberedScreen
from uss_trainer.tui.widgets.reply_box import ReplyBox
from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from uss_trainer.actions.desk import Desk


async def say(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one(ReplyBox).text = text
    await press(pilot, "enter")


async def test_from_home_through_the_cards_to_the_curve_and_back(desk: Desk) -> None:
    been(desk, "phone/propose-time", "phone/polite-goodbye")
    app = TrainerApp(replace(desk, judges=Judges()), Settings("zh", "小秦"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "到期 2，新 3" in shown(app)
        await press(pilot, "up", "enter")
        assert isinstance(app.screen, PractiseScreen)
        assert "第 1 张，共 5 张" in shown(app)
        assert "做到这一步：" in shown(app)
        assert app.screen.check_action("next", ()) is False
        await say(pilot, "")
        assert isinstance(app.screen, PractiseScreen)
        due = app.screen._asked.session.step
        await say(pilot, "您看周三下午两点方便，还是周四上午十点方便？")
        text = shown(app)
        assert "得分" in text
        assert "再练" in text
        assert cards_of(desk.database, "me")[due].reviews == 2
        await press(pilot, "r")
        assert app.screen._done, "a card isn't asked twice"
        await press(pilot, "enter")
        assert "第 2 张，共 5 张" in shown(app)
        app.screen.query_one(ReplyBox).text = "还没写完"
        await press(pilot, "escape")
        assert not isinstance(app.screen, PractiseScreen), "it asks before unsent text is lost"
        await press(pilot, "escape")
        for number in range(4):
            await say(pilot, f"嗯，第{number}次。")
            await press(pilot, "enter")
        assert isinstance(app.screen, PractisedScreen)
        text = shown(app)
        assert "练了 5 张" in text
        assert text.count("没做到；03-03 再练") == 4
        await press(pilot, "f2")
        assert "Cards 5" in shown(app)
        assert "missed; again on 03-03" in shown(app)
        await press(pilot, "m")
        assert isinstance(app.screen, RememberedScreen)
        assert "5/40" in shown(app)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "done; more on 03-03" in shown(app)


async def test_without_the_encoder_it_says_so_and_nothing_is_rated(desk: Desk) -> None:
    async with showing(desk, HomeScreen(), lang="en") as (app, pilot):
        await press(pilot, "t")
        assert isinstance(app.screen, PractiseScreen)
        assert "nothing will be written into your schedule" in " ".join(shown(app).split())
        await say(pilot, "Good morning, my name is Qin.")
        assert "can't be graded" in shown(app)
        assert "This card: couldn't be graded" in shown(app)
        assert cards_of(desk.database, "me") == {}


async def test_the_curve_follows_the_cursor_and_leads_to_the_handbook(desk: Desk) -> None:
    async with showing(desk, RememberedScreen(), lang="en") as (app, pilot):
        assert "Nothing has been reviewed yet" in shown(app)
        assert not app.screen.query_one(PlotextPlot).display
        been(desk, "phone/introduce-self", "opening/greet", rating="again")
        been(desk, "opening/greet", day="2026-02-28", rating="easy")
        app.screen.on_screen_resume()  # type: ignore[attr-defined]
        await settle(pilot)
        assert app.screen.query_one(PlotextPlot).display
        assert "02-20" in shown(app)
        assert "03-16" in shown(app)
        await press(pilot, "down", "down")
        assert app.screen.query_one(RowList).chosen == "visit"
        assert not app.screen.query_one(PlotextPlot).display
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, HandbookScreen)
        await press(pilot, "escape", "p")
        assert isinstance(app.screen, PractiseScreen)


async def test_a_card_seen_again_in_history_is_not_offered_as_a_drill(desk: Desk) -> None:
    session = start(desk)
    asked = ask(desk, session, "Qin")
    assert asked
    reply(replace(desk, judges=Judges()), asked, Given(text="No."), lang="en")
    async with showing(desk, HistoryScreen(), lang="en", size=(120, 36)) as (app, pilot):
        assert "Telephone · Introduce yourself" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DrillScreen)
        assert app.screen.check_action("again", ()) is False
        assert app.screen.check_action("next", ()) is False
        await press(pilot, "r", "enter", "escape", "m")
        assert isinstance(app.screen, RememberedScreen)
