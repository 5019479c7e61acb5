"""What is told about practice: what is due, how a card went, how the sitting went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.cards import today, zone
from uss_trainer.actions.practising import start, taught
from uss_trainer.actions.wording import number
from uss_trainer.coaching.memory import remembered
from uss_trainer.coaching.practising import LIMIT
from uss_trainer.i18n import Lang, say
from uss_trainer.store.cards import cards_of

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.remembered import Group
    from uss_trainer.coaching.practising import Answered, Plan, Session


@dataclass(frozen=True, slots=True)
class Coming:
    """One card as listed."""

    step: str
    name: str
    technique: str
    """Its name."""

    fresh: bool
    due: str
    """The day it was due; empty for a new step."""

    late: int
    """Days since then."""

    remembered: float | None


@dataclass(frozen=True, slots=True)
class Today:
    """What is due today."""

    day: str
    zone: str
    cards: tuple[Coming, ...]
    later: int
    following: str


def todays(desk: Desk, lang: Lang, limit: int = LIMIT) -> Today:
    """Return what comes up today; nothing is stored."""
    chosen, steps, day = start(desk, limit).plan, taught(desk), today(desk)
    known = cards_of(desk.database, allow(desk, "practise").id)
    found = []
    for name in chosen.steps:
        rubric, step = steps[name]
        card = known.get(name)
        late = (day - date.fromisoformat(card.due)).days if card else 0
        coming = Coming(
            step=name,
            name=step.name.of(lang),
            technique=rubric.name.of(lang),
            fresh=card is None,
            due=card.due if card else "",
            late=late,
            remembered=remembered(card, day) if card else None,
        )
        found.append(coming)
    return Today(chosen.day, zone(desk), tuple(found), chosen.later, chosen.following)


def in_short(plan: Plan, lang: Lang) -> str:
    """Return in a line how much is due today."""
    if not plan.steps:
        code = "practise.done-until" if plan.following else "practise.nothing"
        return say(code, lang, day=plan.following[5:])
    parts = []
    if due := len(plan.due) + plan.later_due:
        parts.append(say("practise.count-due", lang, count=due))
    if fresh := len(plan.fresh) + plan.later_fresh:
        parts.append(say("practise.count-new", lang, count=fresh))
    return say("practise.comma", lang).join(parts)


@dataclass(frozen=True, slots=True)
class Offer:
    """What Home says of today's five minutes."""

    short: str
    """How much is due."""

    open: bool
    """Whether something is."""


def offer(desk: Desk, lang: Lang) -> Offer:
    """Return what Home offers; TrainerError where the database fails."""
    found = start(desk).plan
    return Offer(in_short(found, lang), bool(found.steps))


def rated(answered: Answered, lang: Lang) -> str:
    """Return how a card went and when it comes again."""
    if answered.rating is None:
        return say("practise.not-rated", lang)
    verdict = say(f"practise.rating-{answered.rating}", lang)
    return say("practise.rated", lang, verdict=verdict, day=answered.due[5:])


def closing(session: Session, lang: Lang) -> tuple[str, ...]:
    """Return what is said of a sitting that is over, and of what is left."""
    if session.answered:
        good = sum(one.rating in ("good", "easy") for one in session.answered)
        minutes = number(session.seconds / 60)
        facts = {"count": len(session.answered), "good": good, "minutes": minutes}
        told = [say("practise.summary", lang), say("practise.summary-line", lang, **facts)]
    else:
        told = [say("practise.summary-none", lang)]
    if session.left:
        told.append(say("practise.summary-left", lang, count=session.left))
    elif session.following:
        told.append(say("practise.summary-next", lang, day=session.following))
    return tuple(told)


def summary(desk: Desk, session: Session, lang: Lang) -> tuple[tuple[str, str, str], ...]:
    """Return step, score and what becomes of it, a row for each card answered."""
    steps = taught(desk)
    return tuple(
        (
            f"{steps[one.step][0].name.of(lang)} · {steps[one.step][1].name.of(lang)}",
            number(one.total),
            rated(one, lang),
        )
        for one in session.answered
    )


def group_told(group: Group, lang: Lang) -> str:
    """Return in a sentence what is remembered of a technique, or of all."""
    name = group.name.of(lang) if group.name else say("practise.all", lang)
    if group.remembered is None:
        return say("practise.remembered-unsaid", lang, name=name, steps=group.steps)
    return say(
        "practise.remembered-said",
        lang,
        name=name,
        percent=round(100 * group.remembered),
        begun=group.begun,
        steps=group.steps,
        due=group.due,
    )
