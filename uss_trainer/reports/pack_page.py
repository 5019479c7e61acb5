"""The page about a pack: how people do in it, and what in it teaches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.coaching.items import ENOUGH
from uss_trainer.i18n import Lang, say
from uss_trainer.reports.pages import number, percent
from uss_trainer.reports.values import Chart, Facts, Page, Said, Table

if TYPE_CHECKING:
    from uss_trainer.coaching.items import Item, Reliability
    from uss_trainer.reports.analysis import Analysis, Option
    from uss_trainer.reports.collect import Collected
    from uss_trainer.reports.values import Block

LONGEST = 90
"""Characters of a reply shown."""


def pack_page(lang: Lang, title: str, found: Collected, analysis: Analysis, made: str) -> Page:
    """Return a pack's page."""

    def words(name: str, /, **facts: object) -> str:
        return say(f"report.{name}", lang, **facts)

    whole = found.whole
    facts = [(words("practising"), str(whole.people)), (words("attempts"), str(whole.attempts))]
    if whole.attempts:
        facts += [(words("mean"), number(whole.mean)), (words("passed"), percent(whole.pass_share))]
    facts.append((words("alpha"), alpha_in_words(lang, analysis.reliability)))
    blocks: list[Block] = [Facts(tuple(facts)), *warnings(lang, analysis)]
    blocks += [
        Chart(
            words("by-scenario"),
            "bars",
            tuple(found.names.scenario(one.key) for one in found.scenarios),
            tuple(one.mean for one in found.scenarios),
            note=words("scenario-note"),
        ),
        scenario_items(lang, found, analysis),
        step_items(lang, found, analysis),
        options(lang, found, analysis, never=True),
        options(lang, found, analysis, never=False),
    ]
    return Page(
        lang,
        words("title-pack", name=title),
        words("about-others", made=made),
        tuple(blocks),
        found.versions,
    )


def alpha_in_words(lang: Lang, found: Reliability | None) -> str:
    """Return alpha with its interval, or that it can't be said."""
    if found is None:
        return say("report.alpha-none", lang)
    facts = {"alpha": found.alpha, "low": found.low, "high": found.high}
    return say("report.alpha-is", lang, **{name: f"{one:.2f}" for name, one in facts.items()})


def warnings(lang: Lang, analysis: Analysis) -> list[Said]:
    """Return what keeps one from relying on the figures."""
    found = analysis.reliability
    if found is not None and found.sure:
        return []
    if found is None or found.people < ENOUGH:
        facts = {"people": analysis.complete, "enough": ENOUGH}
        return [Said(say("report.few", lang, **facts), warns=True)]
    return [Said(say("report.wide", lang), warns=True)]


def scenario_items(lang: Lang, found: Collected, analysis: Analysis) -> Table:
    """Return the scenarios as items."""
    rows = tuple((found.names.scenario(one.key), *_item(lang, one)) for one in analysis.scenarios)
    heads = tuple(
        say(f"report.column-{name}", lang)
        for name in ("scenario", "people", "difficulty", "discrimination", "verdict")
    )
    title, note = say("report.items", lang), say("report.items-note", lang)
    return Table(title, heads, rows, frozenset({1, 2, 3}), note)


def step_items(lang: Lang, found: Collected, analysis: Analysis) -> Table:
    """Return the steps of each scenario as items, what stands out first."""
    order = ("reverse", "easy", "hard", "weak", "few", "fine")
    ranked = sorted(analysis.steps, key=lambda pair: (order.index(pair[1].verdict), pair[0]))
    rows = tuple(
        (found.names.scenario(scenario), found.names.step(one.key), *_item(lang, one))
        for scenario, one in ranked
    )
    heads = tuple(
        say(f"report.column-{name}", lang)
        for name in ("scenario", "step", "people", "difficulty", "discrimination", "verdict")
    )
    return Table(say("report.step-items", lang), heads, rows, frozenset({2, 3, 4}))


def _item(lang: Lang, one: Item) -> tuple[str, ...]:
    discrimination = "–" if one.discrimination is None else f"{one.discrimination:.2f}"
    verdict = say(f"report.verdict-{one.verdict}", lang)
    return str(one.people), f"{one.difficulty:.2f}", discrimination, verdict


def options(lang: Lang, found: Collected, analysis: Analysis, *, never: bool) -> Table:
    """Return listed replies that nobody chooses, or all the others."""
    some = [one for one in analysis.options if one.never == never]
    names = ["scenario", "scene", "reply", "quality", "chosen"]
    heads = [say(f"report.column-{name}", lang) for name in names]
    heads.append(say("report.column-shown" if never else "report.column-of", lang))
    title = say("report.never" if never else "report.options", lang)
    note = say("report.never-note" if never else "report.options-note", lang, enough=ENOUGH)
    rows = tuple(_option(found, one, never=never) for one in some)
    return Table(title, tuple(heads), rows, frozenset({3, 4, 5}), note)


def _option(found: Collected, one: Option, *, never: bool) -> tuple[str, ...]:
    text = one.text if len(one.text) <= LONGEST else one.text[: LONGEST - 1] + "…"
    share = percent(one.chosen / one.shown) if one.shown else "–"
    return (
        found.names.scenario(one.scenario),
        one.scene,
        f"{one.reply}: {text}" if text else one.reply,
        "–" if one.quality is None else str(one.quality),
        str(one.chosen),
        str(one.shown) if never else share,
    )
