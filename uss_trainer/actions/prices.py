"""Prices as people write them."""

from __future__ import annotations

import re
from unicodedata import normalize

from uss_trainer.errors import fail

_PLAIN = re.compile(r"[¥￥]?\s*(\d{1,3}(?:[, ]\d{3})+|\d{1,12})\s*(?:元|yuan|rmb)?", re.IGNORECASE)
_TEN_THOUSANDS = re.compile(r"[¥￥]?\s*(\d{1,8})(?:\.(\d{1,4}))?\s*万\s*元?")


def price_in(text: str) -> int:
    """Return the yuan in `36,800`, `¥36800`, `36800元`, `3.68万`; TrainerError `deal.not-a-price`."""
    plain = normalize("NFKC", text).strip()
    if found := _PLAIN.fullmatch(plain):
        return int(re.sub(r"\D", "", found[1]))
    if found := _TEN_THOUSANDS.fullmatch(plain):
        return int(found[1]) * 10_000 + int((found[2] or "").ljust(4, "0"))
    raise fail("deal.not-a-price", price=plain[:40])


def shown(yuan: int) -> str:
    """Return a price with its thousands set apart."""
    return f"{yuan:,}"
