"""What members of a team may see of each other: nothing, unless a trainer turned its board on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow, by
from uss_trainer.coaching.naming import team_named
from uss_trainer.coaching.privacy import may_see_board
from uss_trainer.errors import fail
from uss_trainer.store import boards as store
from uss_trainer.store.people import roster
from uss_trainer.store.tallies import tallies, unlisted_people

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.people import Roster, Team


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of a board: nothing but what was given and what of it is done."""

    name: str
    me: bool
    given: int
    done: int


@dataclass(frozen=True, slots=True)
class Board:
    """How a team's members stand with what they were given."""

    team: Team
    on: bool
    rows: tuple[Standing, ...]
    """By name."""


def boards(desk: Desk, team: str = "") -> tuple[Board, ...]:
    """Return the boards that whoever acts may see, or one team's.

    TrainerError `persons.no-such-team`, or `board.none` where there is none they may see.
    """
    everybody, on = roster(desk.database), store.boards_on(desk.database)
    wanted = (team_named(everybody, team),) if team else everybody.teams
    actor = desk.actor
    seen = [one for one in wanted if may_see_board(actor, one, one.id in on)]
    if not seen:
        raise fail("board.none")
    return tuple(Board(one, one.id in on, _rows(desk, everybody, one)) for one in seen)


def _rows(desk: Desk, everybody: Roster, team: Team) -> tuple[Standing, ...]:
    """Return how a team's members stand who haven't taken themselves off boards."""
    _, stands = tallies(desk.database, team=team.id)
    hidden = unlisted_people(desk.database)
    return tuple(
        Standing(one.name, one.id == desk.actor.id, tally.given, tally.done)
        for one in everybody.people
        if one.active and one.id not in hidden and (tally := stands.get(one.id))
    )


def switch_board(desk: Desk, team: str, on: bool) -> tuple[Team, bool]:
    """Turn a team's board on or off; return the team and whether that changed anything."""
    who = by(desk, "board")
    found = team_named(roster(desk.database), team)
    return found, store.switch(desk.database, who, found.id, on)


def list_me(desk: Desk, listed: bool) -> bool:
    """Let whoever acts stand on their teams' boards or on none; return whether that changed."""
    who = by(desk, "share-own")
    return store.list_(desk.database, who, allow(desk, "share-own").id, listed)
