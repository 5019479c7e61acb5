"""The keys of a drill."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def _key(key: str, action: str, name: str, *, show: bool = True, display: str = "") -> Binding:
    words = (f"drill.key-{name}", show, display or None)
    return Binding(key, action, *words, tooltip=f"drill.tip-{name}")


KEYS: list[BindingType] = [
    Binding("escape", "back", "common.key-back", tooltip="common.tip-back"),
    _key("enter", "submit", "submit"),
    _key("enter", "next", "next"),
    _key("space", "hand('take', 0)", "hold"),
    *(
        _key(str(digit), f"hand('number', {digit})", "number", show=digit == 1, display="1-9")
        for digit in range(1, 10)
    ),
    _key("right", "hand('change', 1)", "change", display="←→"),
    _key("left", "hand('change', -1)", "change", show=False),
    _key("down", "hand('step', 1)", "down", show=False),
    _key("up", "hand('step', -1)", "up", show=False),
    _key("r", "again", "again"),
    _key("b", "handbook", "handbook"),
]
"""Enter submits before the answer and goes on afterwards: `check_action` lets only one through."""
