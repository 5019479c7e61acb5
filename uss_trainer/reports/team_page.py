"""The page about a team."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.i18n import Lang, say
from uss_trainer.reports import pages
from uss_trainer.reports.values import Chart, Facts, Heat, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.coaching.figures import Cell
    from uss_trainer.coaching.people import Person
    from uss_trainer.reports.collect import Collected
    from uss_trainer.reports.values import Block

MOST = 200
"""People in a heat map; more belong in the CSV."""


@dataclass(frozen=True, slots=True)
class Group:
    """A team with what is known of each."""

    name: str
    people: tuple[Person, ...]
    cells: tuple[Cell, ...]
    """Mean total by person and technique."""


def team_page(lang: Lang, group: Group, found: Collected, made: str) -> Page:
    """Return a team's page."""

    def words(name: str, /, **facts: object) -> str:
        return say(f"report.{name}", lang, **facts)

    facts = (
        (words("members"), str(len(group.people))),
        *pages.whole(lang, found.whole, people=True),
    )
    blocks: list[Block] = [
        Facts(facts),
        pages.techniques(lang, found),
        *pages.steps(lang, found),
        _people(lang, group, found),
        Chart(
            words("months"),
            "line",
            tuple(one.key for one in found.months[-24:]),
            tuple(one.mean for one in found.months[-24:]),
            pages.PASS,
            words("totals-note", mark=pages.PASS),
        ),
        pages.scenarios(lang, found),
    ]
    return Page(
        lang,
        words("title-team", name=group.name),
        words("about-others", made=made),
        tuple(blocks),
        found.versions,
    )


def _people(lang: Lang, group: Group, found: Collected) -> Heat:
    """Return people × techniques, the weakest person first."""
    by_person: dict[str, dict[str, Cell]] = {}
    for cell in group.cells:
        by_person.setdefault(cell.row, {})[cell.column] = cell
    members = sorted(group.people, key=lambda one: _mean(by_person.get(one.id, {})))
    columns = [one.key for one in found.techniques]
    rows = []
    for person in members[:MOST]:
        own = by_person.get(person.id, {})
        shares = tuple(own[key].share if key in own else None for key in columns)
        rows.append((person.name or say("report.nobody", lang), shares))
    note = say("report.people-note", lang)
    if len(members) > MOST:
        note += " " + say("report.most-people", lang, shown=MOST, count=len(members))
    heads = (say("report.column-person", lang), *(found.names.technique(one) for one in columns))
    return Heat(say("report.people", lang), heads, tuple(rows), note)


def _mean(own: Mapping[str, Cell]) -> float:
    """Return the mean over all attempts; those who have none come last."""
    many = sum(cell.attempts for cell in own.values())
    return sum(cell.share * cell.attempts for cell in own.values()) / many if many else 2.0
