"""One person as a trainer sees them: what was assigned or shared; practice is only counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.heat_maps import rubrics
from uss_trainer.actions.labels import in_words, labels
from uss_trainer.actions.results import results
from uss_trainer.coaching.desk_figures import Practice
from uss_trainer.coaching.naming import person_named
from uss_trainer.coaching.privacy import official
from uss_trainer.store.heat import people_by_technique
from uss_trainer.store.people import roster
from uss_trainer.store.practice import practice_of, visible_attempts
from uss_trainer.store.rulings import ruled_of

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.results import Result
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.desk_figures import Heat
    from uss_trainer.coaching.people import Person
    from uss_trainer.coaching.rulings import Ruled
    from uss_trainer.i18n import Lang

LATEST = 200
"""Attempts listed at most."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An attempt that a trainer may read."""

    attempt: Attempt
    """As the machine graded it."""

    title: str
    official: bool
    """Whether it was asked for; otherwise its owner shared it."""

    ruled: Ruled | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the page shows."""

    person: Person
    teams: tuple[str, ...]
    practice: Practice
    results: tuple[Result, ...]
    attempts: tuple[Seen, ...]
    """Newest first, at most `LATEST`."""

    techniques: tuple[tuple[str, Heat], ...]
    """Name and share of each technique that came up."""


def dossier(desk: Desk, named: str, lang: Lang) -> Dossier:
    """Return one person's page; TrainerError where one may not, or nobody is called so."""
    allow(desk, "results")
    everybody = roster(desk.database)
    person = person_named(everybody, named)
    attempts = visible_attempts(desk.database, person.id, LATEST)
    names = labels(desk.database, attempts)
    ruled = ruled_of(desk.database, person.id)
    known = rubrics(desk)
    heats = people_by_technique(desk.database, [person.id])
    return Dossier(
        person=person,
        teams=tuple(team.name for team in everybody.teams_of(person.id)),
        practice=practice_of(desk.database, [person.id])[person.id],
        results=results(desk, person=person.id),
        attempts=tuple(
            Seen(
                one,
                in_words(names[one.edition].title, lang, one.scenario),
                official(one),
                ruled.get(one.id),
            )
            for one in attempts
        ),
        techniques=tuple(
            (known[one.column].name.of(lang) if one.column in known else one.column, one)
            for one in heats
        ),
    )
