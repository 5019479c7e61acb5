"""Likeness of wordings: which line is near, what was copied, which lines are too alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import partial_ratio_alignment, ratio
from rapidfuzz.process import extract, extractOne

from uss_trainer.grading.firms import NOBODY, Firms
from uss_trainer.grading.masking import mask
from uss_trainer.grading.text import Clause, clauses, compact, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_HAN = re.compile(r"[\u3400-\u9fff]")
_MARKS = re.compile(r"[^\w]+")
_SWAP = str.maketrans({"您": "你", "我": "你"})
COPY = 88.0
"""Likeness from which a stretch of words counts as taken from somewhere."""


SHORT = 4
"""Chinese characters below which words before a comma are shown with what follows them."""


@dataclass(frozen=True, slots=True)
class Near:
    """The line nearest to some words."""

    line: str
    likeness: float
    """0 to 100, on masked text."""


class Lines:
    """Lines to compare with, made comparable once, when first compared."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(texts)

    @cached_property
    def bare(self) -> list[str]:
        """Each line as likeness reads it."""
        return [bare(text) for text in self.texts]


def bare(text: str, firms: Firms = NOBODY) -> str:
    """Return masked text without marks; what two wordings are compared by."""
    masked = mask(text, firms)
    return _MARKS.sub("" if _HAN.search(masked) else " ", masked).strip()


def likeness(one: str, other: str) -> float:
    """Return how alike two wordings are, 0 to 100; 0 where either says nothing."""
    a, b = bare(one), bare(other)
    return round(ratio(a, b), 1) if a and b else 0.0


def nearest(words: str, lines: Lines, firms: Firms = NOBODY) -> Near:
    """Return the line most like `words`; an empty one where there are no lines."""
    own = bare(words, firms)
    if not own or not lines.texts:
        return Near("", 0.0)
    found = extractOne(own, lines.bare, scorer=ratio)
    return Near(lines.texts[found[2]], round(found[1], 1)) if found else Near("", 0.0)


def over(words: str, lines: Lines, floor: float) -> Near | None:
    """Return the line most like `words` where their likeness reaches `floor`, else None."""
    own = bare(words)
    found = extractOne(own, lines.bare, scorer=ratio, score_cutoff=floor) if own else None
    return Near(lines.texts[found[2]], round(found[1], 1)) if found else None


def best_clause(
    text: str,
    lines: Lines,
    bonus: Callable[[str], float] | None = None,
    firms: Firms = NOBODY,
) -> tuple[Clause, Near] | None:
    """Return the clause of a reply that is most like one of `lines`, with that line.

    `bonus` adds to the likeness of a clause, 0 to 100, what else speaks for it.
    """
    spans = clauses(text)
    if not spans or not lines.texts:
        return None
    found = [(clause, nearest(clause.text, lines, firms)) for clause in spans]
    more = bonus or (lambda words: 0.0)
    clause, near = max(found, key=lambda pair: pair[1].likeness + more(pair[0].text))
    return _joined(text, spans, clause), near


def _joined(text: str, spans: Sequence[Clause], clause: Clause) -> Clause:
    """Return a clause, a bare form of address with what follows it."""
    bare_address = (
        not clause.closes and _HAN.search(clause.text) and len(compact(clause.text)) < SHORT
    )
    later = [span for span in spans if span.start > clause.start]
    if not bare_address or not later:
        return clause
    end = later[0].end
    return Clause(clause.start, end, normalise(text[clause.start : end]), later[0].closes)


def copied(words: str, source: str, least: int = 6) -> bool:
    """Return whether `words` are taken from `source`, also with 我 and 您 exchanged.

    Shorter borrowings than `least` Chinese characters (or as many words' letters) are how people
    agree, not copies.
    """
    own, theirs = compact(words).translate(_SWAP), compact(source).translate(_SWAP)
    if len(own) < (least if _HAN.search(own) else 3 * least) or not theirs:
        return False
    if own in theirs:
        return True
    if len(own) > 1.5 * len(theirs):
        return False
    if ratio(own, theirs) >= COPY:
        return True
    aligned = partial_ratio_alignment(own, theirs, score_cutoff=COPY)
    return aligned is not None and len(own) <= len(theirs) and aligned.score >= COPY


def tokens(text: str) -> str:
    """Return words parted by blanks, Chinese characters one by one, so that order can be ignored."""
    plain = normalise(text)
    return " ".join(re.findall(r"[\u3400-\u9fff]|[a-z0-9']+", plain))


class Words:
    """Lines as bags of words, to find a line's words in an order nobody would say."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._plain = [tokens(text) for text in texts]
        self._sorted = [" ".join(sorted(plain.split())) for plain in self._plain]

    def shuffled(self, text: str) -> bool:
        """Return whether a reply is some line's words, differently ordered."""
        own = tokens(text).split()
        if len(own) < 6 or not self._plain:
            return False
        found = extractOne(" ".join(sorted(own)), self._sorted, scorer=ratio, score_cutoff=90)
        return found is not None and ratio(" ".join(own), self._plain[found[2]]) < 72


def alike(texts: Sequence[str], floor: float = 70) -> list[tuple[int, int, float]]:
    """Return the pairs of texts whose masked likeness reaches `floor`: places and likeness."""
    bares = [bare(text) for text in texts]
    found: list[tuple[int, int, float]] = []
    for i, own in enumerate(bares):
        near = extract(own, bares[i + 1 :], scorer=ratio, score_cutoff=floor, limit=None)
        found += sorted((i, i + 1 + place, round(score, 1)) for _, score, place in near)
    return found


def titles(words: str, names: Iterable[str], floor: float = 85) -> bool:
    """Return whether `words` are a list of step names and nothing else worth saying."""
    left = compact(words)
    total = len(left)
    if not total:
        return False
    for name in _longest_first(tuple(names)):
        left = left.replace(name, "")
        if ratio(left, name) >= floor:
            return True
    return len(left) <= 0.3 * total


@lru_cache(maxsize=32)
def _longest_first(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names as they are compared; a rubric's are asked for with every clause."""
    short = {compact(name) for name in names}
    return tuple(sorted((name for name in short if len(name) > 1), key=len, reverse=True))
