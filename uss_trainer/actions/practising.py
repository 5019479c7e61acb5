"""Today's five minutes: short drills on the steps that are due, one card after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.cards import today
from uss_trainer.actions.drilling import Going, answer, begin, warm_up
from uss_trainer.coaching.practising import LIMIT, Answered, Session, plan
from uss_trainer.content.practice import drills_for, lines_for
from uss_trainer.store.cards import cards_of, reviews_of

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.drilling import Done
    from uss_trainer.content.rubrics import Rubric, Step
    from uss_trainer.grading.drill_values import Given

Taught = dict[str, tuple["Rubric", "Step"]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A card that is asked now."""

    session: Session
    going: Going


def taught(desk: Desk) -> Taught:
    """Return every step that can be practised, `technique/step`, in the manual's order."""
    rubrics = desk.library.scoring.all_plain()
    return {
        f"{rubric.technique}/{step.id}": (rubric, step)
        for rubric in rubrics.values()
        if rubric
        for step in rubric.steps
    }


def start(desk: Desk, limit: int = LIMIT) -> Session:
    """Return a sitting that has just begun; it may have nothing to ask."""
    person = allow(desk, "practise").id
    cards, day = cards_of(desk.database, person), today(desk)
    first = {card.step for card in cards.values() if card.first == day.isoformat()}
    begun = {
        one.step
        for one in (reviews_of(desk.database, person) if first else ())
        if one.step in first and one.source == "drill"
    }
    return Session(plan(cards, tuple(taught(desk)), day, begun=len(begun), limit=limit))


def ask(desk: Desk, session: Session, me: str) -> Asked | None:
    """Return the card that comes now; None where the sitting is over.

    What it asks goes round with the reviews: say drills of the step, then customers' lines.
    """
    step = session.step
    if not step:
        return None
    card = cards_of(desk.database, desk.actor.id).get(step)
    drills = drills_for(desk.library, step)
    rubric, part = taught(desk)[step]
    lines = lines_for(desk.library, rubric, part)
    turn = (card.reviews if card else 0) % (len(drills) + len(lines))
    if turn < len(drills):
        return Asked(session, begin(desk, drills[turn], me=me, seed=0))
    from uss_trainer.actions.practice_items import going_for

    return Asked(session, going_for(desk, rubric, part, lines, turn - len(drills), session, me))


def reply(
    desk: Desk, asked: Asked, given: Given, *, lang: str, seconds: float = 0.0
) -> tuple[Session, Done]:
    """Grade and store an answer, and move its card on; where it can't be graded the card stays."""
    step = asked.session.step
    done = answer(desk, asked.going, given, lang=lang, seconds=seconds)
    card = cards_of(desk.database, desk.actor.id).get(step)
    rating = next((one.rating for one in done.reviews if one.step == step), None)
    entry = Answered(step, done.marks.total, rating, card.due if card else "")
    return asked.session.after(entry, seconds), done


def get_ready(desk: Desk, session: Session, me: str) -> None:
    """Prepare the grader of the card that comes next, while the result is being read."""
    coming = ask(desk, session, me)
    if coming:
        warm_up(desk, coming.going)
