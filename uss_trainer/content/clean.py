"""Take out of a text what would steer a terminal instead of being read."""

from __future__ import annotations

import re
from unicodedata import category

_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and line feed, delete, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks
    "\ufeff\ufffe\uffff\ud800-\udfff]"  # stray byte order marks, what no encoding can write
)


def clean(text: str) -> str:
    r"""Return `text` without control and direction signs; `\t` stays, line breaks become `\n`."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return _UNSEEN.sub("", _BREAKS.sub("\n", text))


def blank(text: str) -> bool:
    """Return whether nothing of a text can be seen: blanks, joiners and other empty signs."""
    return all(sign.isspace() or category(sign) in ("Cf", "Cc", "Mn") for sign in text)
