"""What pages about people, teams and packs have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.coaching.assignments import PASS_MARK
from uss_trainer.i18n import Lang, say
from uss_trainer.reports.values import Chart, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.figures import Done
    from uss_trainer.reports.collect import Collected
    from uss_trainer.reports.names import Names

DAY = 10
"""Characters of `2026-03-02`."""

PASS = round(PASS_MARK)
"""The line drawn in charts through time."""


def number(value: float) -> str:
    """Return a figure with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def percent(share: float) -> str:
    """Return a share as per cent."""
    return f"{share * 100:.0f} %"


def span(low: float, high: float) -> str:
    """Return a total, or the range it lies in."""
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def whole(lang: Lang, whole: Done, *, people: bool = False) -> tuple[tuple[str, str], ...]:
    """Return the figures of everything together, as names and values."""
    rows = [("attempts", str(whole.attempts))]
    if people:
        rows.insert(0, ("practising", str(whole.people)))
    if whole.attempts:
        rows += [("mean", number(whole.mean)), ("best", number(whole.best))]
        rows += [("passed", percent(whole.pass_share)), ("last", whole.last[:DAY])]
    return tuple((say(f"report.{name}", lang), value) for name, value in rows)


def techniques(lang: Lang, found: Collected) -> Chart:
    """Return the techniques as bars."""
    return Chart(
        say("report.by-technique", lang),
        "bars",
        tuple(found.names.technique(one.key) for one in found.techniques),
        tuple(one.mean for one in found.techniques),
        note=say("report.by-technique-note", lang),
    )


def steps(lang: Lang, found: Collected) -> tuple[Chart, Table]:
    """Return the weakest steps as bars and all as a table."""
    weak = sorted(found.steps, key=lambda one: one.share)
    columns = ("technique", "step", "due", "done", "share")
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
            _told_apart(found.names, [one.step for one in weak[:10]]),
            tuple(round(one.share * 100) for one in weak[:10]),
            note=say("report.weakest-note", lang),
        ),
        Table(say("report.steps", lang), heads(lang, columns), rows, frozenset({2, 3, 4})),
    )


def _told_apart(names: Names, steps: Sequence[str]) -> tuple[str, ...]:
    """Return steps' names; those of several techniques that share one bear the technique's, too."""
    plain = [names.step(one) for one in steps]
    return tuple(
        f"{name} · {names.technique(step.partition('/')[0])}" if plain.count(name) > 1 else name
        for step, name in zip(steps, plain, strict=True)
    )


def heads(lang: Lang, names: Iterable[str]) -> tuple[str, ...]:
    """Return the heads of columns."""
    return tuple(say(f"report.column-{name}", lang) for name in names)


def scenarios(lang: Lang, found: Collected) -> Table:
    """Return the scenarios as a table."""
    columns = ("scenario", "attempts", "people", "mean", "best", "passed")
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
    return Table(
        say("report.by-scenario", lang), heads(lang, columns), rows, frozenset(range(1, 6))
    )


def result_of(attempt: Attempt) -> str:
    """Return `has-passed`, `has-failed`, or `is-open` while replies in it are undecided."""
    if attempt.passed:
        return "has-passed"
    return "is-open" if attempt.total_if_open > attempt.total else "has-failed"
