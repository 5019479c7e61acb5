"""People, teams and roles, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Role = Literal["trainee", "trainer", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the one who may least to the one who may most."""

Act = Literal[
    "practise",
    "open",
    "export-own",
    "forget-own",
    "share-own",
    "assign",
    "results",
    "regrade",
    "comment",
    "correct",
    "board",
    "people",
    "roles",
    "forget",
    "backup",
    "restore",
]
ACTS: tuple[Act, ...] = get_args(Act)
"""What can be allowed or refused: `open` takes an assignment file, `results` reads and imports what
others did in what was assigned, `regrade` grades that by today's rubrics, `share-own` shows a
trainer an attempt of free practice, `comment` writes beside a turn, `correct` rules on one, `board`
lets a team see how its members stand, `people` adds, renames, deactivates and makes teams, `roles`
gives roles, `forget` removes somebody else."""

_TRAINEE: frozenset[Act] = frozenset({"practise", "open", "export-own", "forget-own", "share-own"})
_TRAINER: frozenset[Act] = _TRAINEE | {
    "assign",
    "results",
    "regrade",
    "comment",
    "correct",
    "board",
    "people",
    "backup",
}
_MAY: Mapping[Role, frozenset[Act]] = {
    "trainee": _TRAINEE,
    "trainer": _TRAINER,
    "administrator": frozenset(ACTS),
}

ME = "me"
"""The id of who uses a machine without saying who they are."""

GONE = "gone"
"""The id to which the figures of everybody forgotten belong; no roster lists it."""

ZONE = "Asia/Shanghai"
"""The time zone of a team that names none."""


def may(role: Role, act: Act) -> bool:
    """Return whether somebody of that role may do it."""
    return act in _MAY[role]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who practises, trains or administers."""

    id: str
    """Made by chance, so that two machines never give the same; `me` on a machine of one's own."""

    name: str
    """In any script; empty for `me` until somebody names them."""

    number: str = ""
    """The firm's own number, which tells people of one name apart; empty where there is none."""

    role: Role = "trainee"
    active: bool = True
    """Whether they still take part; what they did stays."""

    added_at: str = ""
    """ISO 8601, UTC."""

    def may(self, act: Act) -> bool:
        """Return whether they may do it now."""
        return self.active and may(self.role, act)


@dataclass(frozen=True, slots=True)
class Team:
    """People who get assignments together."""

    id: str
    name: str
    zone: str = ZONE
    """IANA time zone in which its due dates end."""

    members: frozenset[str] = frozenset()
    """Ids of people."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the audit log: what was done to whom."""

    act: str
    """Such as `people.add`."""

    subject: str
    """Id of what was changed."""

    body: Mapping[str, str] = field(default_factory=dict)
    """What it became."""


@dataclass(frozen=True, slots=True)
class Roster:
    """All people and teams at one moment."""

    people: tuple[Person, ...] = ()
    teams: tuple[Team, ...] = ()

    def teams_of(self, person: str) -> tuple[Team, ...]:
        """Return the teams somebody is in."""
        return tuple(team for team in self.teams if person in team.members)


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a roster: people and teams that are new or other than before."""

    people: tuple[Person, ...] = ()
    teams: tuple[Team, ...] = ()
    notes: tuple[Note, ...] = ()
