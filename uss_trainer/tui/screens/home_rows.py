"""How Home's rows and what is known of the chosen one are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets.option_list import Option

from uss_trainer.actions.home import DEAL, SCENARIO, family, line_of
from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.columns import Cell, ColumnRow
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.actions.home import Line, Section
    from uss_trainer.actions.standings import Standing

QUIET = "$foreground 60%"
LEVELS = ("new-hire", "working", "certification")
LENGTHS = ("home.minutes", "home.column-length")
SHOWN = 3
"""Problems of a pack that are told at once."""

WIDE = 96
"""Width of a row from which on the technique has a column of its own."""

PACK = "pack:"
"""Begins the row id of a pack, which no scenario's id can."""


def heading(lang: Lang) -> ColumnRow:
    """Return the columns' names."""
    names = ("scenario", "technique", "level", "length", "best", "last", "open")
    return _row([say(f"home.column-{name}", lang) for name in names], lang)


def _row(texts: Sequence[str], lang: Lang, *, best_style: str = "", quiet: str = "") -> ColumnRow:
    title, technique, level, length, best, last, waiting = texts
    levels = max(cell_len(say(f"home.level-{name}", lang)) for name in LEVELS)
    lengths = max(cell_len(say(code, lang, minutes=60)) for code in LENGTHS)
    return ColumnRow(
        Cell(title),
        Cell(technique, 16, quiet, least=WIDE),
        Cell(level, levels, quiet),
        Cell(length, lengths, quiet, right=True),
        Cell(best, 5, best_style, right=True),
        Cell(last, 5, right=True),
        Cell(waiting, 6, "$text-warning"),
    )


def options(
    sections: Sequence[Section], standings: Mapping[str, Standing], lang: Lang
) -> list[Option]:
    """Return the rows: a heading for each pack, its problems, its scenarios."""
    rows: list[Option] = []
    for section in sections:
        title = Cell(section.title, style="bold $text-primary")
        if rows:
            rows.append(Option(ColumnRow(Cell("")), disabled=True))
        rows.append(Option(ColumnRow(title), disabled=True))
        if section.problems:
            text = Cell("  " + section.problems[0], style="$text-error")
            rows.append(Option(ColumnRow(text), id=PACK + section.id))
        rows += [_option(line, standings.get(line.id), lang) for line in section.lines]
    return rows


def _option(line: Line, standing: Standing | None, lang: Lang) -> Option:
    if line.problem:
        broken = Cell(say("home.broken", lang), 10, "$text-error")
        return Option(ColumnRow(Cell("  " + line.title, style=QUIET), broken), id=line.id)
    best, last = standing.figures if standing else ("", "")
    texts = (
        "  " + line.title,
        line.technique,
        line.level,
        line.length,
        best or "–",
        last or "–",
        say("home.open", lang) if standing and (standing.unfinished or standing.going) else "",
    )
    style = "$text-success" if standing and standing.passed else ""
    row = _row(texts, lang, best_style=style, quiet=QUIET)
    return Option(row, id=line.id)


def detail(
    sections: Sequence[Section], chosen: str, standing: Standing, changed: bool, lang: Lang
) -> dict[str, str]:
    """Return the texts below the list for the row chosen, by part."""
    if chosen.startswith(PACK):
        section = next(one for one in sections if PACK + one.id == chosen)
        told = "\n".join(section.problems[:SHOWN])
        more = len(section.problems) - SHOWN
        if more > 0:
            told += say("home.more-problems", lang, count=more)
        return {"title": section.title, "problem": told}
    line = line_of(sections, chosen)
    if line is None:
        return {"about": "" if sections else say("home.reading", lang)}
    if line.problem:
        return {"title": line.title, "problem": line.problem}
    return {
        "title": line.title,
        "about": " · ".join(part for part in (line.technique, line.level, line.length) if part),
        "results": _results(standing, line, lang),
        "waiting": _waiting(standing, changed, lang),
    }


def _results(standing: Standing, line: Line, lang: Lang) -> str:
    if family(line.kind) == DEAL:
        return standing.deal or say("deal.home-begun", lang)
    if not standing.last:
        if line.kind == "exam":
            return say("exam.on-home", lang)
        return say("home.never" if line.kind == SCENARIO else "home.never-drill", lang)
    facts = {
        "best": standing.best,
        "best_band": standing.best_band,
        "last": standing.last,
        "last_band": standing.last_band,
    }
    return say("home.results", lang, **facts)


def _waiting(standing: Standing, changed: bool, lang: Lang) -> str:
    if standing.unfinished is None:
        return ""
    text = say("home.waiting", lang, mode=standing.unfinished.mode, began=standing.unfinished.began)
    return f"{text}\n{say('home.newer', lang)}" if changed else text


class Detail(VerticalScroll, can_focus=False):
    """What is known of the row chosen."""

    PARTS: ClassVar[dict[str, str]] = {
        "title": "",
        "about": "quiet",
        "results": "",
        "waiting": "warn",
        "problem": "bad",
    }
    """Each text's class."""

    def compose(self) -> ComposeResult:
        """Lay out the texts one below the other."""
        yield from (Wrapped("", id=part, classes=look) for part, look in self.PARTS.items())

    def show(self, texts: Mapping[str, str]) -> None:
        """Show other texts; a part that is left out takes no room."""
        for part in self.PARTS:
            widget = self.query_one(f"#{part}", Wrapped)
            widget.show(texts.get(part, ""))
            widget.display = bool(texts.get(part))
