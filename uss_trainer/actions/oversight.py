"""The desk's first page: how every assignment stands, and who is behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.coaching.assignments import days_left, deadline
from uss_trainer.coaching.figures import Practice, Tally
from uss_trainer.coaching.naming import team_named
from uss_trainer.store.assignments import all_assignments
from uss_trainer.store.people import roster
from uss_trainer.store.practice import practice_of
from uss_trainer.store.tallies import by_assignment, by_person

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.assignments import Assignment
    from uss_trainer.coaching.people import Person, Roster, Team

SHOWN = 200
"""People listed at most; a team narrows them down."""


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """How one assignment stands."""

    assignment: Assignment
    tally: Tally
    days: int | None
    """Days to the last one; negative once it is over; None where there is none."""

    over: bool
    """Whether the last day is over."""

    @property
    def overdue(self) -> int:
        """Items that should have been done by now."""
        return self.tally.given - self.tally.done - self.tally.pending if self.over else 0


@dataclass(frozen=True, slots=True)
class PersonRow:
    """How somebody stands with everything they were given."""

    person: Person
    tally: Tally
    practice: Practice
    teams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page shows."""

    assignments: tuple[AssignmentRow, ...]
    people: tuple[PersonRow, ...]
    """Those most behind first, at most `SHOWN`."""

    teams: tuple[Team, ...]
    """All there are."""

    team: Team | None = None
    """The one it is narrowed down to."""


def chosen_team(desk: Desk, everybody: Roster, named: str) -> Team | None:
    """Return the team named, None for all; TrainerError `persons.no-such-team`."""
    return team_named(everybody, named) if named else None


def overview(desk: Desk, team: str = "") -> Overview:
    """Return how everybody stands, or a team's members; TrainerError where one may not."""
    allow(desk, "results")
    everybody = roster(desk.database)
    one = chosen_team(desk, everybody, team)
    within = one.id if one else ""
    tallies = by_assignment(desk.database, within)
    given = [each for each in all_assignments(desk.database) if each.id in tallies]
    rows = tuple(_row(desk, each, tallies[each.id]) for each in reversed(given))
    over = [row.assignment.id for row in rows if row.over]
    behind = by_person(desk.database, over, within, SHOWN)
    return Overview(rows, _people(desk, everybody, behind), everybody.teams, one)


def _row(desk: Desk, given: Assignment, tally: Tally) -> AssignmentRow:
    end, now = deadline(given.due, given.zone), desk.now()
    days = days_left(given.due, given.zone, now)
    return AssignmentRow(given, tally, days, bool(end and now >= end))


def _people(desk: Desk, everybody: Roster, behind: tuple[Tally, ...]) -> tuple[PersonRow, ...]:
    people = {one.id: one for one in everybody.people}
    freely = practice_of(desk.database, [one.of for one in behind])
    teams: dict[str, list[str]] = {}
    for team in everybody.teams:
        for member in team.members:
            teams.setdefault(member, []).append(team.name)
    return tuple(
        PersonRow(people[one.of], one, freely[one.of], tuple(teams.get(one.of, ())))
        for one in behind
        if one.of in people
    )


def team_name(desk: Desk, team: str) -> str:
    """Return what the team named is called; empty for all."""
    found = chosen_team(desk, roster(desk.database), team)
    return found.name if found else ""
