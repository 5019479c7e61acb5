"""The keys of *Play*."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def _key(key: str, action: str, name: str, *, show: bool = True, first: bool = False) -> Binding:
    display = "1-9" if name == "choose" else None
    words = (f"playing.key-{name}", show, display, first)
    return Binding(key, action, *words, tooltip=f"playing.tip-{name}")


KEYS: list[BindingType] = [
    _key("escape", "leave_play", "home"),
    *(_key(str(digit), f"choose({digit})", "choose", show=digit == 1) for digit in range(1, 10)),
    _key("h", "hint", "hint"),
    _key("r", "rewind", "rewind"),
    _key("b", "handbook", "handbook"),
    _key("d", "debrief", "debrief"),
    _key("down", "move(1)", "next", show=False),
    _key("up", "move(-1)", "previous", show=False),
    _key("pageup", "scroll_talk(-1)", "up", show=False, first=True),
    _key("pagedown", "scroll_talk(1)", "down", show=False, first=True),
]
