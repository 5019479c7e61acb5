"""Names of the selling firm and of its rivals, so that another firm's are read like our own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from uss_trainer.grading.text import HAN, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.content.packs import Company

KNOWN_RIVALS = ("金蝶", "kingdee", "浪潮", "sap")
"""Rivals that the rubrics' lines name; a Chinese and a Latin one stand in for all others."""

LEAST = 2
"""Characters below which a name is left alone: it would be found in other words."""

_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Firms:
    """Names that count as a firm's in a conversation, normalised."""

    own: tuple[str, ...] = ()
    """The selling firm's: full, short and other names in both languages."""

    rivals: tuple[str, ...] = ()

    def alone(self) -> Firms:
        """Return the firm's own names only; what the few lines on one rival taught is about that one."""
        return Firms(self.own)


NOBODY = Firms()
"""For texts that speak for no firm in particular."""


def firms_of(company: Company | None) -> Firms:
    """Return the names a company profile lists."""
    if company is None:
        return NOBODY
    called = (company.name, company.short)
    own = [text for words in called for text in (words.zh, words.en)] + company.aliases
    return Firms(_names(own), _names(company.rivals, KNOWN_RIVALS))


def _names(texts: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return names normalised, none twice, longest first because one may hold another."""
    names = {normalise(text) for text in texts} - {*known}
    return tuple(
        sorted((one for one in names if len(one) >= LEAST), key=lambda one: (-len(one), one))
    )


def named(plain: str, firms: Firms, mask: str) -> str:
    """Return normalised text with the firm's own names under `mask` and rivals as known ones."""
    if firms.own:
        plain = _pattern(firms.own).sub(mask, plain)
    if firms.rivals:
        plain = _pattern(firms.rivals).sub(_stand_in, plain)
    return plain


def _stand_in(found: re.Match[str]) -> str:
    return KNOWN_RIVALS[0 if _HAN.search(found.group()) else 1]


@lru_cache(maxsize=32)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds whole names; Chinese beside a Latin name ends it as a blank does."""
    whole = (
        rf"{'(?<![a-z0-9])' if one[0].isascii() else ''}{re.escape(one)}"
        rf"{'(?![a-z0-9])' if one[-1].isascii() else ''}"
        for one in names
    )
    return re.compile("|".join(whole))
