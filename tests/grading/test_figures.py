"""The figures that `bench/grading.py` prints, on replies whose figures can be counted by hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def _figures() -> ModuleType:
    path = Path(__file__).parents[2] / "bench" / "figures.py"
    spec = importlib.util.spec_from_file_location("figures", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["figures"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


figures = _figures()


def told(labels: str, said: str, *, kind: str = "normal", lang: str = "en", **more: Any) -> Any:
    """Return a reply with the steps `labels` that was told to perform the steps `said`."""
    quality = more.pop("quality", (2, 2))
    sure = tuple((share, step in labels) for step, share in more.pop("sure", ()))
    row = {"steps": list(labels), "faults": [], "kind": kind, "lang": lang, "quality": quality[0]}
    return figures.Told(row, frozenset(said), quality=quality[1], sure=sure, **more)


IDLE = [told("", "a", kind="none"), *[told("", "", kind="none")] * 3]
HALF_SURE = [told("a", "ab", sure=[("a", 0.5), ("b", 0.5)])] * 20
TOO_SURE = [told("a", "ab", sure=[("a", 0.9), ("b", 0.9)])] * 20


@pytest.mark.parametrize(
    ("name", "rows", "value", "count"),
    [
        ("steps F1", [told("ab", "ac"), told("d", "")], 0.4, 2),
        ("idle credited", [*IDLE, told("a", "b")], 0.25, 4),
        ("gaming rewarded", [told("a", "a", kind="gaming"), told("", "a", kind="gaming")], 0.5, 2),
        ("quality kappa", [told("", "", quality=(one, one)) for one in range(4)], 1.0, 4),
        ("quality kappa", [told("", "", quality=(one, 3 - one)) for one in range(4)], -1.0, 4),
        ("not gradable", [told("a", "", gradable=False), told("a", "a")], 0.5, 2),
        ("calibration", HALF_SURE, 0.0, 20),
        ("calibration", TOO_SURE, 0.4, 20),
    ],
)
def test_a_figure_is_what_counting_by_hand_gives(name, rows, value, count) -> None:
    found = figures.figures(rows, [name])[name]
    assert found.value == pytest.approx(value)
    assert found.n == count
    assert found.low - 1e-9 <= found.value <= found.high + 1e-9 or name == "quality kappa"


def test_more_replies_make_the_interval_narrower() -> None:
    few = [told("ab", "ac"), told("d", "d")] * 5
    narrow, wide = (figures.figures(rows, ["steps F1"])["steps F1"] for rows in (few * 20, few))
    assert narrow.value == pytest.approx(wide.value)
    assert 0 < narrow.high - narrow.low < (wide.high - wide.low) / 2


def test_what_no_reply_is_about_has_no_figure() -> None:
    found = figures.figures([told("a", "a")], ["gaming rewarded", "methods F1"])
    assert [(one.n, str(one)) for one in found.values()] == [(0, "–"), (0, "–")]


def test_the_languages_are_told_apart() -> None:
    rows = [told("a", "a", lang="zh"), told("a", "b", lang="en")] * 30
    found = figures.difference(rows)
    assert (found.value, found.low, found.high) == (1.0, 1.0, 1.0)
