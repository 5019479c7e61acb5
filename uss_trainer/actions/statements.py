"""Attempts as xAPI statements: whose they are, what passes them, and the words for both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from uss_trainer.actions.attempt_page import versions
from uss_trainer.actions.packing import unpacked
from uss_trainer.actions.playing import card
from uss_trainer.actions.reporting import asked
from uss_trainer.actions.sittings import Sitting, replayed
from uss_trainer.actions.sittings import read as read_one
from uss_trainer.coaching.people import ME
from uss_trainer.reports import collect
from uss_trainer.reports.xapi import HOME, Actor, Played, statements

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.reporting import Subject
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.people import Person


@dataclass(frozen=True, slots=True)
class Statements:
    """What is to be told of some attempts."""

    attempts: int
    each: Iterator[list[dict[str, Any]]]
    """The statements attempt by attempt, made when they are asked for."""


def told(desk: Desk, subject: Subject, named: str, lang: str, home: str = "") -> Statements:
    """Return the statements on a person's, a team's or a pack's attempts, or on one attempt."""
    if subject == "attempt":
        chosen = [read_one(desk, named, lang).attempt]
    else:
        # A statement that was sent keeps its id, so what it says must not change with a ruling.
        scope = asked(desk, subject, named).scope
        chosen = list(collect.attempts(desk.database, scope, 0, rulings=False))
    marks = collect.pass_marks(desk.database)
    people = {person.id: person for person in collect.everybody(desk.database).people}
    known = cache(lambda digest: unpacked(desk, digest))

    def each() -> Iterator[list[dict[str, Any]]]:
        happened = collect.events(desk.database, chosen)
        for attempt, (_, events) in zip(chosen, happened, strict=True):
            edition = known(attempt.edition)
            state = replayed(edition, events)
            sitting = Sitting(attempt, edition, state, len(events), lang)
            yield list(statements(_played(desk, sitting, people, marks, home or HOME)))

    return Statements(len(chosen), each())


def _played(
    desk: Desk,
    sitting: Sitting,
    people: Mapping[str, Person],
    marks: Mapping[str, float],
    home: str,
) -> Played:
    attempt, edition, result = sitting.attempt, sitting.edition, card(sitting)
    usual = min((band.least for band in edition.scale.bands if band.passes), default=100)
    return Played(
        attempt=attempt,
        edition=edition,
        turns=sitting.state.turns,
        actor=_actor(desk, attempt, people),
        pass_mark=marks.get(attempt.assignment, usual),
        think_seconds=result.think_seconds,
        versions=dict(versions(sitting, result, "en")),
        home=home.rstrip("/"),
    )


def _actor(desk: Desk, attempt: Attempt, people: Mapping[str, Person]) -> Actor:
    """Return who played; `me` of one machine is told from `me` of another."""
    person = people.get(attempt.person)
    account = (person.number if person else "") or attempt.person
    if account == ME:
        account = f"{ME}-{collect.identity(desk.database, desk.new_id())}"
    return Actor(account, (person.name if person else "") or attempt.me)
