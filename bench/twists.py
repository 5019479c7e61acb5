"""Harmless and harmful changes to a reply: what must not move a judgement, and what must earn nothing."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import TYPE_CHECKING

from uss_trainer.grading.characters import TO_SIMPLIFIED
from uss_trainer.grading.text import han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TO_TRADITIONAL = {simple: chr(wide) for wide, simple in reversed(list(TO_SIMPLIFIED.items()))}
_SLIPS_ZH = (("的", "得"), ("在", "再"), ("做", "作"), ("账", "帐"), ("那", "哪"), ("您", "你"))
_POLITE = {
    "zh": ("辛苦您了。", "今天天气真不错。", "给您添麻烦了。"),
    "en": ("I hope you are keeping well.", "Lovely weather today.", "Sorry for the noise here."),
}
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_DENIED = (
    (re.compile(r"^(?:我们|咱们|我)(?=想|要(?!是)|[给跟和约]您|介绍|会)"), r"\g<0>不"),
    (re.compile(r"^想(?=[跟和给问了约听看请])"), r"不\g<0>"),
    (re.compile(r"^(I|We)(?:'d| would) like to ", re.IGNORECASE), r"\1 wouldn't like to "),
    (re.compile(r"^(I|We)(?:'ll| will) (?!be\b)", re.IGNORECASE), r"\1 won't "),
    (
        re.compile(r"^(I)(?:'m| am) (?=calling|ringing|phoning|here to)", re.IGNORECASE),
        r"\1 am not ",
    ),
    (re.compile(r"^(?:Let me|May I|Could I|Can I) ", re.IGNORECASE), "I won't "),
)
"""Beginnings that can be turned into a refusal, and how: `我不想…`, `I won't …`."""


def language(text: str) -> str:
    """Return `zh` or `en`."""
    return "zh" if han(text) else "en"


def polite(text: str) -> str:
    """Return the reply with an unrelated polite sentence behind it."""
    lang = language(text)
    end = "" if text.rstrip()[-1:] in "。！？.!?…" else ("。" if lang == "zh" else ".")
    more = _POLITE[lang][len(text) % 3]
    return f"{text}{end}{more}" if lang == "zh" else f"{text}{end} {more}"


def traditional(text: str) -> str:
    """Return the reply in traditional characters."""
    return "".join(_TO_TRADITIONAL.get(char, char) for char in text)


def full_width(text: str) -> str:
    """Return the reply with full-width letters, figures and marks."""
    return text.translate(_FULL_WIDTH)


def upper(text: str) -> str:
    """Return the reply in capitals."""
    return text.upper()


def trailing(text: str) -> str:
    """Return the reply with other marks at its end; a question stays one."""
    bare = text.rstrip("。！.!…~ ")
    return bare + (
        "??" if bare.endswith(("?", "？")) else "！！" if language(text) == "zh" else "..."
    )


def spaced(text: str) -> str:
    """Return the reply with idle blanks: after every other Chinese character, or doubled."""
    if language(text) == "en":
        return "  " + text.replace(" ", "  ") + " "
    return re.sub(r"([\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff])", r"\1 ", text)


def typo(text: str) -> str:
    """Return the reply with one common slip: a wrong homophone, or two letters changed over."""
    for right, wrong in _SLIPS_ZH:
        if right in text:
            return text.replace(right, wrong, 1)
    long = list(re.finditer(r"[a-z]{6,}", text))
    if not long:
        return text
    at = long[len(text) % len(long)].start() + 2
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


HARMLESS: dict[str, Callable[[str], str]] = {
    "traditional": traditional,
    "full width": full_width,
    "capitals": upper,
    "end marks": trailing,
    "blanks": spaced,
    "a typo": typo,
}
"""What must leave the steps alone."""


def denied(text: str) -> str:
    """Return the reply as its own denial, `我不…` or `I won't …`; empty where that makes no sense."""
    for pattern, instead in _DENIED:
        if pattern.search(text):
            return pattern.sub(instead, text, count=1)
    return ""


def recited(titles: Sequence[str]) -> Iterator[str]:
    """Yield the names of steps one after the other, in several ways."""
    for joint in ("，", "、", " ", "\n", " -> ", ". ", "；"):
        yield joint.join(titles)
    yield "".join(f"{number}. {title}\n" for number, title in enumerate(titles, 1))


def fuzz(chance: random.Random, seeds: Sequence[str]) -> Iterator[str]:
    """Yield strings without end: mangled replies, any signs, marks, long runs."""
    while True:
        kind, size = chance.randrange(6), chance.choice((0, 1, 3, 20, 200, 1999))
        seed = chance.choice(seeds)
        if kind == 0:
            yield "".join(chr(_sign(chance)) for _ in range(min(size, 200)))
        elif kind == 1:
            at = chance.randrange(len(seed) + 1)
            yield seed[:at] + chr(_sign(chance)) * chance.randrange(1, 9) + seed[at:]
        elif kind == 2:
            yield "".join(chance.sample(seed, len(seed)))
        elif kind == 3:
            yield (chance.choice("。，?!\n\t ~…—“”<>[]{}$#0１a不") * size)[:1999]
        elif kind == 4:
            yield (seed * 80)[:size]
        else:
            yield seed[: chance.randrange(len(seed) + 1)] + chance.choice(seeds)[::-1]


def _sign(chance: random.Random) -> int:
    """Return any character's number, mostly one that is in use; halves of pairs too."""
    code = chance.choice(
        (chance.randrange(0x250), chance.randrange(0x4E00, 0x9FFF), chance.randrange(0x110000))
    )
    return code if unicodedata.category(chr(code)) != "Cn" or chance.random() < 0.1 else 0x4E00
