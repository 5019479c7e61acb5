"""Heat maps: people by techniques, steps by teams; shares of what was due, from stored figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.oversight import SHOWN, chosen_team
from uss_trainer.store import heat as store
from uss_trainer.store.people import roster

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.desk_figures import Heat
    from uss_trainer.coaching.people import Person, Team
    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.i18n import Lang

TEAMS = 12
"""Teams compared at most."""


@dataclass(frozen=True, slots=True)
class PeopleMap:
    """People by techniques."""

    techniques: tuple[tuple[str, str], ...]
    """Id and name, in the handbook's order; those that came up."""

    rows: tuple[tuple[Person, Mapping[str, Heat]], ...]
    """Each person with what is known, by technique; the weakest first."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step over everybody and by team."""

    step: str
    name: str
    technique: str
    """The technique's name."""

    all: Heat | None
    teams: Mapping[str, Heat]
    """By the team's id."""


@dataclass(frozen=True, slots=True)
class StepMap:
    """Steps by teams."""

    teams: tuple[Team, ...]
    rows: tuple[StepRow, ...]
    """In the rubrics' order."""


def people_map(desk: Desk, lang: Lang, team: str = "") -> PeopleMap:
    """Return how people do in each technique; at most `SHOWN` of them."""
    allow(desk, "results")
    everybody = roster(desk.database)
    one = chosen_team(desk, everybody, team)
    people = [
        each for each in everybody.people if each.active and (not one or each.id in one.members)
    ][:SHOWN]
    found: dict[str, dict[str, Heat]] = {}
    for heat in store.people_by_technique(desk.database, [each.id for each in people]):
        found.setdefault(heat.row, {})[heat.column] = heat
    met = {name for each in found.values() for name in each}
    names = _technique_names(rubrics(desk), met, lang)
    rows = [(each, found[each.id]) for each in people if each.id in found]
    return PeopleMap(names, tuple(sorted(rows, key=lambda row: overall(row[1].values()))))


def overall(heats: Iterable[Heat]) -> float:
    """Return the share earned of everything."""
    known = tuple(heats)
    possible = sum(one.possible for one in known)
    return sum(one.earned for one in known) / possible if possible else 0.0


def step_map(desk: Desk, lang: Lang, team: str = "") -> StepMap:
    """Return how each step is done, by everybody and by team, or by one team's members."""
    allow(desk, "results")
    everybody = roster(desk.database)
    one = chosen_team(desk, everybody, team)
    teams = () if one else everybody.teams[:TEAMS]
    found = (
        store.steps_of_team(desk.database, one.id)
        if one
        else store.steps_by_team(desk.database, [each.id for each in teams])
    )
    rows: dict[str, dict[str, Heat]] = {}
    for heat in found:
        rows.setdefault(heat.row, {})[heat.column] = heat
    known = rubrics(desk)
    return StepMap(
        teams, tuple(_step_row(step, rows[step], known, lang) for step in _ordered(rows, known))
    )


def rubrics(desk: Desk) -> Mapping[str, Rubric]:
    """Return today's rubrics by technique; figures of steps gone since keep their ids."""
    return {name: rubric for name, rubric in desk.library.scoring.all_plain().items() if rubric}


def _technique_names(
    known: Mapping[str, Rubric], met: set[str], lang: Lang
) -> tuple[tuple[str, str], ...]:
    names = [(name, rubric.name.of(lang)) for name, rubric in known.items() if name in met]
    return (*names, *((name, name) for name in sorted(met - set(known))))


def _ordered(steps: Iterable[str], known: Mapping[str, Rubric]) -> list[str]:
    """Return steps in the rubrics' order, those no rubric knows last."""
    places = {
        f"{name}/{step.id}": place
        for place, (name, step) in enumerate(
            (name, step) for name, rubric in known.items() for step in rubric.steps
        )
    }
    return sorted(steps, key=lambda step: (places.get(step, len(places)), step))


def _step_row(
    step: str, heats: dict[str, Heat], known: Mapping[str, Rubric], lang: Lang
) -> StepRow:
    technique, _, short = step.partition("/")
    rubric = known.get(technique)
    told = rubric.step(short) if rubric else None
    return StepRow(
        step=step,
        name=told.name.of(lang) if told else step,
        technique=rubric.name.of(lang) if rubric else technique,
        all=heats.pop("", None),
        teams=heats,
    )
