"""What Home shows, in two stages: rows from the index at once, then how one has done in them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from uss_trainer.content.index import cached_rows, refresh_rows
from uss_trainer.errors import Problem, TrainerError
from uss_trainer.i18n import Lang, say, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.labels import Labels
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.content.index import Row


@dataclass(frozen=True, slots=True)
class Line:
    """One scenario as listed."""

    id: str
    title: str
    technique_id: str
    technique: str
    level: str
    length: str
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


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An attempt to go on with."""

    attempt: str
    mode: str
    began: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How the trainee has done in one scenario."""

    best: str = ""
    """Total, a range while something in it is open; empty where it was never finished."""

    best_band: str = ""
    last: str = ""
    last_band: str = ""
    passed: bool = False
    """Whether the best result passes."""

    unfinished: Unfinished | None = None

    @property
    def figures(self) -> tuple[str, str]:
        """Best and last in a few cells: `64+` stands for a range from 64."""
        return _short(self.best), _short(self.last)


def _short(total: str) -> str:
    low, dash, _ = total.partition("–")
    return low + "+" if dash else low


def index_file(desk: Desk) -> Path:
    """Return where the rows are kept between starts."""
    return desk.folders.cache / "rows.json"


def rows_at_once(desk: Desk) -> list[Row] | None:
    """Return the rows kept from an earlier start; None where content has changed since."""
    return cached_rows(desk.places, index_file(desk))


def rows_anew(desk: Desk) -> list[Row]:
    """Read all content, keep its rows for the next start and return them."""
    return refresh_rows(desk.places, index_file(desk))


def sections(rows: Sequence[Row], lang: Lang) -> tuple[Section, ...]:
    """Return the rows pack by pack, in the language asked for."""
    return tuple(
        _section(pack, list(found), lang) for pack, found in groupby(rows, lambda row: row.pack)
    )


def line_of(shown: Sequence[Section], scenario: str) -> Line | None:
    """Return the line of a scenario, or None."""
    return next((line for one in shown for line in one.lines if line.id == scenario), None)


def _section(pack: str, rows: list[Row], lang: Lang) -> Section:
    problems = [problem for row in rows if not row.id for problem in row.problems]
    title = rows[0].pack_title.get(lang) or pack or say("home.elsewhere", lang)
    lines = tuple(_line(row, lang) for row in rows if row.id)
    if pack and not lines and not problems:
        return Section(pack, title, (say("home.empty-pack", lang),), ())
    return Section(pack, title, tuple(sentence(one, lang) for one in problems), lines)


def _line(row: Row, lang: Lang) -> Line:
    errors = [problem for problem in row.problems if problem.severity == "error"]
    return Line(
        id=row.id,
        title=row.title.get(lang) or row.id,
        technique_id=row.technique,
        technique=row.technique_name.get(lang) or row.technique,
        level=say(f"home.level-{row.level}", lang) if row.level else "",
        length=say("home.minutes", lang, minutes=row.minutes) if row.minutes else "",
        problem="" if row.playable else _reason(errors, lang),
    )


def _reason(errors: Sequence[Problem], lang: Lang) -> str:
    if not errors:
        return say("home.not-playable", lang)
    first = sentence(errors[0], lang)
    more = len(errors) - 1
    return first + say("home.more-problems", lang, count=more) if more else first


def standings(desk: Desk, lang: Lang) -> dict[str, Standing]:
    """Return how the trainee has done, by scenario; TrainerError where the database fails."""
    from uss_trainer.actions.labels import labels
    from uss_trainer.coaching.attempts import results
    from uss_trainer.store.attempts import all_attempts

    found = results(all_attempts(desk.database))
    shown = [one for each in found.values() for one in (each.best, each.last) if one]
    names = labels(desk.database, shown)
    return {
        scenario: Standing(
            best=_total(each.best),
            best_band=_band(each.best, names, lang),
            last=_total(each.last),
            last_band=_band(each.last, names, lang),
            passed=bool(each.best and each.best.passed),
            unfinished=_unfinished(desk, each.unfinished, lang) if each.unfinished else None,
        )
        for scenario, each in found.items()
    }


def _total(attempt: Attempt | None) -> str:
    from uss_trainer.actions.history import total

    return total(attempt) if attempt else ""


def _band(attempt: Attempt | None, names: dict[str, Labels], lang: Lang) -> str:
    from uss_trainer.actions.labels import in_words

    if attempt is None:
        return ""
    return in_words(names[attempt.edition].bands.get(attempt.band), lang, attempt.band)


def _unfinished(desk: Desk, attempt: Attempt, lang: Lang) -> Unfinished:
    from uss_trainer.actions.moments import moment

    mode = say(f"briefing.mode-{attempt.mode}", lang)
    return Unfinished(attempt.id, mode, moment(attempt.started_at, desk.now()))


def changed(desk: Desk, standing: Mapping[str, Standing]) -> frozenset[str]:
    """Return the scenarios with an unfinished attempt whose content is another today."""
    from uss_trainer.actions.labels import labels
    from uss_trainer.store.attempts import attempt_of

    waiting = {name: one.unfinished for name, one in standing.items() if one.unfinished}
    attempts = {name: attempt_of(desk.database, one.attempt) for name, one in waiting.items()}
    then = labels(desk.database, attempts.values())
    return frozenset(
        name
        for name, attempt in attempts.items()
        if _differs(desk, name, then[attempt.edition].parts)
    )


def _differs(desk: Desk, scenario: str, then: Mapping[str, str]) -> bool:
    try:
        today = desk.library.edition(scenario).digests
    except TrainerError:
        # Removed or broken since: there is no newer version to offer.
        return False
    return any(then.get(name) != digest for name, digest in today.items())
