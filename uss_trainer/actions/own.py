"""One's own data: to take along, and to have removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.coaching.naming import person_named
from uss_trainer.coaching.people import Change
from uss_trainer.coaching.roster import keep_administrator
from uss_trainer.store.attempts import all_attempts, events_of
from uss_trainer.store.forgetting import forget as forget_in
from uss_trainer.store.people import By, logged, roster

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.people import Person
    from uss_trainer.i18n import Lang
    from uss_trainer.store.engine import Database
    from uss_trainer.store.forgetting import Forgotten

Plain = dict[str, object]


def whom(desk: Desk, named: str) -> Person:
    """Return who is to be forgotten, where whoever acts may ask for it.

    TrainerError `persons.may-not-forget`, or `persons.last-administrator`.
    """
    everybody = roster(desk.database)
    person = person_named(everybody, named)
    allow(desk, "forget-own" if person.id == desk.actor.id else "forget")
    if person.id != "me":
        keep_administrator(everybody, Change(), without=person.id)
    return person


def forget(desk: Desk, named: str) -> Forgotten:
    """Remove somebody and every word of theirs; figures stay, belonging to nobody."""
    person = whom(desk, named)
    return forget_in(desk.database, By(desk.actor.id, desk.at()), person.id)


def practised(database: Database, person: str) -> Plain:
    """Return the drills somebody answered, with answer and score, their cards and all reviews."""
    from dataclasses import asdict
    from json import loads

    from uss_trainer.store.cards import cards_of, reviews_of
    from uss_trainer.store.drills import all_kept

    drills = [
        {**asdict(one.drilled), "given": loads(one.given), "marks": loads(one.marks)}
        for one in all_kept(database, person)
    ]
    cards = [asdict(one) for one in cards_of(database, person).values()]
    reviews = [asdict(one) for one in reviews_of(database, person)]
    return {"drills": drills, "cards": cards, "reviews": reviews}


def everything_of(desk: Desk, lang: Lang) -> Plain:
    """Return all that is stored about whoever acts, conversations in full, as JSON's values."""
    from dataclasses import asdict
    from json import loads

    from uss_trainer.actions.exam_told import exam_as_plain, own_exams
    from uss_trainer.actions.playing import card
    from uss_trainer.actions.reviewing import review
    from uss_trainer.actions.showing import as_plain
    from uss_trainer.actions.sittings import read
    from uss_trainer.store.assignments import all_assignments

    person = allow(desk, "export-own")
    teams = roster(desk.database).teams_of(person.id)
    attempts: list[Plain] = []
    for attempt in all_attempts(desk.database, person.id):
        sitting = read(desk, attempt.id, lang)
        readable = as_plain(sitting, card(sitting), review(desk, sitting))
        happened = [
            {"number": one.number, "kind": one.kind, "at": one.at, "body": loads(one.body)}
            for one in events_of(desk.database, attempt.id)
        ]
        attempts.append({**asdict(attempt), **readable, "events": happened})
    return {
        "person": asdict(person),
        "teams": [team.name for team in teams],
        "assignments": [asdict(one) for one in all_assignments(desk.database, person.id)],
        "attempts": attempts,
        **practised(desk.database, person.id),
        "deals": _deals(desk, person.id),
        "exams": [exam_as_plain(desk, one.id, lang) for one in own_exams(desk)],
        "log": [asdict(one) for one in logged(desk.database, person.id)],
    }


def _deals(desk: Desk, person: str) -> list[Plain]:
    """Return a person's runs of deals with what happened in them."""
    from dataclasses import asdict
    from json import loads

    from uss_trainer.store.deals import all_runs, deal_events_of

    return [
        {
            **asdict(run),
            "events": [
                {**asdict(one), "body": loads(one.body)}
                for one in deal_events_of(desk.database, run.id)
            ],
        }
        for run in all_runs(desk.database, person)
    ]
