"""Preview: from any scene, anew with every saved file, keeping the place, recording nothing."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from screens_kit import press, settle, shown
from stage_kit import PACKS, desk_in
from textual.pilot import Pilot

from uss_trainer.actions import previewing
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.replaying import Start
from uss_trainer.actions.settings import Settings
from uss_trainer.errors import TrainerError
from uss_trainer.tui.app import TrainerApp
from uss_trainer.tui.screens.broken import BrokenScreen
from uss_trainer.tui.screens.preview import PreviewScreen, screen_for
from uss_trainer.tui.widgets.reply_box import ReplyBox


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A scenario file that may be edited."""
    copytree(PACKS, tmp_path / "packs")
    return tmp_path / "packs" / "calls" / "luo-call.yaml"


def edit(path: Path, old: str, new: str, count: int = -1) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def opened(desk: Desk, call: Path, start: Start | None = None) -> TrainerApp:
    first = previewing.preview(desk, call, start or Start(), mode="guided", lang="en", me="Qin")
    return TrainerApp(desk, Settings("en", "Qin"), screen_for(first))


async def look(pilot: Pilot[None]) -> None:
    """Let the screen look at the files, as it does by itself twice a second."""
    screen = pilot.app.screen
    assert isinstance(screen, PreviewScreen | BrokenScreen)
    screen._look()
    await settle(pilot)


async def choose(pilot: Pilot[None], reply: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, PreviewScreen)
    assert screen._stage
    ids = [choice.id for choice in screen._stage.choices]
    await press(pilot, str(ids.index(reply) + 1))


async def test_an_edit_is_taken_up_in_place_and_a_mistake_shown_until_it_is_mended(
    tmp_path: Path, call: Path
) -> None:
    desk, _ = desk_in(tmp_path)
    app = opened(desk, call)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "pick-up · trust=0" in shown(app)
        await choose(pilot, "full")
        assert "time · trust=1" in shown(app)
        edit(call, "One sentence says who", "One [b]single[/] sentence says who")
        await look(pilot)
        assert "time · trust=1" in shown(app)
        assert "One [b]single[/] sentence" in shown(app)

        edit(call, "goto: lock", "goto: lokc")
        await look(pilot)
        assert isinstance(app.screen, BrokenScreen)
        assert "no scene or ending 'lokc'; did you mean 'lock'?" in " ".join(shown(app).split())
        edit(call, "format: scenario/1", "format: scenario/1\n\tx")
        await look(pilot)
        assert "tab" in shown(app)
        assert "lokc" not in shown(app)
        edit(call, "\n\tx", "")
        edit(call, "goto: lokc", "goto: lock")
        await look(pilot)
        assert "time · trust=1" in shown(app)

        edit(call, "goto: time", "goto: refused", 1)
        await look(pilot)
        assert "time · trust=1" in shown(app), "the place is kept where the way there has gone"
        edit(call, "id: time", "id: hour")
        edit(call, "goto: time", "goto: hour")
        await look(pilot)
        assert "refused · trust=1" in shown(app), "a scene that is gone can't be kept"
        await press(pilot, "f5")
        await settle(pilot)
        assert "pick-up · trust=0" in shown(app)
    assert not (tmp_path / "data").exists()


async def test_it_begins_anywhere_and_typed_words_survive_a_mistake(
    tmp_path: Path, call: Path
) -> None:
    desk, _ = desk_in(tmp_path)
    start = Start("lock", {"trust": 4}, {"appointment": True})
    app = opened(desk, call, start)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "lock · trust=4 interest=0 patience=3 appointment=yes" in shown(app)
        await choose(pilot, "both")
        assert "booked" in shown(app)
        assert "total" in shown(app)
        await press(pilot, "enter")
        assert "lock · trust=4" in shown(app)
        await press(pilot, "f4")
        app.screen.query_one(ReplyBox).text = "Goodbye, Mr Luo"
        edit(call, "goto: lock", "goto: lokc")
        await look(pilot)
        assert isinstance(app.screen, BrokenScreen)
        edit(call, "goto: lokc", "goto: lock")
        await look(pilot)
        assert app.screen.query_one(ReplyBox).text == "Goodbye, Mr Luo"
        await press(pilot, "f2")
        assert "预览" in shown(app)
    assert not (tmp_path / "data").exists()


async def test_a_file_that_never_could_be_played_opens_on_its_problems(
    tmp_path: Path, call: Path
) -> None:
    desk, _ = desk_in(tmp_path)
    edit(call, "technique: phone", "technique: phome")
    app = opened(desk, call)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "did you mean 'phone'?" in " ".join(shown(app).split())
        edit(call, "technique: phome", "technique: phone")
        edit(call, "goto: lock", "goto: refused")
        await look(pilot)
        assert "to do · pick-up · trust=0" in shown(app), "what leads nowhere yet can be played"


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (Start("pick-upp"), "check.unknown-scene"),
        (Start(mood={"trsut": 1}), "check.unknown-mood"),
        (Start(facts={"appointmnt": True}), "check.unknown-fact"),
    ],
)
def test_a_start_that_the_scenario_does_not_have_is_named(
    tmp_path: Path, call: Path, start: Start, code: str
) -> None:
    desk, _ = desk_in(tmp_path)
    first = previewing.preview(desk, call, start, mode="guided", lang="en", me="Qin")
    assert [one.code for one in first.errors] == [code]
    assert first.errors[0].facts["nearest"]


def test_a_scenario_is_named_by_file_or_id(tmp_path: Path, call: Path) -> None:
    desk, _ = desk_in(tmp_path)
    assert previewing.found(desk, str(call)) == call
    assert previewing.found(desk, "luo-call").name == "luo-call.yaml"
    for wrong, code in (("luo-cal", "check.no-scenario"), ("x.yaml", "check.no-file")):
        with pytest.raises(TrainerError) as caught:
            previewing.found(desk, wrong)
        assert caught.value.problem.code == code
