"""How a deal's map and what can be done next are laid out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.widgets.option_list import Option

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.columns import Cell, ColumnRow
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from textual.widget import Widget

    from uss_trainer.actions.deal_desk import Shown
    from uss_trainer.actions.deal_map import Stop
    from uss_trainer.actions.deal_views import DealView

MARKS = {"done": "●", "now": "▶", "ahead": "○"}
MODES = ("guided", "typed", "self-check")


def page(view: DealView, lang: Lang) -> list[Widget]:
    """Return the page: the end where there is one, the map, the benchmarks, whom and what for; the
    last comes first while nothing has been played."""
    way = [*_map(view, lang), *_awards(view, lang)]
    told = [*_briefing(view, lang)]
    begun = any(stop.place != "ahead" for stop in view.stops)
    return [*_end(view, lang), *way, *told] if begun else [*told, *way]


def _part(name: str, lang: Lang) -> Wrapped:
    return Wrapped(say(f"deal.{name}", lang), classes="part")


def _end(view: DealView, lang: Lang) -> Iterator[Widget]:
    if view.ended:
        yield _part("debrief", lang)
        yield from (Wrapped(text, classes="said-of-it") for text in view.debrief)


def _briefing(view: DealView, lang: Lang) -> Iterator[Widget]:
    for name in ("customer", "situation", "goal"):
        yield _part(name, lang)
        yield Wrapped(getattr(view, name))


def _map(view: DealView, lang: Lang) -> Iterator[Widget]:
    yield _part("map", lang)
    for stop in view.stops:
        yield Wrapped(f"{MARKS[stop.place]} {stop.title}", classes=f"stop -{stop.place}")
        yield Wrapped(stop.aim, classes="note quiet")
        yield from (Wrapped(note.text, classes=f"note -{note.kind}") for note in stop.notes)


def _awards(view: DealView, lang: Lang) -> Iterator[Widget]:
    if view.benchmarks:
        yield _part("benchmarks", lang)
        yield from (Wrapped(one.text, classes=f"note -{one.kind}") for one in view.benchmarks)


def options(shown: Shown, lang: Lang) -> list[Option]:
    """Return what can be done next, each row's id telling what it is."""
    if not shown.run:
        return [_mode(mode, lang) for mode in MODES]
    view = shown.view
    rows = []
    now = next((stop for stop in view.stops if stop.place == "now"), None)
    if now:
        code = "deal.go-on" if shown.going else "deal.go"
        rows.append(_row("go", say(code, lang, title=now.title), "bold"))
    elif view.asks:
        rows.append(_row("price:", say("deal.fill-in", lang), "bold"))
    else:
        rows.append(_row("again", say("deal.again", lang), "bold"))
    rows += [_row(f"drill:{one.id}", one.text) for one in shown.drills]
    rows += [_look(stop, lang) for stop in view.stops if stop.attempt]
    return rows


def _look(stop: Stop, lang: Lang) -> Option:
    text = say("deal.look-back", lang, title=stop.title, total=stop.total)
    return _row(f"look:{stop.attempt}", text)


def _mode(mode: str, lang: Lang) -> Option:
    about = Cell(say(f"briefing.about-{mode}", lang), style="$foreground 60%")
    row = ColumnRow(Cell(say(f"briefing.mode-{mode}", lang), 12, "bold"), about)
    return Option(row, id=f"mode:{mode}")


def _row(name: str, text: str, style: str = "") -> Option:
    return Option(ColumnRow(Cell(text, style=style)), id=name)
