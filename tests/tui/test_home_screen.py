"""Home by keys: rows, results, what waits, what can't be loaded, both languages."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from screens_kit import Was, press, remember, settle, showing, shown
from textual.widgets import Static

from uss_trainer.actions import home, sittings
from uss_trainer.tui.screens.briefing import BriefingScreen
from uss_trainer.tui.screens.handbook import HandbookScreen
from uss_trainer.tui.screens.history import HistoryScreen
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.play import PlayScreen
from uss_trainer.tui.screens.start import StartScreen
from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.i18n import Lang

PACKS = Path(__file__).parents[1] / "packs"


async def to_row(app: object, pilot: object, scenario: str) -> None:
    rows = app.screen.query_one(RowList)  # type: ignore[attr-defined]
    rows.highlighted = rows.get_option_index(scenario)
    await settle(pilot)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("短电话", "新人", "2 分钟", "电话技巧", "最好")),
        ("en", ("A short call", "New hire", "2 min", "Telephone", "Best")),
    ],
)
async def test_lists_packs_and_scenarios(desk: Desk, lang: Lang, words: tuple[str, ...]) -> None:
    async with showing(desk, lang=lang) as (app, _):
        text = shown(app)
        for word in words:
            assert word in text


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_columns_align_by_cells_whatever_the_language(desk: Desk, lang: Lang) -> None:
    remember(desk, Was("one", 85), Was("two", 70, day=2, high=78))
    async with showing(desk, lang=lang) as (app, _):
        lines = shown(app).splitlines()
        row = next(line for line in lines if "85" in line)
        head = lines[2]
        best = "最好" if lang == "zh" else "Best"
        assert cell_len(head[: head.index(best)]) + cell_len(best) == cell_len(
            row[: row.index("85") + 2]
        )
        assert "70+" in row
        assert all(cell_len(line) <= 80 for line in lines)


async def test_results_and_what_waits_are_told_for_the_chosen_row(desk: Desk) -> None:
    remember(desk, Was("one", 85), Was("two", 70, day=2))
    sittings.begin(desk, "short-call", mode="typed", lang="zh", me="小秦")
    async with showing(desk) as (app, pilot):
        await to_row(app, pilot, "short-call")
        text = shown(app)
        assert "最好 85（合格）" in text and "最近 70（接近合格）" in text
        assert "没练完（自己写" in text
        await press(pilot, "r")
        assert isinstance(app.screen, PlayScreen)


async def test_a_newer_version_of_an_unfinished_scenario_is_named(
    desk: Desk, tmp_path: Path
) -> None:
    packs = tmp_path / "packs"
    shutil.copytree(PACKS / "small", packs / "small")
    desk = replace(desk, packs=packs, folders=replace(desk.folders, packs=()))
    sittings.begin(desk, "short-call", mode="guided", lang="en", me="Qin")
    file = packs / "small" / "short-call.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("喂，哪位？", "喂？"), encoding="utf-8"
    )
    async with showing(desk, lang="en") as (app, pilot):
        await to_row(app, pilot, "short-call")
        assert "A newer version exists" in shown(app)


async def test_what_cannot_be_loaded_is_listed_with_its_reason(desk: Desk, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    (packs / "hurt").mkdir(parents=True)
    (packs / "hurt" / "pack.yaml").write_text("format: pack/1\nid: [/]x", encoding="utf-8")
    async with showing(replace(desk, packs=packs), lang="en") as (app, pilot):
        await to_row(app, pilot, "pack:hurt")
        assert "pack.yaml" in "".join(shown(app).split())
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        await to_row(app, pilot, "short-call")
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)


async def test_a_database_that_fails_is_told_and_the_rows_stay(desk: Desk) -> None:
    desk.folders.data.mkdir(parents=True)
    (desk.folders.data / "trainer.db").write_bytes(b"no database at all, just some words" * 50)
    async with showing(desk) as (app, _):
        text = shown(app)
        assert "短电话" in text
        assert "数据库" in text


async def test_language_switch_keeps_the_chosen_row_and_changes_every_word(desk: Desk) -> None:
    async with showing(desk) as (app, pilot):
        await to_row(app, pilot, "short-call")
        await press(pilot, "f2")
        assert app.screen.query_one(RowList).chosen == "short-call"
        text = shown(app)
        assert "A short call" in text and "Resume" in text and "Scenario" in text
        assert "短电话" not in text and "接着练" not in text
        await press(pilot, "f2")
        assert "短电话" in shown(app)


@pytest.mark.parametrize(
    ("key", "screen"), [("h", HandbookScreen), ("l", HistoryScreen), ("n", StartScreen)]
)
async def test_ways_on_and_back(desk: Desk, key: str, screen: type[object]) -> None:
    async with showing(desk) as (app, pilot):
        await press(pilot, key)
        assert isinstance(app.screen, screen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_results_are_asked_anew_when_home_comes_back(desk: Desk) -> None:
    async with showing(desk) as (app, pilot):
        await press(pilot, "l")
        remember(desk, Was("one", 91))
        await press(pilot, "escape")
        assert "91" in shown(app)


async def test_an_edited_pack_is_read_again_on_f5(desk: Desk, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    shutil.copytree(PACKS / "small", packs / "small")
    async with showing(replace(desk, packs=packs)) as (app, pilot):
        file = packs / "small" / "short-call.yaml"
        text = file.read_text(encoding="utf-8").replace("zh: 短电话", "zh: 新名字")
        file.write_text(text, encoding="utf-8")
        await press(pilot, "f5")
        assert "新名字" in shown(app)


async def test_a_click_opens_a_scenario(desk: Desk) -> None:
    home.rows_anew(desk)
    async with showing(desk) as (app, pilot):
        lines = shown(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "短电话" in line)
        await pilot.click(offset=(8, row))
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)


@pytest.mark.parametrize(("width", "height"), [(79, 24), (80, 23)])
async def test_a_terminal_too_small_says_so(desk: Desk, width: int, height: int) -> None:
    async with showing(desk, size=(width, height)) as (app, _):
        notice = app.screen.query_one("#too-small", Static)
        assert notice.display
        assert f"{width}×{height}" in shown(app)
