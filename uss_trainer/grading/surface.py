"""What can be read off the face of a clause without a model."""

from __future__ import annotations

import re

from uss_trainer.grading.firms import NOBODY, Firms
from uss_trainer.grading.masking import mask

_QUESTION = re.compile(
    r"[?？]|[吗嘛呢么][,，。.!！~～]*$|有没有|是不是|能不能|可不可以|行不行|好不好|方不方便|要不要|会不会|知不知道"
    r"|可否|能否|是否|什么|怎么|哪[天里个家位些儿]|几点|多少|如何|何时"
    r"|^(?:and |but |so |ok |okay |well |then )?,? ?(?:what|when|which|who|whose|where|why|how|would|could|can|may|might|shall"
    r"|do|does|did|is|are|was|were|have|has|will|won't|don't|isn't|aren't)\b"
)
_SIGNS: dict[str, re.Pattern[str]] = {
    "question": _QUESTION,
    "time": re.compile(r"T"),
    "name": re.compile(r"N|我叫|姓|\bname(?:'s| is)\b|\bi'?a?m [a-z]+ from\b|我是|\bthis is\b"),
    "company": re.compile(r"F|公司|\b(?:company|firm)\b"),
    "number": re.compile(r"0|[一二三四五六七八九十百千万]"),
    "thanks": re.compile(
        r"谢|多谢|感激|辛苦|麻烦您|\bthank|\bthanks\b|\bcheers\b|\bgrateful\b|\bappreciate"
    ),
    "polite": re.compile(
        r"您|请|麻烦|打扰|冒昧|不好意思|抱歉|谢|劳驾|方便|\bplease\b|\bthank|\bsorry\b|\bmay i\b|\bcould\b"
        r"|\bwould\b|\bpardon\b|\bkind(?:ly)?\b|\bsir\b|\bmadam\b|\bma'am\b|\bappreciate"
    ),
    "choice": re.compile(r"还是|或者?|要么|要不|哪[天个]|\bor\b|\beither\b|\bwhichever\b"),
}

_EXTRA: dict[str, re.Pattern[str]] = {
    "goodbye": re.compile(
        r"再见|再会|拜拜|回见|回聊|保重|先挂|挂了|不打扰|祝您|祝你|\bbye\b|\bgoodbye\b|\btake care\b"
        r"|\bspeak (?:soon|then)\b|\bgood day\b|\bnice (?:day|weekend|evening)\b|\bcheerio\b"
    ),
    "greeting": re.compile(
        r"您好|你好|早上好|下午好|^喂|\bhello\b|\bhi\b|\bgood (?:morning|afternoon|evening)\b"
    ),
    "negation": re.compile(r"不|没|别|无|非|\bnot?\b|n't\b|\bnever\b|\bnothing\b|\bwithout\b"),
    "call": re.compile(r"电话|来电|致电|\bcall|\bring|\brang\b|\bphon"),
    "meet": re.compile(
        r"见面|拜访|登门|上门|见个面|碰面|约|\bmeet|\bvisit|\bdrop (?:by|in)\b|\bcome (?:by|over|round)\b"
    ),
    "know": re.compile(
        r"了解|听说|知道|熟悉|认识|印象|\bheard\b|\bknow\b|\bfamiliar\b|\baware\b|\bcome across\b"
    ),
    "ours": re.compile(r"我们|我司|咱们|\bwe\b|\bour\b|\bus\b"),
    "i": re.compile(r"我(?!们)|\bi\b|\bmy\b|\bme\b"),
    "you": re.compile(r"您|你|\byou\b|\byour\b"),
    "again": re.compile(
        r"提前|再跟您|再给您|提醒|确认|记下|记上|日历|\bconfirm|\bremind|\bdiary\b|\bcalendar\b|\bday before\b"
    ),
}
FLAGS = (*_SIGNS, *_EXTRA)


def signs(text: str, firms: Firms = NOBODY) -> frozenset[str]:
    """Return the signs a rubric's criteria can ask for that `text` shows."""
    return _found(_SIGNS, mask(text, firms))


def flags(masked: str) -> frozenset[str]:
    """Return every sign of a masked text, the ones only the head reads included."""
    return _found(_SIGNS, masked) | _found(_EXTRA, masked)


def _found(table: dict[str, re.Pattern[str]], masked: str) -> frozenset[str]:
    return frozenset(sign for sign, pattern in table.items() if pattern.search(masked))
