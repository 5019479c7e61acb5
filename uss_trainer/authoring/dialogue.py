"""Read a written dialogue, as trainers have it in Word: who speaks, a colon, what is said."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.clean import clean
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SALES = (
    "s",
    "sales",
    "seller",
    "salesperson",
    "rep",
    "销售",
    "销售员",
    "销售人员",
    "业务员",
    "客户经理",
)
CUSTOMER = ("k", "customer", "client", "buyer", "客户", "顾客", "对方", "买方")
MOST = 40
"""Speeches of the salesperson that one scenario takes."""

_SPEECH = re.compile(
    r"^[\s*\-•·\d.、)）]*[【\[*]*([^\s:：\t【】*][^:：\t]{0,19}?)[】\]*]*\s*[:：\t]\s*[*]*(.*)$"
)
_ASIDE = re.compile(r"^[(（]([^()（）]*)[)）]\s*")


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What the customer says and the salesperson answers."""

    customer: str
    """Empty where the salesperson speaks first."""

    cue: str
    """What can be heard or seen, in the brackets in which it stood."""

    sales: str
    """Empty after the last answer."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A dialogue as it was written down."""

    title: str
    """The first line that nobody speaks; empty where there is none."""

    about: str
    """What else stands above the first speech."""

    turns: tuple[Exchanged, ...]


def read_dialogue(text: str, where: str, sales: str = "", customer: str = "") -> Dialogue:
    """Return the dialogue in `text`.

    `sales` and `customer` are further names of the two, as their speeches begin. TrainerError
    names the line where somebody else speaks, or says that nobody sells.
    """
    lines = clean(text).split("\n")
    names = {
        **dict.fromkeys(_names(SALES, sales), True),
        **dict.fromkeys(_names(CUSTOMER, customer), False),
    }
    _strangers(lines, where, names)
    above, speeches = _speeches(lines, names)
    if not speeches:
        raise fail("new.no-turns", where)
    turns = tuple(_turns(speeches))
    count = sum(bool(turn.sales) for turn in turns)
    if not count:
        raise fail("new.no-sales", where)
    if count > MOST:
        raise fail("new.too-many-turns", where, count=str(count), most=str(MOST))
    return Dialogue(above[0] if above else "", "\n".join(above[1:]), turns)


def _names(usual: Iterable[str], other: str) -> list[str]:
    return [*usual, *([_folded(other)] if other else [])]


def _folded(name: str) -> str:
    return "".join(name.casefold().split())


def _strangers(lines: list[str], where: str, names: dict[str, bool]) -> None:
    """Raise where a name that is neither's begins two lines: then a third speaks, or all do."""
    begun = [_folded(found[1]) if (found := _SPEECH.match(line)) else "" for line in lines]
    known = [place for place, name in enumerate(begun) if name in names]
    counts = Counter(begun)
    for place, name in enumerate(begun):
        if name and name not in names and counts[name] > 1 and (not known or place > known[0]):
            found = _SPEECH.match(lines[place])
            assert found
            raise fail("new.unknown-speaker", f"{where}:{place + 1}", speaker=found[1])


def _speeches(lines: list[str], names: dict[str, bool]) -> tuple[list[str], list[tuple[bool, str]]]:
    """Return what stands above the first speech, and who says what; a line without a name goes on."""
    above: list[str] = []
    speeches: list[tuple[bool, str]] = []
    for line in filter(None, (line.strip() for line in lines)):
        found = _SPEECH.match(line)
        if found and _folded(found[1]) in names:
            speeches.append((names[_folded(found[1])], found[2].strip()))
        elif speeches and _ASIDE.fullmatch(line):
            speeches.append((False, line))
        elif speeches:
            seller, text = speeches[-1]
            speeches[-1] = seller, f"{text} {line}"
        else:
            above.append(line)
    return above, speeches


def _turns(speeches: list[tuple[bool, str]]) -> Iterator[Exchanged]:
    """Yield each customer's line with its answer, speeches of one person in a row as one."""
    customer, cue, sales = "", "", ""
    for seller, text in speeches:
        if seller:
            sales = _joined(sales, text)
            continue
        if sales:
            yield Exchanged(customer, cue, sales)
            customer, cue, sales = "", "", ""
        aside = _ASIDE.match(text)
        cue = _joined(cue, aside[0].strip()) if aside else cue
        customer = _joined(customer, text[aside.end() :] if aside else text)
    yield Exchanged(customer, cue, sales)


def _joined(before: str, text: str) -> str:
    return " ".join(part for part in (before, text) if part)
