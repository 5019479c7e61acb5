"""What an exam's screens show between the conversations: its rules, and whom one talks to next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.assigned import admitted
from uss_trainer.actions.briefing import told_by
from uss_trainer.actions.exam_paper import stored_paper
from uss_trainer.actions.exam_rules import rules_today
from uss_trainer.actions.exams import MODE, found, open_exam, seconds_left
from uss_trainer.actions.packing import unpacked
from uss_trainer.actions.wording import number
from uss_trainer.i18n import say

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.exams import Going
    from uss_trainer.coaching.exams import Exam, Item, Rules
    from uss_trainer.i18n import Lang


@dataclass(frozen=True, slots=True)
class Page:
    """One page to read, a heading and a text a part, and what enter does."""

    title: str
    note: str
    parts: tuple[tuple[str, str], ...]
    ask: str


def rules_page(desk: Desk, pack: str, assignment: str, lang: Lang) -> Page:
    """Return the rules of a pack's exam as it would be begun now, for an assignment or freely."""
    return told_rules(_rules(desk, pack, assignment), lang)


def _rules(desk: Desk, pack: str, assignment: str) -> Rules:
    if not assignment:
        return rules_today(desk, pack)
    return stored_paper(desk, admitted(desk, assignment, pack, MODE).edition).rules


def told_rules(rules: Rules, lang: Lang) -> Page:
    """Return rules in words."""
    count = sum(part.draw for part in rules.parts)
    facts = {"count": count, "minutes": rules.minutes, "mark": number(rules.pass_mark)}
    lines = [
        say("exam.rule-drawn", lang, **facts),
        say("exam.rule-typed", lang),
        say("exam.rule-time", lang, **facts),
        say("exam.rule-sitting", lang),
        say("exam.rule-rating", lang),
        say("exam.rule-ready", lang, tolerance=number(rules.tolerance), **facts),
    ]
    parts = (("", "\n".join(f"· {line}" for line in lines)), ("", say("exam.rule-honest", lang)))
    note = say("exam.kind", lang)
    return Page(rules.title[lang], note, parts, say("exam.ask-begin", lang))


def next_page(desk: Desk, going: Going, item: Item, lang: Lang) -> Page:
    """Return whom one talks to next, without a word on the steps."""
    told = told_by(unpacked(desk, item.edition), lang, going.exam.me)
    parts = (
        (say("briefing.customer", lang), f"{told.customer}\n{told.about}"),
        (say("briefing.situation", lang), told.situation),
        (say("briefing.goal", lang), told.goal),
    )
    place = say("exam.place", lang, place=item.place, count=len(going.items))
    ask = "exam.ask-go-on" if item.attempt else "exam.ask-next"
    return Page(f"{place} · {told.title}", time_left(desk, going.exam, lang), parts, say(ask, lang))


def time_left(desk: Desk, exam: Exam, lang: Lang) -> str:
    """Return how long an exam still goes on."""
    seconds = seconds_left(desk, exam)
    return say("exam.time-left", lang, clock=f"{seconds // 60}:{seconds % 60:02}")


def to_go_on_with(desk: Desk, target: str, assignment: str = "") -> str:
    """Return the id of the exam meant by an id or a pack; empty where that is still to be begun.

    TrainerError where the pack can't be sat.
    """
    if target.startswith("exam-"):
        return found(desk, target).id
    exam = open_exam(desk, target)
    if exam is None:
        _rules(desk, target, assignment)
    return exam.id if exam else ""
