"""Giving assignments, and who has which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow, by
from uss_trainer.actions.packing import packed
from uss_trainer.actions.people import check_zone
from uss_trainer.coaching.assignments import PASS_MARK, Assignment, Counting, Item
from uss_trainer.coaching.naming import find_team, kept, person_named
from uss_trainer.coaching.people import ZONE
from uss_trainer.content.clean import clean
from uss_trainer.errors import fail
from uss_trainer.store import assignments as store
from uss_trainer.store.people import roster as all_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.exam_paper import Paper
    from uss_trainer.coaching.people import Person, Roster
    from uss_trainer.store.contents import Offered


@dataclass(frozen=True, slots=True)
class Wish:
    """What a trainer asks for, as said."""

    targets: tuple[str, ...]
    """Ids of packs and scenarios."""

    to: tuple[str, ...]
    """People and teams."""

    mode: str = "typed"
    due: str = ""
    zone: str = ""
    """Empty for the zone of the first team named."""

    pass_mark: float = PASS_MARK
    attempts: int = 0
    counting: Counting = "best"
    title: str = ""


def assign(desk: Desk, wish: Wish) -> tuple[Assignment, int]:
    """Give an assignment; return it and how many people have it.

    What it plays on is stored now, so that later edits don't change it. TrainerError where a pack,
    scenario, person or date is unknown.
    """
    who = by(desk, "assign")
    roster = all_people(desk.database)
    people, zone = _people(roster, wish)
    exam = _exam(desk, wish.targets)
    items, parts = _paper(exam) if exam else _items(desk, wish.targets)
    check_day(wish.due)
    check_zone(zone)
    title = kept(wish.title) if wish.title else ", ".join(map(clean, wish.targets))[:80]
    made = Assignment(
        id=desk.new_id(),
        title=title,
        mode="exam" if exam else wish.mode,
        items=items,
        due=wish.due,
        zone=zone,
        pass_mark=exam.rules.pass_mark if exam else wish.pass_mark,
        attempts=wish.attempts,
        counting=wish.counting,
        by=desk.actor.name,
        at=who.at,
    )
    given = [store.Assignee(person.id, person.id) for person in people]
    store.add_assignment(desk.database, who, made, given, parts)
    return made, len(given)


def check_day(due: str) -> None:
    """TrainerError `tasks.no-day` where a text is no date such as 2026-12-24, or empty."""
    try:
        if due and date.fromisoformat(due).isoformat() != due:
            raise ValueError(due)
    except ValueError as error:
        raise fail("tasks.no-day", day=clean(due)[:40]) from error
    if due and not "1970" < due[:4] < "9999":
        raise fail("tasks.no-day", day=due)


def _people(roster: Roster, wish: Wish) -> tuple[list[Person], str]:
    """Return who is meant, each once and only who is active, and the time zone."""
    zones = [wish.zone] if wish.zone else []
    meant: dict[str, Person] = {}
    everybody = {person.id: person for person in roster.people}
    for named in wish.to:
        team = find_team(roster, named)
        if team is not None:
            zones.append(team.zone)
            meant |= {one: everybody[one] for one in sorted(team.members)}
        else:
            person = person_named(roster, named)
            meant[person.id] = person
            zones += [team.zone for team in roster.teams_of(person.id)]
    people = [person for person in meant.values() if person.active]
    if not people:
        raise fail("tasks.nobody")
    return people, (*zones, ZONE)[0]


def _exam(desk: Desk, targets: Sequence[str]) -> Paper | None:
    """Return the exam meant, None for anything else; TrainerError where more is named beside it."""
    from uss_trainer.actions.exam_paper import paper_of

    sat = {pack.id for pack in desk.library.packs if pack.pack and pack.pack.exam}
    named = [target for target in targets if target in sat]
    if not named:
        return None
    if len(targets) > 1:
        raise fail("tasks.exam-alone", pack=named[0])
    return paper_of(desk, named[0])


def _paper(exam: Paper) -> tuple[tuple[Item, ...], list[Offered]]:
    return (Item(exam.rules.pack, exam.digest),), list(exam.parts)


def _items(desk: Desk, targets: Sequence[str]) -> tuple[tuple[Item, ...], list[Offered]]:
    packs = {pack.id: pack for pack in desk.library.packs}
    scenarios: dict[str, None] = {}
    for target in targets:
        pack = packs.get(target)
        found = [entry.id for entry in pack.scenarios if entry.playable] if pack else [target]
        scenarios |= dict.fromkeys(found)
    if not scenarios:
        raise fail("tasks.nothing")
    items: list[Item] = []
    parts: list[Offered] = []
    for scenario in scenarios:
        digest, whole = packed(desk.library.edition(scenario))
        items.append(Item(scenario, digest))
        parts += whole.values()
    return tuple(items), parts


def assignments(desk: Desk) -> tuple[tuple[Assignment, int], ...]:
    """Return all assignments and how many people have each."""
    allow(desk, "results")
    having = store.all_assignees(desk.database)
    found = store.all_assignments(desk.database)
    return tuple((one, len(having.get(one.id, ()))) for one in found)
