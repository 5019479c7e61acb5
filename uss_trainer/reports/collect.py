"""What reports ask of the store: the one place among them that knows it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer import __version__
from uss_trainer.coaching.people import Roster
from uss_trainer.i18n import Lang, say
from uss_trainer.reports.names import Names, names
from uss_trainer.store import figures as store
from uss_trainer.store import items as first
from uss_trainer.store import people
from uss_trainer.store.assignments import all_assignments
from uss_trainer.store.contents import content
from uss_trainer.store.identity import identity as own_identity
from uss_trainer.store.many_events import events_by_attempt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.figures import Cell, Done, ReplyCount, Scope, StepSum
    from uss_trainer.coaching.items import Moments
    from uss_trainer.coaching.people import Person
    from uss_trainer.store.attempts import Event
    from uss_trainer.store.engine import Database

LATEST = 200
"""Attempts listed at most."""

SHORT = 12
"""Digits of a digest shown."""

Versions = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Collected:
    """Figures of one scope, with what is needed to read them."""

    scope: Scope
    whole: Done
    scenarios: tuple[Done, ...]
    techniques: tuple[Done, ...]
    months: tuple[Done, ...]
    steps: tuple[StepSum, ...]
    names: Names
    versions: Versions


@dataclass(frozen=True, slots=True)
class FirstAttempts:
    """What item analysis is reckoned from."""

    scores: dict[str, dict[str, float]]
    """Share of 100 by person and scenario."""

    steps: dict[tuple[str, str], Moments]
    """By scenario and step."""

    replies: tuple[ReplyCount, ...]


def collect(database: Database, scope: Scope, lang: Lang, *, steps: bool = True) -> Collected:
    """Return the figures of a scope; without `steps` those by scenario alone."""
    played, versions = contents(database, scope, lang)
    return Collected(
        scope,
        store.whole(database, scope),
        store.by_scenario(database, scope),
        store.by_technique(database, scope) if steps else (),
        store.by_month(database, scope) if steps else (),
        store.by_step(database, scope) if steps else (),
        played,
        versions,
    )


def contents(database: Database, scope: Scope, lang: Lang) -> tuple[Names, Versions]:
    """Return the names in the latest content of each scenario, and the versions of all of it."""
    editions = store.editions(database, scope)
    parts = {
        digest: dict(json.loads(body))
        for digest, body in content(database, sorted({one for _, one, _ in editions})).items()
    }
    newest = {scenario: parts[digest] for scenario, digest, _ in reversed(editions)}
    scenarios = sorted({one["scenario"] for one in newest.values()})
    rubrics = {
        name: digest
        for one in newest.values()
        for name, digest in sorted(one.items())
        if name.startswith("rubric:")
    }
    told = [
        (say("report.version-scenario", lang, scenario=scenario), f"{digest[:SHORT]} × {many}")
        for scenario, digest, many in editions
    ]
    measured = sorted({pair for one in parts.values() for pair in one.items()})
    told += [
        (say("report.version-rubric", lang, technique=name.partition(":")[2]), digest[:SHORT])
        for name, digest in measured
        if name.startswith("rubric:")
    ]
    told += [
        (say("report.version-grader", lang, technique=technique), version)
        for technique, version in store.graders(database, scope)
    ]
    told.append((say("report.version-program", lang), __version__))
    bodies = content(database, sorted({*scenarios, *rubrics.values()}))
    known = names(
        lang,
        (bodies[digest] for digest in scenarios),
        (bodies[digest] for digest in sorted(set(rubrics.values()))),
    )
    return known, tuple(told)


def attempts(
    database: Database, scope: Scope, limit: int = LATEST, *, rulings: bool = True
) -> tuple[Attempt, ...]:
    """Return the attempts counted, the latest `limit`, oldest first; 0 for all."""
    return store.latest(database, scope, limit, rulings=rulings)


def heat(database: Database, scope: Scope) -> tuple[Cell, ...]:
    """Return the mean total by person and technique."""
    return store.people_by_technique(database, scope)


def everybody(database: Database) -> Roster:
    """Return all people and teams."""
    return people.roster(database)


def all_teams(database: Database) -> Roster:
    """Return the teams, and nobody in person."""
    return Roster(teams=people.all_teams(database))


def members(database: Database, team: str) -> tuple[Person, ...]:
    """Return the people of a team, by name."""
    return people.members_of(database, team)


def alone(database: Database) -> bool:
    """Return whether there is only one person."""
    return people.alone(database)


def practised(database: Database, person: str) -> int:
    """Return how many attempts somebody finished for themselves."""
    return store.practised(database, person)


def first_attempts(database: Database, scope: Scope) -> FirstAttempts:
    """Return the sums of everybody's first attempts."""
    return FirstAttempts(
        first.first_scores(database, scope),
        first.step_moments(database, scope),
        first.first_replies(database, scope),
    )


def events(
    database: Database, attempts: Sequence[Attempt]
) -> Iterator[tuple[str, tuple[Event, ...]]]:
    """Yield each attempt's id with what happened in it."""
    return events_by_attempt(database, [one.id for one in attempts])


def pass_marks(database: Database) -> dict[str, float]:
    """Return the pass mark of each assignment."""
    return {one.id: one.pass_mark for one in all_assignments(database)}


def identity(database: Database, new: str) -> str:
    """Return what tells this database from another."""
    return own_identity(database, new)
