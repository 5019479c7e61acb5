"""The page about a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.i18n import Lang, say
from uss_trainer.reports import pages
from uss_trainer.reports.values import Chart, Facts, Page, Said, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.people import Person
    from uss_trainer.reports.collect import Collected
    from uss_trainer.reports.values import Block


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

    called = attempts[-1].me if attempts else ""
    name = person.name or called or words("nobody")
    facts = [*pages.whole(lang, found.whole)]
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
            tuple(one.finished_at[5 : pages.DAY] for one in counted),
            tuple(one.total for one in counted),
            pages.PASS,
            words("totals-note", mark=pages.PASS),
        ),
        pages.techniques(lang, found),
        *pages.steps(lang, found),
        pages.scenarios(lang, found),
        _attempts(lang, found, attempts),
    ]
    return Page(
        lang,
        words("title-person", name=name),
        words("about", made=made),
        tuple(blocks),
        found.versions,
    )


def _attempts(lang: Lang, found: Collected, attempts: Sequence[Attempt]) -> Table:
    heads = ("day", "scenario", "mode", "total", "result", "attempt")
    rows = tuple(
        (
            one.finished_at[: pages.DAY],
            found.names.scenario(one.scenario),
            say(f"briefing.mode-{one.mode}", lang),
            pages.span(one.total, one.total_if_open),
            say(f"report.{pages.result_of(one)}", lang),
            one.id,
        )
        for one in reversed(attempts)
    )
    note = ""
    if found.whole.attempts > len(rows):
        note = say("report.latest-only", lang, shown=len(rows), count=found.whole.attempts)
    title = say("report.attempts", lang)
    return Table(title, pages.heads(lang, heads), rows, frozenset({3}), note)
