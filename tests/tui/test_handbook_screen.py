"""Handbook: a page a technique, out of its rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from screens_kit import press, settle, showing, shown
from textual.containers import VerticalScroll

from uss_trainer.actions import handbook
from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens.handbook import HandbookScreen
from uss_trainer.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.i18n import Lang


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_phone_page_holds_all_a_trainee_needs(desk: Desk, lang: Lang) -> None:
    page = handbook.page(desk, "phone", lang, "小秦")
    assert len(page.purposes) == 3
    assert len(page.steps) == 8
    assert len(page.key_points) == 4
    for step in page.steps:
        assert step.about
        assert len(step.good) == 2
        assert step.near_miss and step.near_why
        assert "$" not in "".join((*step.good, step.near_miss))
    waived = handbook.page(desk, "phone", "zh", "小秦").steps[2]
    assert "老客户可省略" in waived.notes


def test_pages_come_in_the_manuals_order(desk: Desk) -> None:
    found = [title.technique for title in handbook.titles(desk, "zh")]
    assert found == ["phone", "visit", "opening", "questioning", "fbv", "closing", "objection"]


def test_an_unknown_page_is_refused(desk: Desk) -> None:
    with pytest.raises(TrainerError) as caught:
        handbook.page(desk, "juggling", "zh", "小秦")
    assert caught.value.problem.code == "handbook.no-page"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("电话技巧", "赢得约会", "要领")),
        ("en", ("Telephone", "Win an appointment", "Key points")),
    ],
)
async def test_opens_at_the_first_page_without_a_technique(
    desk: Desk, lang: Lang, words: tuple[str, ...]
) -> None:
    async with showing(desk, HandbookScreen(), lang=lang) as (app, _):
        for word in words:
            assert word in shown(app)


async def test_turning_pages_and_switching_language_keeps_page_and_place(desk: Desk) -> None:
    async with showing(desk, HandbookScreen("phone")) as (app, pilot):
        await press(pilot, "space")
        await pilot.pause(0.4)
        page = app.screen.query_one("#page", VerticalScroll)
        place = page.scroll_offset.y
        assert place > 0
        await press(pilot, "f2")
        assert abs(page.scroll_offset.y - place) <= 1
        assert app.screen.query_one(RowList).chosen == "phone"
        text = shown(app)
        assert "Telephone" in text and "电话" not in text


async def test_the_list_turns_to_another_technique(desk: Desk, tmp_path: object) -> None:
    async with showing(desk, HandbookScreen("phone")) as (app, pilot):
        rows = app.screen.query_one(RowList)
        if rows.option_count < 2:
            pytest.skip("only one technique is there to turn to")
        rows.focus()
        await press(pilot, "down")
        await settle(pilot)
        assert rows.chosen != "phone"
        name = handbook.page(desk, rows.chosen, "zh", "小秦").name
        assert name in shown(app)
