"""Who sells in a call: known labels, names given, and what counts as a speaker's label."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.near import nearest
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from uss_trainer.player.transcript import Transcript

_SALES = frozenset(("s", "sales", "salesperson", "seller", "sales rep", "rep"))
_SALES_ZH = frozenset(("销售", "销售员", "销售人员", "销售代表", "业务员"))
_CUSTOMER = frozenset(("k", "customer", "client", "buyer", "prospect", "客户", "顾客", "买方"))
LONGEST = 24
"""Characters a speaker's label may have."""

_LABEL = re.compile(
    r"^[ \t]*(?:[-*>•][ \t]+)?"
    r"(?:(?:[\[(（【]\d{1,4}[\])）】]|\d{1,4}[.、)）])[ \t]*)?"
    r"(?:[\[(（【]?(?P<before>(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)[\])）】]?[ \t]+)?"
    rf"(?:\*\*)?(?P<name>[^\s:：\d*][^:：\n*]{{0,{LONGEST - 1}}}?)(?:\*\*)?"
    r"[ \t]*(?:[\[(（](?P<after>(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)[\])）])?"
    r"[ \t]*[:：](?:\*\*)?[ \t]*"
)
_SENTENCE = re.compile(
    r"[,，。;；!！?？、“”\"…<>/\\=]|(?<!mr)(?<!ms)(?<!dr)(?<!mrs)\.", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a speaker's words."""

    name: str
    length: int
    """Characters up to where the words begin."""

    start: float | None
    """Seconds, where a time stands beside the name."""


def plain(name: str) -> str:
    """Return a speaker's name as compared: width, case and blanks don't tell two apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def label_of(line: str) -> Label | None:
    """Return what looks like a speaker's label at a line's beginning, or None."""
    found = _LABEL.match(line)
    if found is None:
        return None
    name = found["name"].strip()
    if _SENTENCE.search(name) or len(name.split()) > 4 or name.lower() in ("http", "https"):
        return None
    return Label(name, found.end(), seconds_of(found["before"] or found["after"]))


def seconds_of(clock: str | None) -> float | None:
    """Return `1:02:03.5` or `02:03,5` in seconds; None for nothing."""
    if not clock:
        return None
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def role(name: str) -> str:
    """Return `sales` or `customer` for a label everybody knows, numbered or not; else nothing."""
    bare = re.sub(r"\s*\d{1,2}$", "", plain(name))
    return "sales" if bare in _SALES | _SALES_ZH else "customer" if bare in _CUSTOMER else ""


def speakers(labels: Sequence[str | None], sales: Collection[str]) -> frozenset[str]:
    """Return which labels name speakers; `labels` has one for each line that could have.

    Where the two sides go by known labels only those count, so that “时间：” in a speech is no
    person. Else a name counts that comes twice, is named in `sales`, or stands where every line has
    a label.
    """
    named = [name for name in labels if name is not None]
    roles = {role(name) for name in named}
    if not sales and {"sales", "customer"} <= roles:
        return frozenset(name for name in named if role(name))
    if len(named) == len(labels):
        return frozenset(named)
    asked = {plain(name) for name in sales}
    often = {name for name, count in Counter(named).items() if count > 1}
    return frozenset(name for name in named if name in often or role(name) or plain(name) in asked)


def selling(transcript: Transcript, sales: Collection[str], where: str) -> frozenset[str]:
    """Return the speakers who sell; TrainerError `score.…` where that can't be told or all do."""
    names = transcript.names
    listed = ", ".join(names[:12])
    asked = frozenset(plain(name) for name in sales)
    known = {plain(name) for name in names}
    for name in sales:
        if plain(name) not in known:
            near = nearest(name, names)
            raise fail("score.no-such-speaker", where, name=name, names=listed, nearest=near)
    if len(names) == 1:
        raise fail("score.one-speaker", where, name=names[0])
    if not asked and not all(map(role, names)):
        raise fail("score.who-sells", where, names=listed)
    found = frozenset(name for name in names if _sells(name, asked))
    if not found or len(found) == len(names):
        raise fail("score.no-customer" if found else "score.no-sales", where, names=listed)
    return found


def _sells(name: str, asked: frozenset[str]) -> bool:
    return plain(name) in asked if asked else role(name) == "sales"
