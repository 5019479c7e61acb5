"""What is remembered as lines of text: a curve, and a line a technique."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.practice_told import group_told
from uss_trainer.i18n import Lang, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.actions.remembered import Remembered
    from uss_trainer.coaching.practising import Point

SIZE = (72, 14)
"""Columns and rows of the curve."""


def drawn(found: Remembered, lang: Lang) -> Iterator[str]:
    """Yield the curve, then each technique in a sentence."""
    points = found.groups[0].points
    if not points:
        yield say("practise.remembered-none", lang)
    else:
        yield from _curve(points, found.day)
        yield say("practise.remembered-ahead", lang, day=found.day)
    for group in found.groups:
        yield group_told(group, lang)


def _curve(points: Sequence[Point], today: str) -> Iterator[str]:
    import plotext

    at = next(place for place, point in enumerate(points) if point.day == today)
    shares = [100 * point.remembered for point in points]
    plotext.clear_figure()
    plotext.theme("clear")
    plotext.plotsize(*SIZE)
    plotext.plot(range(at + 1), shares[: at + 1], marker="braille")
    plotext.scatter(range(at + 1, len(points)), shares[at + 1 :], marker="·")
    plotext.ylim(0, 100)
    plotext.yticks([0, 50, 90, 100])
    places = sorted({0, at, len(points) - 1})
    plotext.xticks(places, [points[place].day[5:] for place in places])
    yield from (line.rstrip() for line in plotext.uncolorize(plotext.build()).split("\n"))
    plotext.clear_figure()
