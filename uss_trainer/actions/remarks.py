"""Feedback in words, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from uss_trainer.i18n import Lang, say

if TYPE_CHECKING:
    from uss_trainer.actions.feedback import Feedback, Found

Kind = Literal["good", "bad", "doubt", "open", "plain", "mood", "why"]
MOODS = ("trust", "interest", "patience")


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of feedback."""

    kind: Kind
    text: str


def remarks(given: Feedback, lang: Lang) -> tuple[Remark, ...]:
    """Return the feedback as lines to read, in the order of their weight."""
    lines = [
        *(line for step in given.steps for line in _step_lines(step, lang)),
        *_named(given.methods, "good", "feedback.method", lang),
        *(Remark("bad", _fault_line(fault, lang)) for fault in given.faults),
        *_named(given.suspected, "doubt", "feedback.suspected", lang),
        *_named(given.open, "open", "feedback.open", lang),
    ]
    if given.reason and not (given.reason == "uncertain" and given.open):
        lines.append(Remark("open", say(f"feedback.reason-{given.reason}", lang)))
    lines += (Remark("doubt", guard_words(guard, lang)) for guard in given.guards)
    if given.silent:
        lines.append(Remark("bad", say("feedback.silent", lang)))
    elif not lines:
        lines.append(Remark("plain", say("feedback.nothing", lang)))
    if given.because and given.steps:
        lines.append(Remark("plain", quality_words(given.quality, given.because, lang)))
    if given.moved:
        lines.append(Remark("mood", mood_line(given.moved, lang)))
    if given.why:
        lines.append(Remark("why", given.why))
    return tuple(lines)


def _named(found: Iterable[Found], kind: Kind, code: str, lang: Lang) -> list[Remark]:
    return [Remark(kind, _with_words(say(code, lang, name=one.name), one, lang)) for one in found]


def _step_lines(step: Found, lang: Lang) -> list[Remark]:
    lines = _named((step,), "good", "feedback.step", lang)
    if step.lacks:
        lacks = say("feedback.list", lang).join(step.lacks)
        lines.append(Remark("plain", say("feedback.lacks", lang, lacks=lacks)))
    return lines


def _with_words(text: str, one: Found, lang: Lang) -> str:
    return text + say("feedback.words", lang, words=one.words) if one.words else text


def _fault_line(fault: Found, lang: Lang) -> str:
    head = _with_words(
        say(f"feedback.fault-{fault.severity or 'minor'}", lang, name=fault.name), fault, lang
    )
    return head + say("feedback.about", lang, about=fault.about) if fault.about else head


def quality_words(quality: int, because: Iterable[str], lang: Lang) -> str:
    """Return a quality and what moved it most, in one line."""
    grounds = say("grading.ground-gap", lang).join(
        say(f"grading.because-{ground}", lang) for ground in because
    )
    return say("grading.quality", lang, quality=quality, grounds=grounds)


def guard_words(guard: str, lang: Lang) -> str:
    """Return why words didn't count."""
    try:
        return say(f"feedback.guard-{guard}", lang)
    except KeyError:
        return say("feedback.guard-other", lang, guard=guard)


def mood_line(moved: Mapping[str, int], lang: Lang) -> str:
    """Return how the customer's mood moved, in one line."""
    order = [
        *(name for name in MOODS if name in moved),
        *(name for name in moved if name not in MOODS),
    ]
    return say("feedback.gap", lang).join(
        f"{_mood(name, lang)} {moved[name]:+d}".replace("-", "−") for name in order
    )


def _mood(name: str, lang: Lang) -> str:
    return say(f"feedback.mood-{name}", lang) if name in MOODS else name
