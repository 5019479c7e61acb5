"""What keeps words from counting: a reply must do a step, not name, deny, plan or borrow it."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from uss_trainer.grading import lexical
from uss_trainer.grading.intent import announced, bids, negated
from uss_trainer.grading.text import clauses, compact, han, normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.grading.text import Clause

Strikes = tuple[frozenset[str], ...]
"""For each clause the guards that strike it; empty where it may count."""

SOFT = ("negated", "announced", "copied-customer")
"""Guards a step is spared whose own lines show the sign, as locking a time repeats it."""

SPARED = 0.03
"""Share of a step's own lines showing a guard's sign from which that guard leaves it alone."""

_PIECES = re.compile(r"[\s、，,。.；;/|+＋·\-—>→]+")
_STOPS = re.compile(r"[、，,。.；;：:/|+＋·→!！?？\n]+")
_SPEECH = re.compile(
    r"[我您你们咱他她它是的吗呢吧了啊呀嘛哦么在有想请会能可要给把跟和就都也很来去看]"
    r"|\b(?:i|i'm|you|your|my|we|our|us|is|are|am|this|that|it|to|for|the|a|an|can|could|would|will"
    r"|shall|do|does|have|has|how|what|when|which|let|may|from|with|here|it's)\b"
)
_TOPIC_WORDS = (
    "用友 公司 时间 目的 电话 约会 见面 拜访 异议 确认 道别 再见 谢谢 您好 合作 软件 案例 客户 了解 价格 "
    "ufsoft company time purpose call meeting visit objection confirm goodbye thanks hello software "
    "customer case name introduction"
)
_CATCHWORDS = frozenset(_TOPIC_WORDS.split())
_VOWELS = re.compile(r"[aeiouy]")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}|(.)\1{3,}|^(?:asdf|qwer|zxcv|hjkl|sdfg|jkl)")
REPEATS = 3
"""How often the same clause may come before it counts as filling the page."""


def strike(
    text: str,
    spans: Sequence[Clause],
    context: str,
    titles: Sequence[str],
    words: lexical.Words | None = None,
) -> Strikes:
    """Return for each clause which guards strike it; `titles` and `words` are the rubric's."""
    everywhere = {
        name
        for name, hit in (
            ("keywords", keywords(text, titles, context)),
            ("titles", lexical.titles(text, titles)),
            ("shuffled", words is not None and words.shuffled(text)),
            ("parrot", _parrots(text, context)),
        )
        if hit
    }
    often = Counter(compact(span.text) for span in spans)
    repeated = {words for words, count in often.items() if count >= REPEATS and len(words) > 3}
    return tuple(frozenset(everywhere | _struck(span, context, titles, repeated)) for span in spans)


def _struck(span: Clause, context: str, titles: Sequence[str], repeated: set[str]) -> set[str]:
    """Return the guards that strike one clause."""
    words = span.text
    tests = (
        ("negated", negated(words)),
        ("announced", announced(words)),
        ("bid", bids(words)),
        ("gibberish", gibberish(words)),
        ("titles", lexical.titles(words, titles) or names_method(words, titles)),
        ("repeated", compact(words) in repeated),
        ("copied-customer", lexical.copied(words, context, 8)),
    )
    return {name for name, hit in tests if hit}


def once(text: str, spans: Sequence[Clause]) -> tuple[str, Sequence[Clause]]:
    """Return a reply without an end that only says again what was said before."""
    first: dict[str, int] = {}
    for number, span in enumerate(spans):
        first.setdefault(compact(span.text), number)
    last = max(first.values())
    return text[: spans[last].end], spans[: last + 1]


def spared(lines: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Return the guards whose sign the lines of a step, each with what it answers, often show."""
    found: list[frozenset[str]] = []
    for text, after in lines:
        strikes = strike(text, clauses(text), after, ())
        found.append(frozenset().union(*strikes))
    return frozenset(
        guard for guard in SOFT if sum(guard in signs for signs in found) > SPARED * len(found)
    )


def _parrots(text: str, context: str) -> bool:
    """Return whether the whole reply is the customer's own line, 我 and 您 exchanged or not."""
    return bool(context) and (lexical.copied(text, context, 5) or _chants(text, context))


def _chants(text: str, context: str) -> bool:
    """Return whether a reply says the same borrowed words over again and little else."""
    said = [compact(span.text) for span in clauses(text)]
    heard = compact(context)
    borrowed = [words for words in said if len(words) > 1 and lexical.copied(words, heard, 2)]
    rest = sum(map(len, said)) - sum(map(len, borrowed))
    again = len(borrowed) - len(set(borrowed))
    return again > 0 and rest <= 0.35 * sum(map(len, said))


_WAY = re.compile(
    r"[\u3400-\u9fff]{2,}(?:法|式)$|\w+(?: \w+)* (?:method|close|technique|approach)$"
)


def names_method(words: str, titles: Sequence[str]) -> bool:
    """Return whether a clause names a technique's method, which is talk about selling, not selling."""
    plain = compact(words)
    return any(way in plain for way in _ways(tuple(titles)))


@lru_cache(maxsize=32)
def _ways(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the titles that name a method, as they are compared."""
    return tuple(compact(way) for way in map(normalise, titles) if _WAY.search(way))


def keywords(text: str, titles: Sequence[str] = (), context: str = "") -> bool:
    """Return whether a reply is a heap of catchwords: scraps about the steps and no speech.

    A terse honest answer (`Zainab. Ufsoft. Regional sales.`) names facts, not the steps' topics.
    """
    topics = _topics_of(tuple(titles))
    plain = normalise_marks(text)
    words = [piece for piece in _PIECES.split(plain) if piece]
    if _scraps(words, 0.15):
        about = sum(any(topic in word for topic in topics | _CATCHWORDS) for word in words)
        if about >= 0.5 * len(words):
            return True
    phrases = phrases_of(plain)
    if not _scraps(phrases, 0.2) or any(len(phrase.split()) > 2 for phrase in phrases):
        return False
    heard = normalise_marks(context)
    about = sum(any(topic in phrase for topic in topics) for phrase in phrases)
    borrowed = sum(phrase in heard for phrase in phrases)
    return about > 1 or (about > 0 and (len(phrases) > 5 or 2 * (about + borrowed) >= len(phrases)))


def _scraps(pieces: Sequence[str], most: float) -> bool:
    """Return whether there are four short pieces or more, hardly any of them speech."""
    speech = sum(map(spoken, pieces))
    small = sum(han(piece) <= 5 and len(piece) <= 14 for piece in pieces)
    return len(pieces) > 3 and speech <= most * len(pieces) and small >= 0.8 * len(pieces)


def phrases_of(plain: str) -> list[str]:
    """Return what stands between the marks of a text that `normalise_marks` gave."""
    return [phrase.strip() for phrase in _STOPS.split(plain) if phrase.strip()]


def spoken(piece: str) -> bool:
    """Return whether a piece holds words of people who talk to each other."""
    return bool(_SPEECH.search(piece))


@lru_cache(maxsize=32)
def _topics_of(titles: tuple[str, ...]) -> frozenset[str]:
    """Return what the steps are about."""
    return frozenset(word for title in titles for word in _topics(normalise(title)))


def _topics(title: str) -> list[str]:
    """Return the two-character words or long English words of a step's title."""
    if han(title):
        return [title[i : i + 2] for i in range(len(title) - 1)]
    return [word for word in title.split() if len(word) > 4]


def normalise_marks(text: str) -> str:
    """Return `text` normalised piece by piece, so that blanks between Chinese words stay."""
    return " ".join(normalise(piece) for piece in text.split())


def gibberish(words: str) -> bool:
    """Return whether a clause is no language: mashed keys, one sign over and over, bare digits."""
    signs = [char for char in words if char.isalnum()]
    if not signs:
        return True
    if (len(signs) >= 5 and len(set(signs)) == 1) or (len(signs) >= 10 and len(set(signs)) == 2):
        return True
    latin = re.findall(r"[a-z]+", words)
    if han(words) or not latin:
        return not han(words) and len(signs) >= 8
    odd = sum(
        (len(token) > 3 and not _VOWELS.search(token)) or bool(_CLUSTER.search(token))
        for token in latin
    )
    return odd > 0.5 * len(latin) and len("".join(latin)) > 5
