"""What an exam comes to: its conversations' cards, self-ratings beside them, who is ready and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from uss_trainer.actions.acting import by
from uss_trainer.actions.exams import Going, stands
from uss_trainer.actions.packing import unpacked
from uss_trainer.actions.playing import card
from uss_trainer.actions.rulings import ruled
from uss_trainer.actions.sittings import Sitting, replayed
from uss_trainer.coaching.readiness import (
    Rated,
    Rating,
    Readiness,
    Sat,
    done_as,
    mean,
    readiness,
    together,
)
from uss_trainer.errors import fail
from uss_trainer.grading.scorecard import scorecard
from uss_trainer.grading.values import Exchange, Judgement
from uss_trainer.player.owed import ahead
from uss_trainer.player.scene import scene_at, technique_of
from uss_trainer.store import exams as store
from uss_trainer.store.attempts import attempt_of, events_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.exams import Exam, Item, Rules
    from uss_trainer.content.edition import Edition
    from uss_trainer.grading.card import Scorecard


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation of an exam with its card."""

    item: Item
    edition: Edition
    sitting: Sitting | None
    """None where it was never begun."""

    card: Scorecard | None

    @property
    def due(self) -> tuple[str, ...]:
        """The steps that were due in it."""
        return tuple(step.step for step in self.card.steps if step.due) if self.card else ()


@dataclass(frozen=True, slots=True)
class Result:
    """Everything an exam comes to."""

    exam: Exam
    """With its figures and verdict."""

    stored: Exam
    """As it is stored."""

    rules: Rules
    held: tuple[Held, ...]
    rated: tuple[Rated, ...]
    parts: tuple[Readiness, ...]
    """A technique each, in the exam's order."""


def held(desk: Desk, going: Going, lang: str) -> tuple[Held, ...]:
    """Return the conversations of an exam with their cards."""
    return tuple(_held(desk, item, lang) for item in going.items)


def _held(desk: Desk, item: Item, lang: str) -> Held:
    edition = unpacked(desk, item.edition)
    if not item.attempt:
        return Held(item, edition, None, None)
    attempt = attempt_of(desk.database, item.attempt)
    events = events_of(desk.database, attempt.id)
    sitting = Sitting(attempt, edition, replayed(edition, events), len(events), lang)
    return Held(item, edition, sitting, exam_card(ruled(desk, sitting)))


def exam_card(sitting: Sitting) -> Scorecard:
    """Return a conversation's card; where it wasn't finished, what was still to come is missed."""
    edition, state = sitting.edition, sitting.state
    if state.ended:
        return card(sitting)
    technique = technique_of(edition, scene_at(edition, state.position))
    rest = Exchange("", "", Judgement(technique, "typed"), due=ahead(edition, state.position))
    exchanges = [*(turn.exchange for turn in state.turns), rest]
    limit = edition.scenario.limits.talk_minutes
    return scorecard(exchanges, edition.rubrics, edition.faults, edition.scale, talk_minutes=limit)


def result(desk: Desk, name: str, lang: str) -> Result:
    """Return what a rated exam comes to now, rulings included."""
    going = stands(desk, name)
    if not going.exam.rated_at:
        raise fail("exam.kept-back", attempt=going.exam.id)
    return result_of(going, held(desk, going, lang), store.ratings_of(desk.database, going.exam.id))


def result_of(
    going: Going, found: tuple[Held, ...], ratings: Mapping[tuple[int, str], int]
) -> Result:
    """Return what an exam comes to, from its cards and self-ratings."""
    rules = going.rules
    sat = [_sat(one, rules) for one in found]
    rated = tuple(row for one in found for row in _rated(one, ratings))
    names = dict.fromkeys(one.technique for one in going.items)
    parts = tuple(readiness(rules, name, sat, rated) for name in names)
    exam = replace(
        going.exam,
        total=mean([one.total for one in sat]),
        total_if_open=mean([one.total_if_open for one in sat]),
        verdict=together(parts),
    )
    return Result(exam, going.exam, rules, found, rated, parts)


def _sat(one: Held, rules: Rules) -> Sat:
    place, technique = one.item.place, one.item.technique
    if one.card is None or one.sitting is None:
        return Sat(place, technique, False, 0.0, 0.0)
    lacking = [
        step
        for step in one.card.steps
        if step.due and not step.quality and (step.must or step.step in rules.musts)
    ]
    return Sat(
        place,
        technique,
        one.sitting.state.ended,
        one.card.total,
        one.card.total_if_open,
        tuple(step.step for step in lacking if not step.open),
        tuple(step.step for step in lacking if step.open),
    )


def _rated(one: Held, ratings: Mapping[tuple[int, str], int]) -> list[Rated]:
    if one.card is None:
        return []
    rows = []
    for step in one.card.steps:
        rating = ratings.get((one.item.place, step.step))
        if step.due and rating is not None:
            done = done_as(step.quality)
            maybe = step.open and done < done_as(3)
            place, technique = one.item.place, one.item.technique
            rows.append(Rated(place, technique, step.step, cast("Rating", rating), done, maybe))
    return rows


def rate(desk: Desk, name: str, ratings: Mapping[tuple[int, str], int], lang: str) -> Result:
    """Store how somebody rates their own steps, which uncovers the result; return that.

    TrainerError `exam.not-over`, `exam.rated`, or `exam.rating` where the steps named aren't those
    that were due.
    """
    going = stands(desk, name)
    if going.exam.person != desk.actor.id:
        raise fail("persons.not-yours", attempt=going.exam.id)
    if going.exam.stage != "to-rate":
        raise fail("exam.rated" if going.exam.rated_at else "exam.not-over", exam=going.exam.id)
    found = held(desk, going, lang)
    due = {(one.item.place, step) for one in found for step in one.due}
    if due != set(ratings) or not set(ratings.values()) <= {0, 1, 2}:
        raise fail("exam.rating", count=str(len(due)))
    made = result_of(going, found, ratings)
    exam = replace(made.exam, rated_at=desk.at())
    store.rate_exam(desk.database, exam, ratings, made.parts)
    return replace(made, exam=exam)


def settle(desk: Desk, name: str, lang: str) -> Result:
    """Work an exam's result out anew after a ruling, and store it with a line in the audit log."""
    who = by(desk, "results")
    made = result(desk, name, lang)
    store.settle_exam(desk.database, who, made.exam, made.parts)
    return made
