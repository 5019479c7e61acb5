"""A deal on the screen: begun, visited, priced, ended; left and come back to in between."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from screens_kit import press, settle, showing, shown
from textual.widgets import Input

from uss_trainer.actions.deal_desk import start
from uss_trainer.actions.home import index_file
from uss_trainer.content.index import build_rows, save_rows, stamp
from uss_trainer.content.library import open_library
from uss_trainer.store.deals import all_runs
from uss_trainer.tui.screens.deal import DealScreen
from uss_trainer.tui.screens.debrief import DebriefScreen
from uss_trainer.tui.screens.drill import DrillScreen
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.play import PlayScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.library import Library
    from uss_trainer.tui.app import TrainerApp

DEALS = Path(__file__).parent.parent / "deals"
PACKS = DEALS.parent / "packs"
BEST = ("whole", "choice", "thanks")


@pytest.fixture(scope="module")
def with_deals() -> Library:
    return open_library([DEALS, PACKS])


@pytest.fixture
def dealer(desk: Desk, with_deals: Library) -> Desk:
    """A desk that has the deal, too, and has read everything."""
    made = replace(desk, folders=replace(desk.folders, packs=(DEALS, PACKS)))
    made.__dict__["library"] = with_deals
    save_rows(build_rows(with_deals), stamp(made.places), index_file(made))
    return made


async def played(app: TrainerApp, pilot: Pilot[None]) -> None:
    """Play the visit on the screen by its best replies and come back to the deal."""
    from uss_trainer.tui.widgets.choices import ChoiceRow

    for reply in BEST:
        app.screen.post_message(ChoiceRow.Chosen(reply))
        await settle(pilot)
    await press(pilot, "d")
    assert isinstance(app.screen, DebriefScreen)
    await press(pilot, "escape")
    assert isinstance(app.screen, DealScreen)


async def test_a_deal_from_its_briefing_to_its_award(dealer: Desk) -> None:
    async with showing(dealer, HomeScreen(), lang="en", size=(80, 40)) as (app, pilot):
        await app.push_screen(DealScreen("two-calls"))
        await settle(pilot)
        text = shown(app)
        assert "visits: 2, within 7 days" in text
        assert "Little Li's Flying Dagger: 2 visits" in text
        await press(pilot, "enter")
        assert len(all_runs(dealer.database, "me")) == 1
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayScreen)
        await played(app, pilot)
        text = shown(app)
        assert "Visit 2 of 2 · day 4 of 7" in text
        assert "✓ The customer accepts a visit" in text
        assert "Decision point, vision: yes" in text
        assert "Key activities: Negotiate · Sign the contract" in text
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, DrillScreen)
        await press(pilot, "escape")
        assert "Drill to follow up: The first follow-up letter" in shown(app)
        await press(pilot, "home")
        await press(pilot, "enter")
        await played(app, pilot)
        price = app.screen.query_one("#price", Input)
        for wrong in ("cheap", "13999"):
            price.value = wrong
            await press(pilot, "enter")
            assert all_runs(dealer.database, "me")[0].finished_at == ""
        price.value = "1.8万"
        await press(pilot, "enter")
        text = shown(app)
        assert "Little Li's Flying Dagger · Signed · visits: 2" in text
        assert "18,000 yuan (90%), agreed: Worth it." in text
        assert all_runs(dealer.database, "me")[0].award == "little-li"
        await press(pilot, "f2")
        assert "小李飞刀 · 签了" in shown(app)


async def test_home_says_where_a_deal_stands(dealer: Desk) -> None:
    start(dealer, "two-calls", "guided", "en", "Lin")
    async with showing(dealer, HomeScreen(), lang="zh") as (app, pilot):
        await press(pilot, "home")
        while "第 1 次拜访（共 2 次）" not in shown(app):
            before = app.screen.query_one("#scenarios").highlighted
            await press(pilot, "down")
            assert app.screen.query_one("#scenarios").highlighted != before
        assert "整单 · 快刀模式" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DealScreen)
        assert "去拜访：约时间" in shown(app)
