"""Reports: who may read which, and what each is put together from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from uss_trainer.actions.acting import allow
from uss_trainer.coaching.figures import Scope
from uss_trainer.coaching.naming import person_named, team_named
from uss_trainer.content.clean import clean
from uss_trainer.errors import fail
from uss_trainer.reports import collect, pages, sheets
from uss_trainer.reports.analysis import analyse
from uss_trainer.reports.pack_page import pack_page

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.people import Person, Roster, Team
    from uss_trainer.i18n import Lang
    from uss_trainer.reports.analysis import Analysis
    from uss_trainer.reports.collect import Collected
    from uss_trainer.reports.values import Page, Sheet

Subject = Literal["attempt", "person", "team", "pack"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
"""What a report can be about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose attempts a report covers, once it is settled that the reader may have them."""

    scope: Scope
    roster: Roster
    person: Person | None = None
    team: Team | None = None
    pack: str = ""


def asked(desk: Desk, subject: Subject, named: str) -> Asked:
    """Return what a report on a person, team or pack covers.

    One's own report holds everything; one on others only what was assigned, and needs the right to
    read results. TrainerError `persons.…`, or `report.no-pack`.
    """
    roster = collect.everybody(desk.database)
    if subject == "person":
        person = person_named(roster, named) if named != desk.actor.id else desk.actor
        allow(desk, "practise" if person.id == desk.actor.id else "results")
        return Asked(Scope(desk.actor.id, person=person.id), roster, person)
    allow(desk, "results")
    # Whoever is alone with the program has nobody else's practice to keep apart from their own.
    reader = desk.actor.id if len(roster.people) == 1 else ""
    if subject == "team":
        team = team_named(roster, named)
        return Asked(Scope(reader, team=team.id), roster, team=team)
    return Asked(Scope(reader, pack=named), roster, pack=named)


def page(desk: Desk, subject: Subject, named: str, lang: Lang) -> Page:
    """Return a report to be read; TrainerError where the reader may not have it."""
    if subject == "attempt":
        from uss_trainer.actions.attempt_page import attempt_page

        return attempt_page(desk, named, lang)
    about = asked(desk, subject, named)
    found = collect.collect(desk.database, about.scope, lang)
    made = desk.at()[: pages.DAY]
    if about.person:
        return _person(desk, about, about.person, found, lang)
    if about.team:
        cells = collect.heat(desk.database, about.scope)
        return pages.team_page(lang, about.team, about.roster, found, cells, made)
    _played(found, about.pack)
    title = pack_title(desk, about.pack, lang)
    return pack_page(lang, title, found, _analysed(desk, found), made)


def _person(desk: Desk, about: Asked, person: Person, found: Collected, lang: Lang) -> Page:
    theirs = person.id != desk.actor.id
    return pages.person_page(
        lang,
        person,
        found,
        collect.attempts(desk.database, about.scope),
        teams=[team.name for team in about.roster.teams_of(person.id)],
        hidden=collect.practised(desk.database, person.id) if theirs else 0,
        made=desk.at()[: pages.DAY],
    )


def analysis(desk: Desk, pack: str, lang: Lang) -> tuple[Analysis, Collected]:
    """Return the item analysis of a pack, with the figures of its attempts."""
    about = asked(desk, "pack", pack)
    found = collect.collect(desk.database, about.scope, lang)
    _played(found, pack)
    return _analysed(desk, found), found


def _analysed(desk: Desk, found: Collected) -> Analysis:
    return analyse(collect.first_attempts(desk.database, found.scope), found.names)


def _played(found: Collected, pack: str) -> None:
    if not found.whole.attempts:
        raise fail("report.no-pack", pack=clean(pack)[:64])


def pack_title(desk: Desk, pack: str, lang: Lang) -> str:
    """Return a pack's title as its file has it today; its id where there is no such file."""
    from uss_trainer.actions.home import rows_anew, rows_at_once

    rows = rows_at_once(desk)
    rows = rows_anew(desk) if rows is None else rows
    titles = next((row.pack_title for row in rows if row.pack == pack), {})
    return titles.get(lang) or pack


def sheet(desk: Desk, subject: Subject, named: str, lang: Lang) -> Sheet:
    """Return a report to be reckoned with."""
    if subject == "attempt":
        from uss_trainer.actions.attempt_sheet import attempt_sheet

        return attempt_sheet(desk, named, lang)
    about = asked(desk, subject, named)
    if about.person:
        return sheets.person_sheet(about.person, collect.attempts(desk.database, about.scope, 0))
    if about.team:
        cells = collect.heat(desk.database, about.scope)
        return sheets.team_sheet(about.team, about.roster, cells)
    return sheets.pack_sheet(analysis(desk, about.pack, lang)[0])
