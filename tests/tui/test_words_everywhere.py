"""Every key of these screens is worded, explained, and translated, Textual's own included."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
import textual.containers
import textual.widgets
from screens_kit import press, settle, showing, shown
from textual.app import App
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widgets import Footer, Input
from textual.widgets._footer import FooterKey

from uss_trainer.coaching.practising import Plan, Session
from uss_trainer.i18n import words
from uss_trainer.tui.palette import commands
from uss_trainer.tui.screens.briefing import BriefingScreen
from uss_trainer.tui.screens.desk import DeskScreen
from uss_trainer.tui.screens.handbook import HandbookScreen
from uss_trainer.tui.screens.help import HelpScreen
from uss_trainer.tui.screens.history import HistoryScreen
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.practise import PractisedScreen
from uss_trainer.tui.screens.remembered import RememberedScreen
from uss_trainer.tui.screens.start import StartScreen

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.i18n import Lang

SCREENS: dict[str, Callable[[], Screen[None]]] = {
    "start": StartScreen,
    "home": HomeScreen,
    "briefing": lambda: BriefingScreen("short-call"),
    "handbook": lambda: HandbookScreen("phone"),
    "history": HistoryScreen,
    "remembered": RememberedScreen,
    "practised": lambda: PractisedScreen(Session(Plan("2026-03-02"))),
    "desk": DeskScreen,
}


def chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def own_words() -> Iterator[str]:
    """Every description and tooltip in the bindings that Textual brings along."""
    shipped = [getattr(textual.widgets, name) for name in textual.widgets.__all__]
    shipped += [one for one in vars(textual.containers).values() if inspect.isclass(one)]
    for kind in (*shipped, Screen, App, CommandPalette):
        for base in kind.__mro__:
            for binding in base.__dict__.get("BINDINGS", ()):
                if isinstance(binding, Binding):
                    yield from filter(None, (binding.description, binding.tooltip))


def test_all_of_textuals_own_words_are_translated() -> None:
    zh, en = words("textual", "zh"), words("textual", "en")
    missing = sorted({text for text in own_words() if text not in zh})
    assert missing == []
    assert set(zh) == set(en)
    assert all(key == text for key, text in en.items())
    assert all(chinese(text) for text in zh.values())


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_keys_have_words_and_room_and_help_explains_the_screen(
    desk: Desk, name: str, lang: Lang
) -> None:
    async with showing(desk, SCREENS[name](), lang=lang) as (app, pilot):
        for active in app.screen.active_bindings.values():
            binding = active.binding
            if binding.system or not binding.description:
                continue
            assert binding.tooltip, binding
            assert active.tooltip == binding.tooltip
            other = binding.action in ("switch_language", "app.switch_language")
            if not other:
                assert chinese(binding.description) is (lang == "zh"), binding
            assert chinese(binding.tooltip) is (lang == "zh"), binding
        footer = app.screen.query_one(Footer)
        assert max(key.region.right for key in footer.query(FooterKey)) <= 80
        app.set_focus(None)
        about = app.screen.say(app.screen.help_code)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert about.split("，")[0].split(",")[0][:20] in shown(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, HelpScreen)


async def test_what_two_keys_do_is_listed_once(desk: Desk) -> None:
    async with showing(desk, BriefingScreen("short-call"), lang="en") as (app, pilot):
        offered = [command.title for command in commands(app, app.screen)]
        assert offered.count("Back") == 1
        await press(pilot, "question_mark")
        [line] = [line for line in shown(app).split("\n") if "esc  " in line and "Back" in line]
        assert "⌫" in line


async def test_keys_are_made_anew_only_where_they_say_something_else(desk: Desk) -> None:
    async with showing(desk) as (app, pilot):
        before = [*app.screen.query(FooterKey)]
        app.screen.refresh_bindings()
        await settle(pilot)
        assert [*app.screen.query(FooterKey)] == before
        await press(pilot, "f2")
        after = [*app.screen.query(FooterKey)]
        assert len(after) == len(before)
        assert not {key.description for key in after} & {key.description for key in before}


@pytest.mark.parametrize(
    ("lang", "search", "nothing", "command"),
    [
        ("zh", "搜索命令", "没有找到", "手册"),
        ("en", "Search for commands", "No matches found", "Handbook"),
    ],
)
async def test_the_palette_speaks_the_language_and_offers_the_screens_own_keys(
    desk: Desk, lang: Lang, search: str, nothing: str, command: str
) -> None:
    async with showing(desk, lang=lang) as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause(0.2)
        assert search in shown(app)
        app.screen.query_one(Input).value = command
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, HandbookScreen)
        await press(pilot, "escape")
        await pilot.press("ctrl+p")
        app.screen.query_one(Input).value = "qqqqzzzz"
        await pilot.pause(1.0)
        assert nothing in shown(app)
