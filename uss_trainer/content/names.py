"""Fill in what content leaves open: the selling firm's facts and the trainee's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uss_trainer.content.packs import Company

NAME = re.compile(r"\$(company|me)\.([a-z0-9]+(?:-[a-z0-9]+)*)")
"""A name to fill in; a `$` before anything else is just a dollar."""

OWN = ("name", "short", "product")
"""What every company profile says of itself, before its further facts."""


def fill(text: str, company: Company, me: str, lang: str) -> str:
    """Return `text` with `$company.…` and `$me.name` filled in; unknown names stay as they are."""
    if "$" not in text:
        return text
    return NAME.sub(lambda found: _value(found, company, me, lang), text)


def _value(found: re.Match[str], company: Company, me: str, lang: str) -> str:
    """Return what one name stands for, or the name itself."""
    whose, what = found.groups()
    if whose == "me":
        return me if what == "name" else found.group()
    words = getattr(company, what) if what in OWN else company.facts.get(what)
    return words.of(lang) if words else found.group()
