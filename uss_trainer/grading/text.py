"""From a reply as typed to words that can be compared, with places in the reply kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from uss_trainer.grading.characters import TO_SIMPLIFIED

if TYPE_CHECKING:
    from uss_trainer.content.rubrics import Scale

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*|\d+(?:[.,:]\d+)*", re.IGNORECASE)
_HAN_BLANK = re.compile(f" (?<=[{HAN}，。！？；：、0-9] )(?=[{HAN}，。！？；：、0-9])")
_OTHER_CATEGORIES = {"Cc", "Cf", "Co", "Cs"}

_FILLERS = re.compile(
    r"(?<![^，,。.！!？?…—~\s])(?=[嗯呃额唔哦噢诶欸哎那这就怎uehyi])"
    r"(?:嗯+|呃+|额+|唔+|哦+|噢+|诶+|欸+|哎+|那个|这个|这个那个|就是说|怎么说呢"
    r"|u+m+|u+h+|e+r+m*|h+m+|you know|i mean)"
    r"(?:[，,、。.…—~\s]+|$)"
)
_HUMMED = re.compile(r"[嗯呃额唔哦噢诶欸哎啊呀]+|\b(?:u+m+|u+h+|e+r+m*|h+m+|a+h+|o+h+)\b")
_DUPLICATE_PAUSE = re.compile(r"([，,。.…—~、])[，,。.…—~、\s]*(?=[，,])")

_ABBREVIATIONS = {
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "st",
    "co",
    "ltd",
    "inc",
    "no",
    "vs",
    "e.g",
    "i.e",
    "a.m",
    "p.m",
}
_BREAK = re.compile(r"[。！？!?；;\n\r…]+[”’\"』」）)]*|[，,、：:.．～~—\u3000]+|\s+-+\s+")
_HARD = set("。！？!?；;\n\r…")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a reply between two pauses."""

    start: int
    """Where it begins in the reply as typed."""

    end: int
    text: str
    """Its normalised words."""

    closes: bool = False
    """Whether a full stop, question mark or the like follows, not a mere comma."""


def visible(text: str) -> str:
    """Return `text` without control, format and private characters; line ends become blanks."""
    if text.isprintable():
        return text
    return "".join(
        " " if char in "\n\r\t\u2028\u2029" else char
        for char in text
        if char in "\n\r\t" or unicodedata.category(char) not in _OTHER_CATEGORIES
    )


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """Return `text` compatible, simplified, lower-case, without fillers and idle blanks."""
    plain = visible(text)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain).translate(TO_SIMPLIFIED)
    plain = _HAN_BLANK.sub("", " ".join(plain.casefold().split()))
    stripped = _FILLERS.sub("", plain)
    if stripped != plain:
        stripped = _FILLERS.sub("", stripped)
    stripped = _DUPLICATE_PAUSE.sub("", stripped).strip(" ，,、…—~")
    return stripped or plain


def _breaks(text: str, match: re.Match[str]) -> bool:
    """Return whether a mark ends a clause, and is no decimal point, clock colon or title's dot."""
    mark, before, after = match.group(), text[: match.start()], text[match.end() :]
    if mark[0] in ".．,:：" and before[-1:].isdigit() and after[:1].isdigit():
        return False
    if mark == ".":
        word = re.search(r"[A-Za-z.]+$", before)
        short = word is not None and (
            word.group().lower() in _ABBREVIATIONS or len(word.group()) == 1
        )
        return not short and (not after or not after[0].isalnum() or bool(_HAN.match(after[0])))
    return True


def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a reply in order; marks stay with the clause they end."""
    found: list[Clause] = []
    start = 0
    for match in _BREAK.finditer(text):
        if not _breaks(text, match):
            continue
        hard = bool(set(match.group()) & _HARD) or bool(set(match.group()) & {".", "．"})
        _add(found, text, start, match.end(), hard)
        start = match.end()
    _add(found, text, start, len(text), True)
    return tuple(found)


def _add(found: list[Clause], text: str, start: int, end: int, closes: bool) -> None:
    """Append the clause between two places unless it holds no letter or digit."""
    piece = text[start:end]
    if any(char.isalnum() for char in piece):
        lead = len(piece) - len(piece.lstrip())
        tail = len(piece.rstrip())
        found.append(Clause(start + lead, start + tail, normalise(piece), closes))
    elif found and closes and not found[-1].closes:
        last = found[-1]
        found[-1] = Clause(last.start, last.end, last.text, True)


def hums(text: str) -> bool:
    """Return whether a reply only hums and haws."""
    return not any(char.isalnum() for char in _HUMMED.sub("", text.casefold()))


def han(text: str) -> int:
    """Return how many Chinese characters `text` holds."""
    return len(_HAN.findall(text))


def words(text: str) -> int:
    """Return how many words and figures in Latin writing `text` holds."""
    return len(_WORD.findall(text))


@lru_cache(maxsize=4096)
def compact(text: str) -> str:
    """Return normalised `text` with letters and digits only, for comparing."""
    return "".join(char for char in normalise(text) if char.isalnum())


_ENGLISH_WORDS = (
    "the a an and or to of in on at for is are was be i you we it my your our this that with from "
    "have has had do does can could would will may please thank thanks hello hi good morning "
    "afternoon yes no not what when how about me call calling here there any some us so if but "
    "just ok okay bye goodbye sorry let sure great nice"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_PINYIN = re.compile(
    r"^(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:a|o|e|i|u|v|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|an|en|in|un"
    r"|vn|ang|eng|ing|ong|ia|iao|ian|iang|iong|ua|uo|uai|uan|uang)$"
)
_FOREIGN_WORDS = (
    "je vous nous est les des une pour avec bonjour merci el la los las una por para con usted "
    "gracias hola buenos der die das und ich sie wir ist nicht guten danke mit für você obrigado "
    "não uma che sono per grazie buongiorno"
)
_FOREIGN = frozenset(_FOREIGN_WORDS.split())


def language(text: str) -> Literal["zh", "en", "other"]:
    """Return the language a reply is written in; text without letters counts as English."""
    plain = unicodedata.normalize("NFKC", visible(text))
    chinese = han(plain)
    letters = [char for char in plain if char.isalpha()]
    latin = sum(char < "\u0250" for char in letters)
    strange = len(letters) - chinese - latin
    kana = sum("\u3040" <= char <= "\u30ff" for char in letters)
    if letters and (kana * 5 > chinese + kana or strange * 2 > len(letters)):
        return "other"
    tokens = re.findall(r"[^\W\d_]+", plain.casefold())
    if chinese and (chinese * 2 >= len([token for token in tokens if token.isascii()])):
        return "zh"
    return "en" if not tokens or _english(tokens) else "other"


def _english(tokens: list[str]) -> bool:
    """Return whether Latin words read as English rather than pinyin or another language."""
    known = sum(token in _ENGLISH for token in tokens)
    foreign = sum(token in _FOREIGN or not token.isascii() for token in tokens)
    if foreign > known and foreign * 4 >= len(tokens):
        return False
    syllables = sum(bool(_PINYIN.match(token)) for token in tokens)
    return len(tokens) < 4 or syllables < 0.8 * len(tokens) or known * 3 > len(tokens)


def speech_minutes(text: str, scale: Scale) -> float:
    """Return how long `text` takes to say, in minutes; mixed text adds both languages."""
    chinese, latin = _spoken(text)
    return chinese / scale.zh_per_minute + latin / scale.en_per_minute


@lru_cache(maxsize=4096)
def _spoken(text: str) -> tuple[int, int]:
    """Return how many Chinese characters and Latin words are said; many plays say the same."""
    plain = unicodedata.normalize("NFKC", visible(text))
    return han(plain), words(plain)
