"""First start: language, name, a call to try."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from screens_kit import press, settle, showing, shown
from textual.widgets import Input, RadioButton

from uss_trainer.actions import sittings
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.settings import load_settings
from uss_trainer.actions.start import call_to_try
from uss_trainer.paths import Folders
from uss_trainer.store.attempts import all_attempts
from uss_trainer.tui.opening import try_call
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.play import PlayScreen
from uss_trainer.tui.screens.start import StartScreen
from uss_trainer.tui.screens.waiting import WaitingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.i18n import Lang


@pytest.mark.parametrize(("lang", "first"), [("zh", "中文"), ("en", "English")])
async def test_the_locales_language_comes_first(desk: Desk, lang: Lang, first: str) -> None:
    async with showing(desk, lang=lang, name="") as (app, _):
        assert isinstance(app.screen, StartScreen)
        buttons = list(app.screen.query(RadioButton))
        assert str(buttons[0].label) == first
        assert buttons[0].value


async def test_choosing_a_language_switches_at_once_and_keeps_what_was_typed(desk: Desk) -> None:
    async with showing(desk, lang="zh", name="") as (app, pilot):
        app.screen.query_one(Input).value = "小秦"
        await pilot.click("#en")
        await settle(pilot)
        assert app.lang == "en"
        assert "Try a two-minute call" in shown(app)
        assert app.screen.query_one(Input).value == "小秦"
        await press(pilot, "f2")
        assert "试打一通两分钟的电话" in shown(app)
        assert app.screen.query_one("#zh", RadioButton).value
        assert app.screen.query_one(Input).value == "小秦"


async def test_a_name_typed_at_once_is_taken(desk: Desk) -> None:
    async with showing(desk, lang="en", name="") as (app, pilot):
        await press(pilot, *"Lan")
        assert app.screen.query_one(Input).value == "Lan"


@pytest.mark.parametrize("name", ["", "   ", "\x1b\x07"])
async def test_no_name_is_refused_in_words(desk: Desk, name: str) -> None:
    async with showing(desk, lang="zh", name="") as (app, pilot):
        app.screen.query_one(Input).value = name
        await pilot.click("#home")
        await settle(pilot)
        assert isinstance(app.screen, StartScreen)
        assert "请写下你的名字" in shown(app)


async def test_name_and_language_are_kept(desk: Desk) -> None:
    async with showing(desk, lang="en", name="") as (app, pilot):
        app.screen.query_one(Input).value = " [red]Qin  Lan "
        await pilot.click("#home")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "[red]Qin Lan" in shown(app)
    kept = load_settings(desk.folders.config, {})
    assert (kept.lang, kept.name, kept.fresh) == ("en", "[red]Qin Lan", False)


async def test_the_call_to_try_is_the_shortest_in_guided_mode_with_home_beneath(
    desk: Desk,
) -> None:
    async with showing(desk, lang="zh", name="") as (app, pilot):
        app.screen.query_one(Input).value = "小秦"
        app.screen.query_one(Input).focus()
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, PlayScreen)
        (attempt,) = all_attempts(desk.database, "me")
        assert (attempt.scenario, attempt.mode, attempt.me) == ("short-call", "guided", "小秦")
        assert isinstance(app.screen_stack[-2], HomeScreen)


async def test_while_a_call_is_made_ready_nothing_else_opens(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = Event()
    slow = sittings.begin

    def begin(*args: Any, **kwargs: Any) -> sittings.Sitting:
        ready.wait(30)
        return slow(*args, **kwargs)

    monkeypatch.setattr(sittings, "begin", begin)
    async with showing(desk, lang="zh", name="小秦") as (app, pilot):
        assert isinstance(app.screen, HomeScreen)
        try_call(app.screen)
        await pilot.pause(0.5)
        assert "正在打开" in shown(app)
        await pilot.press("enter", "l", "h", "escape")
        assert isinstance(app.screen, WaitingScreen)
        ready.set()
        await settle(pilot)
        assert isinstance(app.screen, PlayScreen)
        assert isinstance(app.screen_stack[-2], HomeScreen)
    assert len(all_attempts(desk.database, "me")) == 1


def test_the_bundled_call_to_try_is_a_beginners_and_speaks_for_the_first_firm(
    tmp_path: Path,
) -> None:
    desk = Desk(Folders(tmp_path / "data", tmp_path / "cache", tmp_path / "config"))
    scenario = desk.library.edition(call_to_try(desk)).scenario
    assert (scenario.technique, scenario.level) == ("phone", "new-hire")
    assert desk.library.edition(scenario.id).pack == "phone"


async def test_from_home_only_the_name_is_asked(desk: Desk) -> None:
    async with showing(desk, name="小秦") as (app, pilot):
        await press(pilot, "n")
        assert not app.screen.query_one("#try").display
        app.screen.query_one(Input).value = "老秦"
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        assert "老秦" in shown(app)
