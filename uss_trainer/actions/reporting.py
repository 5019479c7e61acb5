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
from uss_trainer.reports.person_page import person_page
from uss_trainer.reports.team_page import Group, team_page

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.people import Person, Team
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
    person: Person | None = None
    teams: tuple[str, ...] = ()
    """Names of the teams that person is in."""

    team: Team | None = None
    pack: str = ""


def asked(desk: Desk, subject: Subject, named: str) -> Asked:
    """Return what a report on a person, team or pack covers.

    One's own report holds everything; one on others only what was assigned, and needs the right to
    read results. TrainerError `persons.…`.
    """
    if subject == "person":
        roster = collect.everybody(desk.database)
        person = desk.actor if named == desk.actor.id else person_named(roster, named)
        allow(desk, "practise" if person.id == desk.actor.id else "results")
        teams = tuple(team.name for team in roster.teams_of(person.id))
        return Asked(Scope(desk.actor.id, person=person.id), person, teams)
    allow(desk, "results")
    # Whoever is alone with the program has nobody else's practice to keep apart from their own.
    reader = desk.actor.id if collect.alone(desk.database) else ""
    if subject == "team":
        team = team_named(collect.all_teams(desk.database), named)
        return Asked(Scope(reader, team=team.id), team=team)
    return Asked(Scope(reader, pack=named), pack=named)


def page(desk: Desk, subject: Subject, named: str, lang: Lang) -> Page:
    """Return a report to be read; TrainerError where the reader may not have it."""
    if subject == "attempt":
        from uss_trainer.actions.attempt_page import attempt_page

        return attempt_page(desk, named, lang)
    about = asked(desk, subject, named)
    made = desk.at()[: pages.DAY]
    if about.pack:
        analysed, found = _analysed(desk, about, lang)
        return pack_page(lang, pack_title(desk, about.pack, lang), found, analysed, made)
    found = collect.collect(desk.database, about.scope, lang)
    if about.person:
        return _person(desk, about, about.person, found, lang)
    return team_page(lang, _team(desk, about), found, made)


def _person(desk: Desk, about: Asked, person: Person, found: Collected, lang: Lang) -> Page:
    theirs = person.id != desk.actor.id
    return person_page(
        lang,
        person,
        found,
        collect.attempts(desk.database, about.scope),
        teams=about.teams,
        hidden=collect.practised(desk.database, person.id) if theirs else 0,
        made=desk.at()[: pages.DAY],
    )


def _team(desk: Desk, about: Asked) -> Group:
    base, team = desk.database, about.team
    name = team.name if team else ""
    people = collect.members(base, about.scope.team)
    return Group(name, people, collect.heat(base, about.scope))


def analysis(desk: Desk, pack: str, lang: Lang) -> tuple[Analysis, Collected]:
    """Return the item analysis of a pack, with the figures of its attempts.

    TrainerError `report.no-pack` where nobody has finished anything of it.
    """
    return _analysed(desk, asked(desk, "pack", pack), lang)


def _analysed(desk: Desk, about: Asked, lang: Lang) -> tuple[Analysis, Collected]:
    found = collect.collect(desk.database, about.scope, lang, steps=False)
    if not found.whole.attempts:
        raise fail("report.no-pack", pack=clean(about.pack)[:64])
    return analyse(collect.first_attempts(desk.database, about.scope), found.names), found


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
        return sheets.team_sheet(_team(desk, about))
    return sheets.pack_sheet(_analysed(desk, about, lang)[0])
