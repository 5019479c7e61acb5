"""Lists behind the desk's rows: one person's attempts, one assignment's results, all teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets.option_list import Option

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.screens.desk_rows import QUIET, WIDE, Page, person_name
from uss_trainer.tui.widgets.columns import Cell, ColumnRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.dossiers import Dossier, Seen
    from uss_trainer.actions.results import Result


def person_page(desk: Desk, lang: Lang, person: str, width: int) -> Page:
    """Return one person's attempts that may be read, under what is known of them."""
    from uss_trainer.actions.dossiers import dossier

    found = dossier(desk, person, lang)
    names = ("when", "title", "mode", "total", "ruled")
    heading = _seen_row([say(f"desk.column-{name}", lang) for name in names])
    rows = [
        Option(_seen(desk, one, lang), id=f"attempt:{one.attempt.id}") for one in found.attempts
    ]
    title = " · ".join((person_name(found.person, lang), *found.teams))
    return Page(heading, rows, _about(found, lang), title)


def _about(found: Dossier, lang: Lang) -> str:
    free = found.practice
    facts = {"attempts": free.attempts, "shared": free.shared, "drills": free.drills}
    lines = [
        say("desk.technique", lang, name=name, share=f"{heat.share * 100:.0f}", times=heat.times)
        for name, heat in found.techniques
    ]
    states = [say(f"tasks.state-{one.progress.state}", lang) for one in found.results]
    given = say("feedback.list", lang).join(
        f"{state} {states.count(state)}" for state in dict.fromkeys(states)
    )
    if given:
        lines.insert(0, say("desk.person-given", lang, states=given))
    return "\n".join([*lines, say("desk.practice-more", lang, **facts)])


def _seen(desk: Desk, one: Seen, lang: Lang) -> ColumnRow:
    from uss_trainer.actions.moments import moment
    from uss_trainer.actions.wording import span

    attempt = one.attempt
    total = span(attempt.total, attempt.total_if_open) if attempt.finished else "–"
    ruled = span(one.ruled.total, one.ruled.total_if_open) if one.ruled else ""
    mode = say(f"briefing.mode-{attempt.mode}", lang)
    mode = mode if one.official else say("desk.shared", lang, mode=mode)
    when = moment(attempt.started_at, desk.now())
    waiting = attempt.total_if_open > attempt.total and not one.ruled
    return _seen_row([when, one.title, mode, total, ruled], waiting=waiting)


def _seen_row(texts: Sequence[str], *, waiting: bool = False) -> ColumnRow:
    when, title, mode, total, ruled = texts
    return ColumnRow(
        Cell(when, max(len(when), 11), QUIET),
        Cell(title),
        Cell(mode, 16, QUIET),
        Cell(total, 9, "$text-warning" if waiting else "", right=True),
        Cell(ruled, 9, "$text-accent", right=True),
    )


def assignment_page(desk: Desk, lang: Lang, assignment: str, width: int) -> Page:
    """Return how everybody stands with one assignment."""
    from uss_trainer.actions.results import results

    found = results(desk, assignment)
    names = ("person", "scenario", "state", "total", "due")
    heading = _result_row([say(f"desk.column-{name}", lang) for name in names])
    rows = [
        Option(_result(one, lang), id=_result_id(one, place), disabled=not _attempt(one))
        for place, one in enumerate(found)
    ]
    return Page(
        heading,
        rows,
        say("desk.assignment-about", lang),
        found[0].assignment.title if found else "",
    )


def _attempt(one: Result) -> str:
    return one.progress.counted.id if one.progress.counted else ""


def _result_id(one: Result, place: int) -> str:
    attempt = _attempt(one)
    return f"attempt:{attempt}" if attempt else f"none:{place}"


def _result(one: Result, lang: Lang) -> ColumnRow:
    from uss_trainer.actions.assigned import day_in_words
    from uss_trainer.actions.wording import span

    stands = one.progress
    counted = stands.counted
    total = span(counted.total, counted.total_if_open) if counted else "–"
    state = say(f"tasks.state-{stands.state}", lang)
    state = say("tasks.late", lang, state=state) if stands.late else state
    due = day_in_words(one.assignment, stands, lang)
    done, waiting = stands.state == "done", stands.state == "pending"
    style = "$text-success" if done else "$text-warning" if waiting else ""
    return _result_row(
        [person_name(one.person, lang), one.scenario, state, total, due],
        style="$text-error" if stands.overdue else style,
    )


def _result_row(texts: Sequence[str], *, style: str = "") -> ColumnRow:
    name, scenario, state, total, due = texts
    return ColumnRow(
        Cell(name),
        Cell(scenario, 22, QUIET),
        Cell(state, 16, style),
        Cell(total, 9, right=True),
        Cell(due, 28, QUIET, least=WIDE),
    )


def teams_page(desk: Desk, lang: Lang, team: str, width: int) -> Page:
    """Return all teams, to narrow the desk down to one."""
    from uss_trainer.actions.people import people

    rows = [Option(ColumnRow(Cell(say("desk.all-teams", lang))), id="team:")]
    rows += [
        Option(
            ColumnRow(Cell(one.name), Cell(str(len(one.members)), 5, QUIET)), id=f"team:{one.id}"
        )
        for one in people(desk).teams
    ]
    return Page(None, rows, say("desk.teams-about", lang), say("desk.teams", lang))
