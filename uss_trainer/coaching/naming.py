"""Names as they are kept, and finding somebody by id, number or name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from uss_trainer.content.clean import blank, clean
from uss_trainer.content.near import nearest
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.coaching.people import Person, Roster, Team

LONGEST = 80
"""Characters of a name."""


def kept(name: str) -> str:
    """Return a name as it is kept: composed, its blanks single, without what steers a terminal.

    TrainerError `persons.no-name` or `persons.long-name`.
    """
    found = " ".join(normalize("NFC", clean(name)).split())
    if blank(found):
        raise fail("persons.no-name")
    if len(found) > LONGEST:
        raise fail("persons.long-name", longest=str(LONGEST))
    return found


def like(name: str, names: Iterable[str]) -> str:
    """Return the name most like another, whatever its capitals, or an empty text."""
    known = {one.casefold(): one for one in names}
    return known.get(nearest(name, known), "")


def person_named(roster: Roster, named: str) -> Person:
    """Return who has that id, number or name, in this order of trust.

    TrainerError `persons.no-such-person`, or `persons.ambiguous` where several have that name.
    """
    for key in ("id", "number"):
        for person in roster.people:
            if named and getattr(person, key) == named:
                return person
    name = " ".join(normalize("NFC", clean(named)).split())
    found = [person for person in roster.people if person.name.casefold() == name.casefold()]
    if len(found) > 1:
        ids = ", ".join(person.number or person.id for person in found[:5])
        raise fail("persons.ambiguous", name=name, ids=ids)
    if not found or not name:
        near = like(name, [person.name for person in roster.people if person.name])
        raise fail("persons.no-such-person", name=clean(named)[:LONGEST], nearest=near)
    return found[0]


def team_named(roster: Roster, named: str) -> Team:
    """Return the team of that id or name; TrainerError `persons.no-such-team`."""
    found = find_team(roster, named)
    if found is None:
        near = like(named, [team.name for team in roster.teams])
        raise fail("persons.no-such-team", name=clean(named)[:LONGEST], nearest=near)
    return found


def find_team(roster: Roster, named: str) -> Team | None:
    """Return the team of that id or name, or None."""
    name = " ".join(normalize("NFC", clean(named)).split()).casefold()
    return next(
        (team for team in roster.teams if named == team.id or name == team.name.casefold()), None
    )
