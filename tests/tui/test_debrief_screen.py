"""The debrief: what it says of an attempt, on the screen and as values, and retrying from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from stage_kit import begin, desk_in
from textual.pilot import Pilot
from textual.widgets import Checkbox, Static, TabbedContent

from uss_trainer.actions import playing, sittings
from uss_trainer.actions.debriefs import debrief
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.settings import Settings
from uss_trainer.actions.sittings import Sitting
from uss_trainer.i18n import Lang
from uss_trainer.tui.app import TrainerApp
from uss_trainer.tui.screens.debrief import DebriefScreen
from uss_trainer.tui.screens.pick_turn import PickTurnScreen
from uss_trainer.tui.screens.play import PlayScreen
from uss_trainer.tui.widgets.noted_turn import NotedTurn
from uss_trainer.tui.widgets.wrapped import Wrapped

WEAK = ("rushed", "purpose", "choice", "bye")
BEST = ("full", "choice", "both")


def played(desk: Desk, choices: tuple[str, ...], lang: Lang = "zh", hint: bool = False) -> Sitting:
    """Play the small call by choices."""
    sitting = begin(desk, lang=lang)
    if hint:
        sitting = playing.hint(desk, sitting)
    for choice in choices:
        sitting = playing.choose(desk, sitting, choice, seconds=4)
    return sitting


def app_on(desk: Desk, sitting: Sitting, lang: Lang = "zh") -> TrainerApp:
    """Return the app with the debrief of a sitting on top."""
    return TrainerApp(desk, Settings(lang, "小秦"), DebriefScreen(sitting.attempt.id))


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete(
        [worker for worker in pilot.app.workers if worker.group != "ask"]
    )
    await pilot.pause()


def page(app: TrainerApp, name: str) -> str:
    """Return the texts of one page."""
    found = app.screen.query_one(f"#{name}-page")
    texts = [widget.text for widget in found.query(Wrapped)]
    return "\n".join([*texts, *(str(widget.content) for widget in found.query(Static))])


def test_values_of_a_weak_call(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    found = debrief(desk, played(desk, WEAK, hint=True).attempt.id, "zh")
    outcomes = {step.name: step.outcome for step in found.steps}
    assert outcomes["自我介绍"] == "missed"
    assert outcomes["说明电话目的"] == "earned"
    assert outcomes["确认与锁定"] == "missed"
    missed = next(step for step in found.steps if step.name == "自我介绍")
    assert missed.must and "用友" in missed.example
    assert [(loss.name, loss.turn, loss.points) for loss in found.losses] == [
        ("堆砌功能", 1, 3),
        ("", None, 5),
    ]
    assert found.missed_must == ("自我介绍", "确认与锁定")
    assert not found.passed and found.harder == ""
    assert found.ticks == ("打电话前做好准备", "语速放慢，吐字清楚", "让对方听得见微笑")
    assert found.weakest == found.turns[0].past.number
    assert found.turns[0].better.startswith("罗经理您好，我是用友的客户经理小秦")
    assert found.turns[1].better == ""
    assert found.lessons[0].name in ("自我介绍", "确认与锁定")
    assert found.lessons[-1].name == "堆砌功能"
    assert found.think_seconds == 16


def test_values_of_the_best_call(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    found = debrief(desk, played(desk, BEST).attempt.id, "en")
    assert (found.total, found.band, found.passed) == ("100", "Excellent", True)
    assert {step.outcome for step in found.steps} == {"earned"}
    assert not found.losses and not found.lessons and not found.out_of_order
    assert found.harder == "typed"
    assert [part.id for part in found.parts] == ["coverage", "order", "key-points"]
    assert (found.ending, found.outcome) == ("Booked", "won")


def test_an_ungraded_reply_makes_the_total_a_range(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk, "typed")
    while not sitting.state.ended:
        sitting = playing.say(desk, sitting, "您好，我是用友的小秦，想跟您约个时间")
    found = debrief(desk, sitting.attempt.id, "zh")
    assert found.undecided
    assert "–" in found.total
    assert any(step.outcome == "open" for step in found.steps)


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_the_four_pages_show_everything(tmp_path: Path, lang: Lang) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = played(desk, WEAK, lang, hint=True)
    app = app_on(desk, sitting, lang)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        total = debrief(desk, sitting.attempt.id, lang).total
        result, steps = page(app, "result"), page(app, "steps")
        zh = lang == "zh"
        for part in (
            total,
            "约到了" if zh else "Booked",
            "−3",
            "−5",
            "堆砌功能" if zh else "Feature",
        ):
            assert part in result
        for part in (
            "想跟您约二十分钟" if zh else "I'd like twenty minutes",
            "第 2 轮" if zh else "Turn 2",
        ):
            assert part in steps
        assert ("这样说就能得分" if zh else "This would have earned it") in steps
        assert ("可以这样说" if zh else "You could have said") in page(app, "talk")
        assert len(app.screen.query(Checkbox)) == 3
        for key, name in (("2", "steps"), ("3", "talk"), ("4", "points"), ("1", "result")):
            await pilot.press(key)
            assert app.screen.query_one(TabbedContent).active == name


async def test_the_language_switch_keeps_page_and_ticks(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_on(desk, played(desk, BEST))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("4")
        app.screen.query_one("#tick-1", Checkbox).toggle()
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert app.screen.query_one(TabbedContent).active == "points"
        ticks = {box.id: box.value for box in app.screen.query(Checkbox)}
        assert ticks == {"tick-0": False, "tick-1": True, "tick-2": False}
        assert "What no text can show" in page(app, "points")


async def test_retry_by_key_offers_the_weakest_turn_first(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = played(desk, ("full", "some-day"))
    app = app_on(desk, sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, PickTurnScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PlayScreen)
        again = app.screen._sitting
        assert again.attempt.retry_of == sitting.attempt.id
        assert len(again.state.turns) == 1
    again = playing.choose(desk, playing.choose(desk, again, "choice"), "both")
    found = debrief(desk, again.attempt.id, "zh")
    assert (found.retry_of, found.retry_turn) == (sitting.attempt.id, 2)
    assert not again.attempt.counts


async def test_retry_from_the_turn_in_focus(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_on(desk, played(desk, BEST))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3", "tab")
        assert isinstance(app.focused, NotedTurn)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PlayScreen)
        assert not app.screen._sitting.state.turns


async def test_content_with_markup_is_shown_as_text(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk, "typed")
    while not sitting.state.ended:
        sitting = playing.say(desk, sitting, "[red]您好[/] [@click=app.quit]x[/]")
    app = app_on(desk, sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "[red]您好[/] [@click=app.quit]x[/]" in page(app, "talk")
        await pilot.press("3", "r")
        await pilot.pause()
        assert app.is_running


async def test_an_unfinished_attempt_can_be_looked_at(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk)
    app = app_on(desk, sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "对话还没结束" in page(app, "result")
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, DebriefScreen)


async def test_an_unknown_attempt_is_told(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    app = TrainerApp(desk, Settings("zh", "小秦"), DebriefScreen("nowhere"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert len(app._notifications) == 1


def test_retry_keeps_the_content_of_the_old_attempt(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = played(desk, BEST)
    again = sittings.retry(desk, sitting.attempt.id, 1, "zh")
    assert again.attempt.edition == sitting.attempt.edition
