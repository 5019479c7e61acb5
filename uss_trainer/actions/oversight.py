"""The desk's first page: how every assignment stands, and who is behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.coaching.assignments import days_left, deadline
from uss_trainer.coaching.desk_figures import Practice, Tally
from uss_trainer.coaching.naming import team_named
from uss_trainer.store.assignments import all_assignments
from uss_trainer.store.people import roster
from uss_trainer.store.practice import practice_of
from uss_trainer.store.tallies import tallies

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    known = all_assignments(desk.database)
    over = [each.id for each in known if _over(desk, each)]
    given, people = tallies(desk.database, over, within)
    rows = tuple(_row(desk, each, given[each.id]) for each in reversed(known) if each.id in given)
    return Overview(rows, _people(desk, everybody, people), everybody.teams, one)


def _over(desk: Desk, given: Assignment) -> bool:
    end = deadline(given.due, given.zone)
    return bool(end and desk.now() >= end)


def _row(desk: Desk, given: Assignment, tally: Tally) -> AssignmentRow:
    days = days_left(given.due, given.zone, desk.now())
    return AssignmentRow(given, tally, days, _over(desk, given))


def _people(desk: Desk, everybody: Roster, stands: Mapping[str, Tally]) -> tuple[PersonRow, ...]:
    """Return those most behind of who takes part."""
    taking = [one for one in everybody.people if one.active and one.id in stands]
    taking.sort(key=lambda one: _behind(stands[one.id]))
    shown = taking[:SHOWN]
    freely = practice_of(desk.database, [one.id for one in shown])
    return tuple(
        PersonRow(
            one,
            stands[one.id],
            freely[one.id],
            tuple(team.name for team in everybody.teams_of(one.id)),
        )
        for one in shown
    )


def _behind(tally: Tally) -> tuple[int, int]:
    return -tally.overdue, tally.done - tally.given


def team_name(desk: Desk, team: str) -> str:
    """Return what the team named is called; empty for all."""
    found = chosen_team(desk, roster(desk.database), team)
    return found.name if found else ""
