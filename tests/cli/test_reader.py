"""What is pasted into the terminal is text, however it arrives."""

from __future__ import annotations

import pytest

from uss_trainer.cli.reader import BEGIN, END, PasteFilter

TYPED = [
    ("plain keys", "abc\r", "abc\r"),
    ("a lone escape key", "\x1b", "\x1b"),
    ("an arrow key", "\x1b[A", "\x1b[A"),
    ("a plain paste", f"{BEGIN}你好{END}", f"{BEGIN}你好{END}"),
    ("colours in a paste", f"{BEGIN}\x1b[31mred\x1b[0m{END}", f"{BEGIN}[31mred[0m{END}"),
    ("an arrow in a paste", f"a{BEGIN}x\x1b[Ay{END}\x1b[A", f"a{BEGIN}x[Ay{END}\x1b[A"),
    ("a paste in a paste", f"{BEGIN}a{BEGIN}b{END}", f"{BEGIN}a[200~b{END}"),
    ("escapes before the end", f"{BEGIN}a\x1b\x1b{END}", f"{BEGIN}a{END}"),
    ("half an end in a paste", f"{BEGIN}a\x1b[20b{END}", f"{BEGIN}a[20b{END}"),
    ("two pastes", f"{BEGIN}\x1ba{END}k{BEGIN}\x1bb{END}", f"{BEGIN}a{END}k{BEGIN}b{END}"),
]


@pytest.mark.parametrize(("what", "given", "passed"), TYPED, ids=[what for what, _, _ in TYPED])
@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1000])
def test_a_paste_holds_no_keys(what: str, given: str, passed: str, size: int) -> None:
    filter_ = PasteFilter()
    pieces = [given[at : at + size] for at in range(0, len(given), size)]
    assert "".join(map(filter_.passed, pieces)) == passed, what


def test_keys_go_on_at_once() -> None:
    """A held-back key would make the Escape key wait for the next one."""
    filter_ = PasteFilter()
    assert [filter_.passed(key) for key in ("\x1b", "[", "2", "x")] == ["\x1b", "[", "2", "x"]
