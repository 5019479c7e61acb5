"""Chinese lines as they are set, and columns by cells."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from uss_trainer.tui.widgets.columns import Cell, ColumnRow, fit
from uss_trainer.tui.widgets.wrapped import NOT_FIRST, NOT_LAST, Wrapped, wrap

TEXTS = (
    "罗总您好，我姓方，是用友武汉分公司的客户经理。“您好”，他说：《总账》模块（General Ledger）可以！？",
    "好——的……（真的？）」，等等：一、二；三。",
    "Good morning, Mr Luo. My name is Fang, account manager at Ufsoft (Wuhan).",
    "[red]x[/] [@click=app.quit]点我[/]",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [14, 17, 24, 40, 78])
def test_no_line_is_too_wide_or_begins_with_a_stop(text: str, width: int) -> None:
    lines = wrap(text, width)
    for line in lines:
        assert cell_len(line) <= width
        assert line == line.strip()
        assert line[0] not in NOT_FIRST
        assert line[-1] not in NOT_LAST
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("用General Ledger模块", 10, ("用General", "Ledger模块")),
        ("一段\n\n二段", 20, ("一段", "", "二段")),
        ("aaaaaaaaaaaa", 5, ("aaaaa", "aaaaa", "aa")),
        ("你好，", 4, ("你", "好，")),
        ("", 10, ("",)),
        ("一二三", 1, ("一", "二", "三")),
    ],
)
def test_lines(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert wrap(text, width) == lines


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("短电话", 8, "短电话  "),
        ("很长的电话", 7, "很长的…"),
        ("很长的电话", 6, "很长… "),
        ("ab", 2, "ab"),
        ("ab", 0, ""),
    ],
)
def test_fit_counts_cells(text: str, cells: int, shown: str) -> None:
    assert fit(text, cells) == shown
    assert cell_len(fit(text, cells)) == cells


@pytest.mark.parametrize("width", [20, 33, 80])
def test_a_row_takes_exactly_its_width(width: int) -> None:
    row = ColumnRow(Cell("一个很长很长的场景名字"), Cell("新人", 6), Cell("12", 4, right=True))
    assert row.content(width).cell_length == width
    wide = ColumnRow(Cell("短"), Cell("技巧", 8, least=60))
    assert ("技巧" in wide.content(width).plain) is (width >= 60)


async def test_wraps_anew_on_resize_and_shows_markup_as_text() -> None:
    class Page(App[None]):
        def compose(self) -> ComposeResult:
            yield Wrapped(TEXTS[0])

    app = Page()
    async with app.run_test(size=(30, 10)) as pilot:
        text = app.query_one(Wrapped)
        high = text.size.height
        await pilot.resize_terminal(100, 10)
        assert text.size.height < high
        text.show(TEXTS[3])
        await pilot.pause()
        assert "[red]x[/]" in text.render_line(0).text
