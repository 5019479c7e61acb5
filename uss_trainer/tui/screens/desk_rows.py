"""The desk's pages as rows: which columns, how wide, in which colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets.option_list import Option

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.columns import Cell, ColumnRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.oversight import AssignmentRow, PersonRow
    from uss_trainer.coaching.people import Person

QUIET = "$foreground 60%"
WIDE = 100
"""Width of a row from which on there is room for more columns."""


@dataclass(frozen=True)
class Page:
    """What one list shows."""

    heading: ColumnRow | None
    rows: list[Option]
    about: str = ""
    """A sentence above the list; what to do instead where it is empty."""

    title: str = ""


def person_name(one: Person, lang: Lang) -> str:
    """Return a person's name; a word for whoever uses the machine."""
    return one.name or say("persons.you", lang)


def assignments_page(desk: Desk, lang: Lang, team: str, width: int) -> Page:
    """Return how every assignment stands."""
    from uss_trainer.actions.oversight import overview

    found = overview(desk, team)
    heads = [say(f"desk.column-{name}", lang) for name in ("title", "due", "given", "done")]
    heads += [say(f"desk.column-{name}", lang) for name in ("pending", "overdue")]
    rows = [
        Option(_assignment(row), id=f"assignment:{row.assignment.id}") for row in found.assignments
    ]
    about = "" if rows else say("desk.no-assignments", lang)
    return Page(_counted(heads), rows, about)


def _assignment(row: AssignmentRow) -> ColumnRow:
    tally = row.tally
    due = row.assignment.due or "–"
    return _counted(
        [
            row.assignment.title,
            due,
            *map(str, (tally.given, tally.done, tally.pending, row.overdue)),
        ],
        late=row.overdue > 0,
        waiting=tally.pending > 0,
    )


def _counted(texts: Sequence[str], *, late: bool = False, waiting: bool = False) -> ColumnRow:
    first, second, given, done, pending, overdue = texts
    return ColumnRow(
        Cell(first),
        Cell(second, 12, QUIET),
        Cell(given, 6, right=True),
        Cell(done, 6, right=True),
        Cell(pending, 7, "$text-warning" if waiting else "", right=True),
        Cell(overdue, 7, "$text-error" if late else "", right=True),
    )


def people_page(desk: Desk, lang: Lang, team: str, width: int) -> Page:
    """Return how people stand, those most behind first."""
    from uss_trainer.actions.oversight import overview

    found = overview(desk, team)
    names = ("person", "teams", "given", "done", "pending", "overdue", "own")
    heading = _person_row([say(f"desk.column-{name}", lang) for name in names])
    rows = [Option(_behind(row, lang), id=f"person:{row.person.id}") for row in found.people]
    about = say("desk.people-about" if rows else "desk.no-assignments", lang)
    return Page(heading, rows, about)


def _behind(row: PersonRow, lang: Lang) -> ColumnRow:
    tally, free = row.tally, row.practice
    counts = map(str, (tally.given, tally.done, tally.pending, tally.overdue))
    own = f"{free.attempts} + {free.drills}"
    texts = [person_name(row.person, lang), ", ".join(row.teams), *counts, own]
    return _person_row(texts, late=tally.overdue > 0, waiting=tally.pending > 0)


def _person_row(texts: Sequence[str], *, late: bool = False, waiting: bool = False) -> ColumnRow:
    name, teams, given, done, pending, overdue, own = texts
    return ColumnRow(
        Cell(name),
        Cell(teams, 16, QUIET, least=WIDE),
        Cell(given, 6, right=True),
        Cell(done, 6, right=True),
        Cell(pending, 7, "$text-warning" if waiting else "", right=True),
        Cell(overdue, 7, "$text-error" if late else "", right=True),
        Cell(own, 12, QUIET, right=True),
    )


def queue_page(desk: Desk, lang: Lang, team: str, width: int) -> Page:
    """Return the replies that wait for a ruling."""
    from uss_trainer.actions.ungraded import ungraded

    found = ungraded(desk, lang, team)
    rows = [
        Option(
            ColumnRow(
                Cell(one.name or say("persons.you", lang), 14),
                Cell(one.title, 18, QUIET, least=WIDE),
                Cell(str(one.place), 3, QUIET, right=True),
                Cell(" ".join(one.reply.split())),
                Cell(", ".join(one.names), 26, "$text-warning"),
            ),
            id=f"turn:{one.attempt.id}:{one.place}",
        )
        for one in found
    ]
    return Page(None, rows, say("desk.queue-about" if rows else "desk.queue-empty", lang))
