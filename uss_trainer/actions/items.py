"""A pack's item analysis for the command line: tables in words, and plain values."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from uss_trainer.i18n import Lang, say
from uss_trainer.reports import pack_page

if TYPE_CHECKING:
    from uss_trainer.coaching.items import Item
    from uss_trainer.reports.analysis import Analysis
    from uss_trainer.reports.collect import Collected
    from uss_trainer.reports.values import Table

Plain = dict[str, object]


def analysis_tables(
    lang: Lang, found: Collected, analysis: Analysis
) -> tuple[list[str], tuple[Table, ...]]:
    """Return what is said of the whole, and the tables of scenarios, steps and replies."""
    alpha = pack_page.alpha_in_words(lang, analysis.reliability)
    facts = [f"{say('report.alpha', lang)}: {alpha}"]
    facts += [one.text for one in pack_page.warnings(lang, analysis)]
    return facts, (
        pack_page.scenario_items(lang, found, analysis),
        pack_page.step_items(lang, found, analysis),
        pack_page.options(lang, found, analysis, never=True),
        pack_page.options(lang, found, analysis, never=False),
    )


def analysis_as_plain(pack: str, analysis: Analysis) -> Plain:
    """Return the analysis as the JSON of `report items`."""
    sure = analysis.reliability
    return {
        "pack": pack,
        "people": analysis.people,
        "complete": analysis.complete,
        "reliability": None if sure is None else {**_rounded(asdict(sure)), "sure": sure.sure},
        "scenarios": [{"scenario": one.key, **_item(one)} for one in analysis.scenarios],
        "steps": [
            {"scenario": scenario, "step": one.key, **_item(one)}
            for scenario, one in analysis.steps
        ],
        "replies": [{**asdict(one), "never": one.never} for one in analysis.options],
    }


def _item(one: Item) -> Plain:
    plain = _rounded(asdict(one))
    del plain["key"]
    return {**plain, "verdict": one.verdict}


def _rounded(plain: dict[str, object]) -> Plain:
    return {
        name: round(value, 3) if isinstance(value, float) else value
        for name, value in plain.items()
    }
