"""Make Textual's reader of the terminal take whatever is typed or pasted."""

from __future__ import annotations

import sys
from codecs import getincrementaldecoder
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from collections.abc import Callable, Iterable

    from textual.message import Message

ESC = "\x1b"
BEGIN, END = f"{ESC}[200~", f"{ESC}[201~"
"""What a terminal puts round text that was pasted."""


class PasteFilter:
    """Takes the escape character out of pasted text, however the terminal cuts it into pieces.

    Textual's parser reads on for commands inside a paste and gives those it finds to the program as
    keys, so that a copied log could send half a reply.
    """

    def __init__(self) -> None:
        self._pasting = False
        self._before = ""
        """Outside a paste the last that went on: a mark may have begun in it."""

        self._held = ""
        """Inside a paste what may be the beginning of its end."""

    def passed(self, data: str) -> str:
        """Return what may go on of `data`; keys go on at once, a paste's end when it is whole."""
        out: list[str] = []
        while data:
            piece, data = self._pasted(data) if self._pasting else self._typed(data)
            out.append(piece)
        return "".join(out)

    def _typed(self, data: str) -> tuple[str, str]:
        """Return what goes on up to where a paste begins, and the rest."""
        joined = self._before + data
        _, begun, rest = joined.partition(BEGIN)
        if begun:
            self._pasting, self._before = True, ""
            return data[: len(data) - len(rest)], rest
        self._before = joined[1 - len(BEGIN) :]
        return data, ""

    def _pasted(self, data: str) -> tuple[str, str]:
        """Return the plain text up to where the paste ends, and the rest."""
        before, ended, rest = (self._held + data).partition(END)
        if ended:
            self._pasting, self._held = False, ""
            return before.replace(ESC, "") + END, rest
        held = next((END[:n] for n in range(len(END) - 1, 0, -1) if before.endswith(END[:n])), "")
        self._held = held
        return before.removesuffix(held).replace(ESC, ""), ""


def read_anything() -> None:
    """Put both in Textual's way: pastes are text, and a byte that is no UTF-8 is shown as such."""
    from textual._xterm_parser import XTermParser

    class Reader(XTermParser):
        def __init__(self, debug: bool = False) -> None:
            super().__init__(debug)
            self._pastes = PasteFilter()

        def feed(self, data: str) -> Iterable[Message]:
            text = self._pastes.passed(data)
            return super().feed(text) if text or not data else ()

    def lenient(encoding: str) -> Callable[[], IncrementalDecoder]:
        return partial(getincrementaldecoder(encoding), "replace")

    driver = "win32" if sys.platform == "win32" else "linux_driver"
    names = vars(import_module(f"textual.drivers.{driver}"))
    names["XTermParser"] = Reader
    if sys.platform != "win32":
        names["getincrementaldecoder"] = lenient
