"""The desk on the screen: from the overview to a ruling and back to the trainee's debrief."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from screens_kit import press, settle, showing, shown
from textual.widgets import Input, Static
from textual.widgets._footer import FooterKey

from uss_trainer.actions import people
from uss_trainer.actions.assigning import Wish, assign
from uss_trainer.actions.debriefs import debrief
from uss_trainer.actions.judges import Judges
from uss_trainer.actions.playing import choose, say
from uss_trainer.actions.reviewing import review
from uss_trainer.actions.sittings import begin, read
from uss_trainer.errors import fail
from uss_trainer.tui.screens.comment import CommentScreen
from uss_trainer.tui.screens.correct import CorrectScreen
from uss_trainer.tui.screens.debrief import DebriefScreen
from uss_trainer.tui.screens.desk import DeskScreen
from uss_trainer.tui.screens.desk_list import DeskListScreen, PickTeamScreen
from uss_trainer.tui.screens.help import HelpScreen
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.review import ReviewScreen
from uss_trainer.tui.widgets.ticks import TickList
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.library import Library
    from uss_trainer.grading.semantic import Encoder
    from uss_trainer.i18n import Lang
    from uss_trainer.tui.app import TrainerApp

NAME = "王[b]丽"


def no_encoder() -> Encoder:
    raise fail("grading.encoder-missing")


def acting(desk: Desk, name: str) -> Desk:
    other = replace(desk, named=name, judges=Judges(no_encoder))
    other.__dict__["library"] = desk.library
    return other


@pytest.fixture
def tess(desk: Desk, library: Library) -> Desk:
    """Tess's desk: one person has typed what nobody could grade, chosen well, and practised."""
    desk.__dict__["library"] = library
    people.add(desk, "Tess", role="trainer")
    for name in (NAME, "Ned"):
        people.add(desk, name)
    people.team(desk, "East", [NAME])
    late = Wish(
        ("short-call",), (NAME, "Ned"), mode="guided", due="2026-03-01", title="Week [b]9[/b]"
    )
    typed = assign(desk, Wish(("short-call",), (NAME,), mode="typed"))[0].id
    chosen = assign(desk, late)[0].id
    her = acting(desk, NAME)
    sitting = begin(her, "short-call", mode="typed", lang="en", me="Wang", assignment=typed)
    while not sitting.state.ended:
        sitting = say(her, sitting, "[red]Hello[/] from U9")
    for given in (chosen, ""):
        sitting = begin(her, "short-call", mode="guided", lang="en", me="Wang", assignment=given)
        for reply in ("whole", "choice", "thanks"):
            sitting = choose(her, sitting, reply)
    return acting(desk, "Tess")


def fits(app: TrainerApp) -> str:
    """Return the text on the screen, which nowhere goes beyond its edge."""
    text = shown(app)
    width = app.size.width
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert max((key.region.right for key in app.screen.query(FooterKey)), default=0) <= width
    return text


@pytest.mark.parametrize(
    ("lang", "size", "words"),
    [
        ("en", (80, 24), ("Week [b]9[/b]", "overdue", "Ned", "own practice", "Telephone", "100 ", "all", "[red]Hello[/]")),
        ("zh", (120, 36), ("Week [b]9[/b]", "逾期", "Ned", "自由练习", "电话", "100 ", "全部", "[red]Hello[/]")),
    ],
)  # fmt: skip
async def test_five_pages_and_what_is_behind_their_rows(
    tess: Desk, lang: Lang, size: tuple[int, int], words: tuple[str, ...]
) -> None:
    async with showing(tess, DeskScreen(), lang=lang, size=size) as (app, pilot):
        found = fits(app)
        for key in ("2", "3", "4", "5"):
            await press(pilot, key)
            found += fits(app)
        for word in words:
            assert word in found
        assert NAME in found
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape", "t")
        assert isinstance(app.screen, PickTeamScreen)
        await press(pilot, "down", "enter")
        assert "East" in str(app.screen.query_one("#title", Static).content)
        await press(pilot, "2")
        assert "Ned" not in fits(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DeskListScreen)
        person = fits(app)
        assert person.count("A short call" if lang == "en" else "短") >= 2
        await press(pilot, "escape", "1", "enter")
        assert isinstance(app.screen, DeskListScreen)
        assert NAME in fits(app)
        await press(pilot, "f2", "enter")
        assert isinstance(app.screen, ReviewScreen)
        fits(app)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, DeskScreen)


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_a_turn_is_commented_on_and_ruled_on_by_keys(tess: Desk, lang: Lang) -> None:
    async with showing(tess, DeskScreen(), lang=lang) as (app, pilot):
        await press(pilot, "5", "enter")
        assert isinstance(app.screen, ReviewScreen)
        attempt = app.screen._attempt
        before = app.screen.query_one("#totals", Wrapped).text
        await press(pilot, "down", "c")
        assert isinstance(app.screen, CommentScreen)
        await press(pilot, "H", "i", "escape", "c", "exclamation_mark", "enter")
        await settle(pilot)
        await press(pilot, "k")
        assert isinstance(app.screen, CorrectScreen)
        fits(app)
        assert "[x]" not in fits(app)
        await press(pilot, "space", "ctrl+s")
        assert isinstance(app.screen, CorrectScreen), "a ruling needs its reason"
        why = app.screen.query_one("#why", Input)
        assert app.focused is why
        why.value = "[b]good[/b]"
        quality = app.screen.query_one("#quality", TickList)
        quality.focus()
        await press(pilot, "end", "space", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        after = app.screen.query_one("#totals", Wrapped).text
        assert after.startswith(before + "\n")
        said = " ".join(one.text for one in app.screen.query(Wrapped) if one.has_class("said"))
        assert "Hi!" in said
        assert "[b]good[/b]" in said
        assert "Tess" in said
        fits(app)
        await press(pilot, "k")
        await press(pilot, "tab", "tab", "tab", "tab")
        await pilot.click("#back")
        await settle(pilot)
        assert app.screen.query_one("#totals", Wrapped).text == before
        await press(pilot, "k")
        app.screen.query_one("#why", Input).value = "once more"
        await press(pilot, "ctrl+s")
        await settle(pilot)
    said = review(tess, read(tess, attempt, lang))
    assert [(one.text, one.turn) for one in said.comments] == [("Hi!", 2)]
    (ruling,) = (said.rulings or {}).values()
    assert ruling.why == "once more"
    her = acting(tess, NAME)
    async with showing(her, DebriefScreen(attempt), lang=lang) as (app, pilot):
        assert app.screen.query_one("#ruled", Wrapped).text
        await press(pilot, "3")
        said = " ".join(one.text for one in app.screen.query(Wrapped) if one.has_class("said"))
        assert "Hi!" in said
        assert "once more" in said


async def test_its_owner_shares_free_practice_from_the_debrief(tess: Desk) -> None:
    from uss_trainer.actions.showing import history

    her = acting(tess, NAME)
    given, free = [one.id for one in history(her) if one.mode == "guided"]
    async with showing(her, DebriefScreen(free), lang="en") as (app, pilot):
        await press(pilot, "s")
        assert app.screen.query_one("#shared", Wrapped).text
        assert debrief(tess, free, "en").own is False
        await press(pilot, "s")
        assert not app.screen.query("#shared")
    async with showing(her, DebriefScreen(given), lang="en") as (app, _pilot):
        assert "share" not in {key.action for key in app.screen.query(FooterKey)}
    async with showing(tess, DebriefScreen(given), lang="en") as (app, _pilot):
        assert "retry" not in {key.action for key in app.screen.query(FooterKey)}


async def test_trainers_open_it_from_home_and_nobody_else_has_the_key(tess: Desk) -> None:
    async with showing(tess, HomeScreen()) as (app, pilot):
        await settle(pilot)
        await press(pilot, "d")
        assert isinstance(app.screen, DeskScreen)
    async with showing(acting(tess, "Ned"), HomeScreen()) as (app, pilot):
        await settle(pilot)
        await press(pilot, "d")
        assert isinstance(app.screen, HomeScreen)
        assert "desk" not in {one.binding.action for one in app.screen.active_bindings.values()}
