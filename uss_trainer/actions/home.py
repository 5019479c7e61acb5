"""What Home lists: rows from the index at once, everything read anew where that is stale."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, get_args

from uss_trainer.content.index import cached_rows, refresh_rows
from uss_trainer.content.terms import Level
from uss_trainer.errors import Problem
from uss_trainer.i18n import Lang, say, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.index import Row

SCENARIO = "scenario"
"""The kind of a row that is one conversation."""

DRILL = "drill"
DEAL = "deal"
KINDS = (DEAL, SCENARIO, DRILL, "exam")
"""What a row can stand for, in the order of a pack's list."""

EXAM = "exam:"
"""Begins the id of an exam's line, its pack's id behind it; no scenario's id can."""

LEVELS = get_args(Level)
"""From easy to hard."""


@dataclass(frozen=True, slots=True)
class Line:
    """One scenario, drill or deal as listed."""

    id: str
    title: str
    technique_id: str
    technique: str
    level: str
    length: str
    kind: str = SCENARIO
    """`scenario`, `exam`, or `drill-order`, `deal-advisor` and so on."""

    problem: str = ""
    """Why it can't be played; empty where it can."""


@dataclass(frozen=True, slots=True)
class Section:
    """A pack, or what is wrong outside all packs."""

    id: str
    title: str
    problems: tuple[str, ...]
    """What is wrong with the pack itself, a sentence each."""

    lines: tuple[Line, ...]


def index_file(desk: Desk) -> Path:
    """Return where the rows are kept between starts."""
    return desk.folders.cache / "rows.json"


def rows_at_once(desk: Desk) -> list[Row] | None:
    """Return the rows kept from an earlier start; None where content has changed since."""
    return cached_rows(desk.places, index_file(desk))


def rows_anew(desk: Desk) -> list[Row]:
    """Make the rows of all content, keep them for the next start and return them."""
    return refresh_rows(desk.places, index_file(desk), desk.library)


def sections(rows: Sequence[Row], lang: Lang) -> tuple[Section, ...]:
    """Return the rows pack by pack, easier ones first, in the language asked for."""
    return tuple(
        _section(pack, list(found), lang)
        for pack, found in groupby(_shown(rows), lambda row: row.pack)
    )


def _shown(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if not row.hidden]


def line_of(shown: Sequence[Section], scenario: str) -> Line | None:
    """Return the line of a scenario, or None."""
    return next((line for one in shown for line in one.lines if line.id == scenario), None)


def _section(pack: str, rows: list[Row], lang: Lang) -> Section:
    problems = [problem for row in rows if not row.id for problem in row.problems]
    title = rows[0].pack_title.get(lang) or pack or say("home.elsewhere", lang)
    lines = tuple(_line(row, lang) for row in in_order(rows) if row.id and not row.within)
    if pack and not lines and not problems:
        return Section(pack, title, (say("home.empty-pack", lang),), ())
    return Section(pack, title, tuple(sentence(one, lang) for one in problems), lines)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return a pack's rows as listed: deals, scenarios, then drills, easier ones first."""
    return sorted(rows, key=lambda row: (KINDS.index(family(row.kind)), difficulty(row)))


def family(kind: str) -> str:
    """Return what a row of that kind stands for: a deal, a scenario, a drill or an exam."""
    return kind.partition("-")[0]


def difficulty(row: Row) -> int:
    """Return the place of a row's level; what can't be read comes last."""
    return LEVELS.index(row.level) if row.level in LEVELS else len(LEVELS)


def _line(row: Row, lang: Lang) -> Line:
    errors = [problem for problem in row.problems if problem.severity == "error"]
    return Line(
        id=EXAM + row.id if row.kind == "exam" else row.id,
        title=row.title.get(lang) or row.id,
        technique_id=row.technique,
        technique=_what(row, lang),
        level=say(f"home.level-{row.level}", lang) if row.level else "",
        length=say("home.minutes", lang, minutes=row.minutes) if row.minutes else "",
        kind=row.kind,
        problem="" if row.playable else _reason(errors, lang),
    )


def _what(row: Row, lang: Lang) -> str:
    """Return what a row practises: its technique, or the kind of drill or deal it is."""
    if row.kind == "exam":
        return say("exam.kind", lang)
    of, _, kind = row.kind.partition("-")
    if of == "drill" and kind:
        return say("drill.of-kind", lang, kind=say(f"drill.kind-{kind}", lang))
    if of == "deal" and kind:
        return say("deal.column", lang, mode=say(f"topics.mode-{kind}", lang))
    return row.technique_name.get(lang) or row.technique


def _reason(errors: Sequence[Problem], lang: Lang) -> str:
    if not errors:
        return say("home.not-playable", lang)
    first = sentence(errors[0], lang)
    more = len(errors) - 1
    return first + say("home.more-problems", lang, count=more) if more else first
