"""What the plots share: an axis of hundredths, and days below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def frame(figure: Any, marks: Sequence[int], days: Sequence[str], places: Sequence[int]) -> None:
    """Draw the axes of a plotext figure: 0 to 100 with these marks, and days at these places."""
    figure.xaxes(True, False)
    figure.yaxes(True, False)
    figure.ylim(0, 100)
    figure.yticks([*marks])
    figure.xticks([*places], [*days])
