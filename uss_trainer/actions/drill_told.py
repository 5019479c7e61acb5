"""What is told about an answered drill as a whole: how its score came about, what to look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.wording import number, span
from uss_trainer.content.drills import SayDrill
from uss_trainer.grading.drills import FULL
from uss_trainer.i18n import Lang, say, words

if TYPE_CHECKING:
    from uss_trainer.actions.drilling import Done
    from uss_trainer.grading.drill_values import Sum

NAMED = 4
"""Topics to look up that are named."""


def said(done: Done, lang: Lang) -> tuple[str, ...]:
    """Return what was said, how it might be said and why; nothing for drills made of items."""
    drill = done.drill
    if not isinstance(drill, SayDrill):
        return ()
    texts = {"yours": done.given.text.strip()}
    texts |= {"example": drill.example.of(lang), "why": drill.why.of(lang)}
    return tuple(say(f"drill.{code}", lang, text=text) for code, text in texts.items())


def summed(done: Done, lang: Lang) -> tuple[str, ...]:
    """Return how the total comes about, a sentence a part, and why it may be open."""
    told = [_sum(part, lang) for part in done.marks.sums]
    if done.marks.reason:
        told.append(say(f"drill.reason-{done.marks.reason}", lang))
    return tuple(told)


def _sum(part: Sum, lang: Lang) -> str:
    code = "order-none" if part.part == "order" and part.right < 2 else part.part
    facts = {"right": part.right, "wrong": part.wrong, "count": part.count}
    points = {"of": number(part.of), "points": number(part.points), "share": number(part.share)}
    return say(f"drill.sum-{code}", lang, **facts, **points)


def total(done: Done) -> str:
    """Return the total, a range while something in it is open."""
    return span(done.marks.total, done.marks.total_if_open)


def look_up(done: Done) -> tuple[str, ...]:
    """Return the topics of what went wrong, else nothing."""
    drill = done.drill
    wrong = [row.id for row in done.marks.rows if row.verdict not in ("right", "left")]
    if isinstance(drill, SayDrill):
        return (f"technique/{drill.technique}", *drill.about) if wrong else ()
    items = {item.id: item for item in drill.items}
    topics = [topic for one in wrong for topic in items[one].about]
    return tuple(dict.fromkeys(topics or (drill.about if wrong else [])))


def topic_name(topic: str, lang: Lang) -> str:
    """Return what kind of thing a topic is and what it is called; an own technique by its id."""
    kind, _, name = topic.partition("/")
    called = words("topics", lang).get(f"{kind}-{name}", name)
    return say("drill.topic", lang, kind=say(f"topics.kind-{kind}", lang), name=called)


def to_look_up(done: Done, lang: Lang) -> str:
    """Return the sentence that names what to look up; that all was right where nothing."""
    topics = look_up(done)
    if not topics:
        return say("drill.all-right", lang) if done.marks.total == FULL else ""
    named = " · ".join(topic_name(one, lang) for one in topics[:NAMED])
    more = len(topics) - NAMED
    rest = say("drill.more-topics", lang, count=more) if more > 0 else ""
    return say("drill.look-up", lang, topics=named + rest)
