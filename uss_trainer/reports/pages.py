"""Pages about a person and a team, put together from collected figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.i18n import Lang, say
from uss_trainer.reports.values import Chart, Facts, Heat, Page, Said, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.figures import Cell, Done
    from uss_trainer.coaching.people import Person, Roster, Team
    from uss_trainer.reports.collect import Collected
    from uss_trainer.reports.values import Block

DAY = 10
"""Characters of `2026-03-02`."""

MOST = 200
"""People in a heat map; more belong in the CSV."""

PASS = 80


def number(value: float) -> str:
    """Return a figure with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def percent(share: float) -> str:
    """Return a share as per cent."""
    return f"{share * 100:.0f} %"


def span(low: float, high: float) -> str:
    """Return a total, or the range it lies in."""
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def person_page(
    lang: Lang,
    person: Person,
    found: Collected,
    attempts: Sequence[Attempt],
    *,
    teams: Iterable[str],
    hidden: int,
    made: str,
) -> Page:
    """Return a person's page; `hidden` attempts are theirs alone and only counted."""

    def words(name: str, /, **facts: object) -> str:
        return say(f"report.{name}", lang, **facts)

    name = person.name or words("nobody")
    facts = [*_whole(lang, found.whole)]
    if person.number:
        facts.insert(0, (words("number"), person.number))
    if joined := ", ".join(teams):
        facts.insert(0, (words("teams"), joined))
    blocks: list[Block] = [Facts(tuple(facts))]
    if hidden:
        blocks.append(Said(words("own-practice", count=hidden)))
    counted = attempts[-60:]
    blocks += [
        Chart(
            words("totals"),
            "line",
            tuple(one.finished_at[5:DAY] for one in counted),
            tuple(one.total for one in counted),
            PASS,
            words("totals-note", mark=PASS),
        ),
        _techniques(lang, found),
        *_steps(lang, found),
        _scenarios(lang, found),
        _attempts(lang, found, attempts),
    ]
    return Page(
        lang,
        words("title-person", name=name),
        words("about", made=made),
        tuple(blocks),
        found.versions,
    )


def team_page(
    lang: Lang, team: Team, roster: Roster, found: Collected, cells: Iterable[Cell], made: str
) -> Page:
    """Return a team's page."""

    def words(name: str, /, **facts: object) -> str:
        return say(f"report.{name}", lang, **facts)

    facts = ((words("members"), str(len(team.members))), *_whole(lang, found.whole, people=True))
    blocks: list[Block] = [
        Facts(facts),
        _techniques(lang, found),
        *_steps(lang, found),
        _people(lang, team, roster, found, cells),
        Chart(
            words("months"),
            "line",
            tuple(one.key for one in found.months[-24:]),
            tuple(one.mean for one in found.months[-24:]),
            PASS,
            words("totals-note", mark=PASS),
        ),
        _scenarios(lang, found),
    ]
    return Page(
        lang,
        words("title-team", name=team.name),
        words("about-others", made=made),
        tuple(blocks),
        found.versions,
    )


def _whole(lang: Lang, whole: Done, *, people: bool = False) -> tuple[tuple[str, str], ...]:
    rows = [("attempts", str(whole.attempts))]
    if people:
        rows.insert(0, ("practising", str(whole.people)))
    if whole.attempts:
        rows += [("mean", number(whole.mean)), ("best", number(whole.best))]
        rows += [("passed", percent(whole.pass_share)), ("last", whole.last[:DAY])]
    return tuple((say(f"report.{name}", lang), value) for name, value in rows)


def _techniques(lang: Lang, found: Collected) -> Chart:
    return Chart(
        say("report.by-technique", lang),
        "bars",
        tuple(found.names.technique(one.key) for one in found.techniques),
        tuple(one.mean for one in found.techniques),
        note=say("report.by-technique-note", lang),
    )


def _steps(lang: Lang, found: Collected) -> tuple[Chart, Table]:
    """Return the weakest steps as bars and all as a table."""
    weak = sorted(found.steps, key=lambda one: one.share)
    heads = ("technique", "step", "due", "done", "share")
    rows = tuple(
        (
            found.names.technique(one.step.partition("/")[0]),
            found.names.step(one.step),
            str(one.due),
            str(one.done),
            percent(one.share),
        )
        for one in weak
    )
    return (
        Chart(
            say("report.weakest", lang),
            "bars",
            tuple(found.names.step(one.step) for one in weak[:10]),
            tuple(round(one.share * 100) for one in weak[:10]),
            note=say("report.weakest-note", lang),
        ),
        Table(say("report.steps", lang), _heads(lang, heads), rows, frozenset({2, 3, 4})),
    )


def _heads(lang: Lang, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(say(f"report.column-{name}", lang) for name in names)


def _scenarios(lang: Lang, found: Collected) -> Table:
    heads = ("scenario", "attempts", "people", "mean", "best", "passed")
    rows = tuple(
        (
            found.names.scenario(one.key),
            str(one.attempts),
            str(one.people),
            number(one.mean),
            number(one.best),
            percent(one.pass_share),
        )
        for one in found.scenarios
    )
    return Table(say("report.by-scenario", lang), _heads(lang, heads), rows, frozenset(range(1, 6)))


def _attempts(lang: Lang, found: Collected, attempts: Sequence[Attempt]) -> Table:
    heads = ("day", "scenario", "mode", "total", "result", "attempt")
    rows = tuple(
        (
            one.finished_at[:DAY],
            found.names.scenario(one.scenario),
            say(f"briefing.mode-{one.mode}", lang),
            span(one.total, one.total_if_open),
            say(f"report.{result_of(one)}", lang),
            one.id,
        )
        for one in reversed(attempts)
    )
    note = ""
    if found.whole.attempts > len(rows):
        note = say("report.latest-only", lang, shown=len(rows), count=found.whole.attempts)
    title = say("report.attempts", lang)
    return Table(title, _heads(lang, heads), rows, frozenset({3}), note)


def result_of(attempt: Attempt) -> str:
    """Return `has-passed`, `has-failed`, or `is-open` while replies in it are undecided."""
    if attempt.passed:
        return "has-passed"
    return "is-open" if attempt.total_if_open > attempt.total else "has-failed"


def _people(
    lang: Lang, team: Team, roster: Roster, found: Collected, cells: Iterable[Cell]
) -> Heat:
    """Return people × techniques, the weakest person first."""
    by_person: dict[str, dict[str, Cell]] = {}
    for cell in cells:
        by_person.setdefault(cell.row, {})[cell.column] = cell
    members = [one for one in roster.people if one.id in team.members]
    members.sort(key=lambda one: _mean(by_person.get(one.id, {})))
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
