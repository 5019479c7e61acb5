"""Playing by keys and mouse: what is shown, stored, asked first and never lost."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from stage_kit import app_playing, begin, desk_in, no_encoder
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from uss_trainer.actions import playing, sittings
from uss_trainer.actions.judges import Judges
from uss_trainer.errors import fail
from uss_trainer.i18n import Lang
from uss_trainer.tui.app import TrainerApp
from uss_trainer.tui.screens.confirm import ConfirmScreen
from uss_trainer.tui.screens.debrief import DebriefScreen
from uss_trainer.tui.screens.handbook import HandbookScreen
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.pick_turn import PickTurnScreen
from uss_trainer.tui.screens.play import PlayScreen
from uss_trainer.tui.widgets.choices import ChoiceList, ChoiceRow
from uss_trainer.tui.widgets.meter import StepMeter
from uss_trainer.tui.widgets.reply_box import ReplyBox
from uss_trainer.tui.widgets.turns import TurnView
from uss_trainer.tui.widgets.wrapped import Wrapped

SMALL = (80, 24)
HOSTILE = [
    pytest.param("[red]您好[/red]", id="markup"),
    pytest.param("[/]", id="closing tag"),
    pytest.param("[@click=app.quit]x[/]", id="clickable"),
    pytest.param("\x1b]0;owned\x07\x1b[31m您好\x9b2J", id="escape sequences"),
    pytest.param("您" * 100_000, id="100,000 characters"),
    pytest.param("👩‍👩‍👧‍👦🎉 好的 👍🏽", id="emoji"),
    pytest.param("مرحبا \u202eשלום\u202c 您好", id="right to left"),
]


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete(
        [worker for worker in pilot.app.workers if worker.group != "ask"]
    )
    await pilot.pause()


def seen(app: TrainerApp) -> str:
    """Return all wrapped and static texts of the screen on top."""
    texts = [widget.text for widget in app.screen.query(Wrapped) if widget.display]
    texts += [str(widget.content) for widget in app.screen.query(Static) if widget.display]
    return "\n".join(texts)


def box(app: TrainerApp) -> ReplyBox:
    """Return the reply box."""
    return app.screen.query_one(ReplyBox)


def number_of(app: TrainerApp, start: str) -> str:
    """Return the number key of the reply that begins so."""
    rows = app.screen.query(ChoiceRow)
    texts = [row.query_one(".words", Wrapped).text for row in rows]
    return str(next(place for place, text in enumerate(texts, 1) if text.startswith(start)))


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_a_call_is_played_by_number_keys_to_its_debrief(tmp_path: Path, lang: Lang) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk, lang=lang)
    app = app_playing(desk, sitting, lang)
    starts = {
        "zh": ("罗经理您好，我是用友的客户经理小秦", "周三上午十点", "好的，周三"),
        "en": ("Good morning, Mr Luo, this is Qin", "Wednesday at ten or", "Wednesday at ten at"),
    }
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        for place, start in enumerate(starts[lang], 1):
            await pilot.press(number_of(app, start))
            await settle(pilot)
            stored = sittings.resume(desk, sitting.attempt.id, lang)
            assert len(stored.state.turns) == place
        assert {"zh": "约到了", "en": "Booked"}[lang] in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_line_choices_and_meter_are_visible_together_at_80_by_24(
    tmp_path: Path, lang: Lang
) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = playing.choose(desk, begin(desk, lang=lang), "rushed")
    for one in (begin(desk, lang=lang), sitting):
        app = app_playing(desk, one, lang)
        async with app.run_test(size=SMALL) as pilot:
            await settle(pilot)
            screen = app.screen
            shown = [
                screen.query_one("#now"),
                *screen.query(ChoiceRow),
                *screen.query(".meter-step"),
            ]
            for widget in shown:
                region, clip = screen.find_widget(widget).region, screen.find_widget(widget).clip
                assert clip.contains_region(region), widget


async def test_feedback_names_steps_words_mood_and_why_at_once(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_playing(desk, begin(desk))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press(number_of(app, "罗经理您好，我是用友的客户经理小秦"))
        await settle(pilot)
        text = seen(app)
        for part in ("✓ 自我介绍", "信任 +1 · 兴趣 +1", "还接住了他手头的对账"):
            assert part in text
        done = list(app.screen.query(".meter-step.-done"))
        assert len(done) == 2


async def test_a_fault_is_named_with_what_it_goes_against(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_playing(desk, begin(desk))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press(number_of(app, "罗经理，我们的软件"))
        await settle(pilot)
        assert "✗ 堆砌功能（小失误）" in seen(app)
        assert "耐心 −1" in seen(app)


async def test_a_click_and_the_arrow_keys_choose_too(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk)
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.click(list(app.screen.query(ChoiceRow))[1])
        await settle(pilot)
        await pilot.press("down", "down", "up", "enter")
        await settle(pilot)
        assert len(sittings.resume(desk, sitting.attempt.id, "zh").state.turns) == 2


async def test_numbers_beyond_the_list_do_nothing(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk)
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("9", "5")
        await settle(pilot)
        assert not sittings.resume(desk, sitting.attempt.id, "zh").state.turns


async def test_a_hint_says_its_cost_before_it_is_shown(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk)
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        assert "5 分" in seen(app)
        await pilot.press("escape")
        await settle(pilot)
        assert sittings.resume(desk, sitting.attempt.id, "zh").state.hints == 0
        await pilot.press("h")
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert "他想先知道谁在说话" in seen(app)
        assert sittings.resume(desk, sitting.attempt.id, "zh").state.hints == 1


async def test_rewind_asks_to_which_turn_and_goes_there(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk)
    for choice in ("rushed", "purpose"):
        sitting = playing.choose(desk, sitting, choice)
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, PickTurnScreen)
        await pilot.press("up", "enter")
        await settle(pilot)
        assert len(app.screen.query(TurnView)) == 0
        assert "喂，哪位？" in seen(app)
    assert not sittings.resume(desk, sitting.attempt.id, "zh").state.turns


@pytest.mark.parametrize("mode", ["typed", "self-check"])
async def test_modes_without_hint_and_rewind_offer_none(tmp_path: Path, mode: str) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_playing(desk, begin(desk, mode))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        actions = {active.binding.action for active in app.screen.active_bindings.values()}
        offered = {name for name in actions if app.screen.check_action(name, ())}
        assert not offered & {"hint", "rewind", "handbook"}
        await pilot.press("h", "r", "b")
        assert box(app).text == "hrb"


async def test_without_encoder_a_typed_reply_is_not_gradable_and_the_call_goes_on(
    tmp_path: Path,
) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk, "typed")
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "没有安装语句编码器" in seen(app)
        box(app).text = "您好，我是用友的小秦\n想约您见个面"
        await pilot.press("enter")
        await settle(pilot)
        assert "无法评判" in seen(app)
        assert "不好意思，您是哪位？" in seen(app)
        assert box(app).text == ""
    turn = sittings.resume(desk, sitting.attempt.id, "zh").state.turns[0]
    assert turn.exchange.reply == "您好，我是用友的小秦\n想约您见个面"
    assert turn.exchange.judgement.reason == "encoder-missing"


@pytest.mark.parametrize("reply", HOSTILE)
async def test_hostile_replies_are_shown_as_text_and_harm_nothing(
    tmp_path: Path, reply: str
) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk, "typed")
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        box(app).text = reply
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.is_running
        stored = sittings.resume(desk, sitting.attempt.id, "zh").state.turns[0].exchange.reply
        shown = app.screen.query(".-me .words").first(Wrapped).text
        assert shown.rstrip("…") == stored[:2000]
        assert not any(sign in shown for sign in "\x1b\x07\x9b\u202e")
        if "[" in reply and "\x1b" not in reply:
            assert shown == reply
        await pilot.click("#conversation", offset=(12, 1))
        await pilot.click("#now")
        assert app.is_running


@pytest.mark.parametrize("key", ["ctrl+j", "shift+enter", "alt+enter"])
async def test_new_lines_by_key_and_sending_by_enter(tmp_path: Path, key: str) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk, "typed")
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("a", key, "b")
        assert box(app).text == "a\nb"
        await pilot.press("enter")
        await settle(pilot)
    assert sittings.resume(desk, sitting.attempt.id, "zh").state.turns[0].exchange.reply == "a\nb"


async def test_an_empty_reply_is_refused_and_nothing_is_stored(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk, "typed")
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        box(app).text = "  \n"
        await pilot.press("enter")
        await settle(pilot)
        assert [note.message for note in app._notifications] == ["回复是空的；写下你会怎么说"]
    assert not sittings.resume(desk, sitting.attempt.id, "zh").state.turns


async def test_switching_the_language_keeps_what_is_typed(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_playing(desk, begin(desk, "typed"))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        box(app).text = "写到一半"
        await pilot.press("f2")
        await settle(pilot)
        assert box(app).text == "写到一半"
        assert "Hello, who is this?" in seen(app)
        assert "Introduce yourself" in seen(app)


async def test_a_reply_is_sent_once_and_the_screen_stays_alive_while_it_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk, "typed")
    app = app_playing(desk, sitting)
    go, asked, real = Event(), [], playing.say

    def slow(*args: object, **more: object) -> sittings.Sitting:
        asked.append(args)
        go.wait(10)
        return real(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(playing, "say", slow)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        box(app).text = "您好"
        await pilot.press("enter", "enter", "ctrl+s", "x")
        await pilot.pause()
        assert "正在评判…" in seen(app)
        assert box(app).text == "您好"
        go.set()
        await settle(pilot)
        assert len(asked) == 1
    assert len(sittings.resume(desk, sitting.attempt.id, "zh").state.turns) == 1


async def test_an_attempt_that_went_on_elsewhere_is_told_and_the_text_stays(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = begin(desk, "typed")
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        playing.say(desk, sitting, "另一个窗口说的话")
        box(app).text = "这个窗口的话"
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ConfirmScreen)
        assert "另一个窗口" in seen(app)
        await pilot.press("escape")
        assert box(app).text == "这个窗口的话"
    assert len(sittings.resume(desk, sitting.attempt.id, "zh").state.turns) == 1


async def test_thinking_time_runs_out_with_text_and_without(tmp_path: Path) -> None:
    desk, clock = desk_in(tmp_path)
    sitting = begin(desk, "self-check")
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        clock.forward(52)
        screen._tick()
        assert "还有 8 秒" in seen(app)
        box(app).text = "您好，我是"
        clock.forward(8)
        screen._tick()
        await settle(pilot)
        clock.forward(60)
        screen._tick()
        await settle(pilot)
        assert "（没有说话）" in seen(app)
    turns = sittings.resume(desk, sitting.attempt.id, "zh").state.turns
    assert [turn.exchange.reply for turn in turns] == ["您好，我是", ""]
    assert [turn.exchange.seconds for turn in turns] == [60, 60]


@pytest.mark.parametrize("keys", [("escape", "enter"), ("ctrl+q", "escape")])
async def test_leaving_with_unsent_text_asks_first(tmp_path: Path, keys: tuple[str, str]) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_playing(desk, begin(desk, "typed"))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        box(app).text = "还没发"
        await pilot.press(keys[0])
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press(keys[1])
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        assert box(app).text == "还没发"


async def test_resuming_shows_the_conversation_so_far(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = playing.choose(desk, begin(desk), "rushed")
    app = app_playing(desk, sittings.resume(desk, sitting.attempt.id, "en"), "en")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert len(app.screen.query(TurnView)) == 1
        assert "Feature dump" in seen(app)
        assert "I really have no time" in seen(app)
        assert app.screen.query_one(StepMeter).query(".-now")
        assert app.screen.query_one(ChoiceList).query(ChoiceRow)


@pytest.mark.parametrize("unsent", ["", "还没发"])
async def test_escape_leads_home_and_nothing_sent_is_lost(tmp_path: Path, unsent: str) -> None:
    desk, _ = desk_in(tmp_path)
    sitting = playing.say(desk, begin(desk, "typed"), "您好")
    app = app_playing(desk, sitting)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        box(app).text = unsent
        await pilot.press("escape")
        await pilot.pause()
        if unsent:
            await pilot.press("left", "enter")
            await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
    assert len(sittings.resume(desk, sitting.attempt.id, "zh").state.turns) == 1


async def test_the_handbook_opens_by_one_key_and_leads_back(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_playing(desk, begin(desk))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("b")
        await settle(pilot)
        assert isinstance(app.screen, HandbookScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)


async def test_choosing_never_loads_the_encoder(tmp_path: Path) -> None:
    loaded: list[bool] = []
    desk, _ = desk_in(tmp_path, judges=Judges(lambda: loaded.append(True) or no_encoder()))  # type: ignore[arg-type, return-value, func-returns-value]
    for mode in ("guided", "typed"):
        app = app_playing(desk, begin(desk, mode))
        async with app.run_test(size=SMALL) as pilot:
            await settle(pilot)
            assert bool(loaded) == (mode == "typed")


@pytest.mark.parametrize(
    ("lang", "reply", "name", "words"),
    [
        ("zh", "您好罗经理，我是用友软件的小秦。", "自我介绍", "我是用友软件的小秦"),
        (
            "en",
            "Good morning Mr Luo, my name is Qin, from Ufsoft.",
            "Introduce yourself",
            "my name is Qin",
        ),
    ],
    ids=["zh", "en"],
)
async def test_a_typed_reply_is_credited_with_the_words_that_earned_it(
    tmp_path: Path, lang: Lang, reply: str, name: str, words: str
) -> None:
    desk, _ = desk_in(tmp_path, judges=Judges())
    sitting = begin(desk, "typed", lang)
    app = app_playing(desk, sitting, lang)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        app.post_message(Paste(reply))
        await pilot.pause()
        assert box(app).text == reply
        await pilot.press("enter")
        await settle(pilot)
        remark = app.screen.query(".remark.-good").first(Wrapped).text
        assert name in remark
        assert words in remark


async def test_a_paste_of_several_lines_stays_several_lines(tmp_path: Path) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_playing(desk, begin(desk, "typed"))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        app.post_message(Paste("第一行\n第二行\n第三行"))
        await pilot.pause()
        assert box(app).text == "第一行\n第二行\n第三行"


async def test_a_full_disk_is_told_and_the_text_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = desk_in(tmp_path)
    app = app_playing(desk, begin(desk, "typed"))

    def full(*_: object, **__: object) -> sittings.Sitting:
        raise fail("store.disk-full", "trainer.db", cause="database or disk is full")

    monkeypatch.setattr(playing, "say", full)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        box(app).text = "您好"
        await pilot.press("enter")
        await settle(pilot)
        assert len(app._notifications) == 1
        assert box(app).text == "您好"
        assert not box(app).read_only
