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
_SUBJECT_ZH = re.compile(
    r"^(?:我们?|咱们?|本人)?(?:就|也|先|再|来|还)?(?:想|要|会|可以|能)?(?=(?P<verb>..?))"
)
_VERBS_ZH = (
    "跟 给 把 和 向 帮 替 为 请 叫 姓 是 做 送 发 寄 带 约 见 问 听 看 说 讲 谈 聊 介绍 了解 知道 认 "
    "建议 推荐 保证 希望 期待 理解 明白 体谅 记 写 算 比 试 负责 代表 确认 核 回 答 解 谢 感谢 佩服 "
    "羡慕 同意 赞成 承认 打 联系 安排 准备 等 过来 拜访 登门 陪 演示 展示 签 订 定 改 换 留 拿 打听 请教"
)
_ZH = frozenset(_VERBS_ZH.split())
_SUBJECT_EN = re.compile(
    r"^(?P<who>I|We)(?P<form>'d (?:like|love) to|'ll| will| would like to| want to| can| could|'m| am"
    r"| are|'re)? (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_ASKING_EN = re.compile(r"^(?:Let me|May I|Could I|Can I|Shall I|Might I) ", re.IGNORECASE)
_BEING = {"am", "are", "was", "were", "have", "had", "do", "did", "would", "could", "can", "will"}
_IDLE = {"just", "also", "really", "already", "never", "not", "only", "be", "so", "then", "still"}


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


def denied(text: str) -> dict[str, str]:
    """Return the refusals of a clause by how they begin, whatever its verb; none where it has none.

    Of `我给您发资料` 不 and 不想, of `I'll send it` I won't, I don't want to and I refuse to.
    """
    return _denied_zh(text) if language(text) == "zh" else _denied_en(text)


def _denied_zh(text: str) -> dict[str, str]:
    found = _SUBJECT_ZH.match(text)
    if not found or not (found["verb"] in _ZH or found["verb"][0] in _ZH):
        return {}
    rest = text[found.end() :]
    own = found.group() or "我"
    told = {"不": f"{own.rstrip('想要会能')}不{rest}"} if rest[0] != "有" else {}
    return {**told, "不想": f"{own.rstrip('想要会能可以')}不想{rest}"}


def _denied_en(text: str) -> dict[str, str]:
    asking, found = _ASKING_EN.match(text), _SUBJECT_EN.match(text)
    if asking:
        who, rest = "I", text[asking.end() :]
    elif found and found["verb"].lower() not in _BEING | _IDLE:
        who, rest = found["who"], text[found.start("verb") :]
        form = (found["form"] or "").strip().lower()
        if form in {"'m", "am", "'re", "are"}:
            if not found["verb"].endswith("ing"):
                return {}
            return {"not": f"{who} {'am' if who in 'Ii' else 'are'} not {rest}"}
    else:
        return {}
    ways = {"won't": "won't", "don't want to": "don't want to", "refuse to": "refuse to"}
    return {name: f"{who} {way} {rest}" for name, way in ways.items()}


def recited(titles: Sequence[str]) -> Iterator[str]:
    """Yield the names of steps one after the other, in several ways."""
    for joint in ("，", "、", " ", "\n", " -> ", ". ", "；"):
        yield joint.join(titles)
    yield "".join(f"{number}. {title}\n" for number, title in enumerate(titles, 1))


SIZES, FREQUENT = (0, 1, 3, 20, 200, 1999), (10, 20, 20, 40, 8, 2)
"""How long fuzzed strings are, and how often: most are short, so that ten thousand end soon."""


def fuzz(chance: random.Random, seeds: Sequence[str]) -> Iterator[str]:
    """Yield strings without end: mangled replies, any signs, marks, long runs."""
    while True:
        kind, size = chance.randrange(6), chance.choices(SIZES, FREQUENT)[0]
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
