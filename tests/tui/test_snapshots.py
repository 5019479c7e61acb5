"""How the screens look, at the least size and a larger one, in both languages.

`pytest --snapshot-update tests/tui/test_snapshots.py` draws them anew; look at them before you keep them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from screens_kit import Was, been, remember, settle

from uss_trainer.actions import drilling, playing, sittings
from uss_trainer.actions.judges import Judges
from uss_trainer.actions.settings import Settings
from uss_trainer.errors import fail
from uss_trainer.grading.drill_values import Given
from uss_trainer.tui.app import TrainerApp

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.screen import Screen

    from uss_trainer.actions.desk import Desk
    from uss_trainer.grading.semantic import Encoder
    from uss_trainer.i18n import Lang

SMALL, MIDDLE, LARGE = (80, 24), (100, 32), (120, 36)
Maker = Callable[["Desk", "Lang"], "Screen[None]"]


def home(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.home import HomeScreen

    remember(desk, Was("a1", 71.5), Was("a2", 88.0, day=3))
    return HomeScreen()


def start(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.start import StartScreen

    return StartScreen()


def briefing(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.briefing import BriefingScreen

    return BriefingScreen("short-call")


def handbook(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.handbook import HandbookScreen

    return HandbookScreen("phone")


def history(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.history import HistoryScreen

    remember(desk, Was("a1", 71.5), Was("a2", 60.0, day=2), Was("a3", 92.0, day=3))
    return HistoryScreen()


def play(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.play import PlayScreen

    sitting = sittings.begin(desk, "short-call", mode="guided", lang=lang, me="小秦")
    return PlayScreen(playing.choose(desk, sitting, "half"))


def typing(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.play import PlayScreen

    return PlayScreen(sittings.begin(desk, "short-call", mode="typed", lang=lang, me="小秦"))


def debrief(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.debrief import DebriefScreen

    sitting = sittings.begin(desk, "short-call", mode="guided", lang=lang, me="小秦")
    for reply in ("half", "ask", "now", "curt"):
        sitting = playing.choose(desk, sitting, reply)
    return DebriefScreen(sitting.attempt.id)


def readme(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.play import PlayScreen

    sitting = sittings.begin(desk, "cold-call", mode="guided", lang=lang, me="Lin Tao", seed=4)
    for _ in range(2):
        scene = sitting.edition.scenario.scene(sitting.state.position.scene)
        assert scene is not None
        best = max(scene.replies, key=lambda reply: reply.quality)
        sitting = playing.choose(desk, sitting, best.id)
    return PlayScreen(sitting)


def no_encoder() -> Encoder:
    raise fail("grading.encoder-missing")


def matching(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.player.hand import number
    from uss_trainer.tui.screens.drill import DrillScreen

    screen = DrillScreen(drilling.begin(desk, "ways-on-and-back", me="小秦", seed=2))
    assert screen._hand
    screen._hand = number(number(screen._hand, 2), 1)
    return screen


def picked(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.drill import DrillScreen

    going = drilling.begin(desk, "first-letter", me="小秦", seed=2)
    given = Given(("thanks", "vision", "quote", "pain", "next"))
    return DrillScreen(None, drilling.answer(desk, going, given, lang=lang))


def practise(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.actions.practising import ask, start
    from uss_trainer.tui.screens.practise import screen_for

    been(desk, "closing/use-method")
    session = start(desk, 4)
    return screen_for(ask(desk, session, "小秦") or session)


def remembered(desk: Desk, lang: Lang) -> Screen[None]:
    from uss_trainer.tui.screens.remembered import RememberedScreen

    been(desk, "phone/introduce-self", "phone/confirm-lock", "opening/greet", day="2026-01-20")
    been(desk, "opening/greet", "closing/use-method", day="2026-02-02", rating="again")
    been(desk, "phone/confirm-lock", "closing/use-method", day="2026-02-16", rating="easy")
    return RememberedScreen()


CASES = [
    *((make, size, lang) for make in (home, play, debrief) for size in (SMALL, LARGE) for lang in ("zh", "en")),
    *((make, *how) for make in (start, briefing, handbook, history, typing) for how in ((SMALL, "zh"), (LARGE, "en"))),
    *((make, *how) for make in (practise, remembered) for how in ((SMALL, "zh"), (LARGE, "en"))),
    (matching, SMALL, "zh"), (picked, LARGE, "en"), (readme, MIDDLE, "en"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "size", "lang"),
    CASES,
    ids=[f"{make.__name__}-{size[0]}x{size[1]}-{lang}" for make, size, lang in CASES],
)
def test_looks(
    snap_compare: Callable[..., bool],
    desk: Desk,
    make: Maker,
    size: tuple[int, int],
    lang: Lang,
) -> None:
    desk = replace(desk, judges=Judges(no_encoder))
    name = "" if make is start else "小秦"
    app = TrainerApp(desk, Settings(lang, name), make(desk, lang))

    async def still(pilot: Pilot[None]) -> None:
        for area in app.screen.query("TextArea"):
            area.cursor_blink = False
        for box in app.screen.query("Input"):
            box.cursor_blink = False
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=still)


def test_the_readme_shows_the_program_as_it_is() -> None:
    drawn = Path(__file__).parent / "__snapshots__/test_snapshots/test_looks[readme-100x32-en].svg"
    shown = Path(__file__).parents[2] / "docs" / "play.svg"
    assert shown.read_text(encoding="utf-8") == drawn.read_text(encoding="utf-8")
