"""Make Home's rows out of a library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from uss_trainer.content.check_replies import best
from uss_trainer.content.drills import SayDrill
from uss_trainer.content.entries import broken
from uss_trainer.content.index import Row
from uss_trainer.errors import Problem, TrainerError

if TYPE_CHECKING:
    from uss_trainer.content.drills import Drill
    from uss_trainer.content.entries import DealEntry, DrillEntry
    from uss_trainer.content.exam_rules import ExamRules
    from uss_trainer.content.library import Library, PackEntry, ScenarioEntry
    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.content.shapes import Words

_THINK = 0.3
"""Minutes a reply takes to read the choices and think."""

_ITEM = 0.2
"""Minutes an item of a drill takes, its feedback included."""

_SPOKEN = 240
"""Chinese characters said in a minute; what a play takes is only estimated."""


def rows_of(library: Library) -> list[Row]:
    """Return a row for everything a pack holds, for each pack without any, and for what is wrong
    outside."""
    rows = [row for pack in library.packs for row in _pack_rows(pack, library)]
    if library.problems:
        rows.append(_only_problems("", {"zh": "", "en": ""}, 10_000, "", library.problems))
    return rows


def _pack_rows(pack: PackEntry, library: Library) -> Iterator[Row]:
    """Yield a pack's rows; one that tells what is wrong with the pack itself comes first."""
    title = _both(pack.pack.title) if pack.pack else {"zh": pack.id, "en": pack.id}
    order = pack.pack.order if pack.pack else 1000
    exam = pack.pack.exam if pack.pack else None
    if pack.problems or not (pack.entries or exam):
        yield _only_problems(pack.id, title, order, str(pack.path), pack.problems)
    rows = [_deal_row(deal, pack.id, title, order, library) for deal in pack.deals]
    played = {name for one in pack.deals if one.deal for name in one.deal.scenarios}
    for entry in pack.scenarios:
        row = _scenario_row(entry, pack.id, title, order, library)
        rows.append(replace(row, within=entry.playable and entry.id in played))
    rows += [_drill_row(drill, pack.id, title, order, library) for drill in pack.drills]
    if exam:
        rows.append(_exam_row(pack, title, order, exam))
    yield from (replace(row, hidden=bool(exam and exam.hidden)) for row in rows)


def _exam_row(pack: PackEntry, title: dict[str, str], order: int, exam: ExamRules) -> Row:
    """Return the row of a pack that is sat as an exam; what is wrong with it stands in the pack's."""
    techniques = {part.technique for part in exam.pool}
    return Row(
        id=pack.id,
        pack=pack.id,
        pack_title=title,
        technique=techniques.pop() if len(techniques) == 1 else "",
        technique_name={"zh": "", "en": ""},
        level=(pack.pack and pack.pack.level) or "",
        title=title,
        scenes=0,
        minutes=exam.minutes,
        playable=not broken(pack.problems),
        count=0,
        problems=(),
        order=order,
        path=str(pack.path),
        kind="exam",
    )


def _scenario_row(
    entry: ScenarioEntry, pack: str, pack_title: dict[str, str], order: int, library: Library
) -> Row:
    """Return a scenario's row."""
    scenario = entry.scenario
    technique = scenario.technique if scenario else ""
    return Row(
        id=entry.id,
        pack=pack,
        pack_title=pack_title,
        technique=technique,
        technique_name=_technique_name(technique, library),
        level=scenario.level if scenario else "",
        title=_both(scenario.title) if scenario else {"zh": entry.id, "en": entry.id},
        scenes=len(scenario.scenes) if scenario else 0,
        minutes=minutes(scenario) if scenario else 0,
        playable=entry.playable,
        count=len(entry.problems),
        problems=entry.problems,
        order=order,
        path=str(entry.path),
    )


def _deal_row(
    entry: DealEntry, pack: str, pack_title: dict[str, str], order: int, library: Library
) -> Row:
    """Return a deal's row; it is as long as its visits."""
    deal = entry.deal
    plays = [visit.play for visit in deal.visits if not visit.turnaround] if deal else []
    scenarios = [library.around.scenario(name) for name in plays]
    return Row(
        id=entry.id,
        pack=pack,
        pack_title=pack_title,
        technique="",
        technique_name={"zh": "", "en": ""},
        level=deal.level if deal else "",
        title=_both(deal.title) if deal else {"zh": entry.id, "en": entry.id},
        scenes=len(plays),
        minutes=sum(minutes(one) for one in scenarios if one),
        playable=entry.playable,
        count=len(entry.problems),
        problems=entry.problems,
        order=order,
        path=str(entry.path),
        kind=f"deal-{deal.mode}" if deal else "deal",
    )


def _drill_row(
    entry: DrillEntry, pack: str, pack_title: dict[str, str], order: int, library: Library
) -> Row:
    """Return a drill's row."""
    drill = entry.drill
    technique = drill.technique if isinstance(drill, SayDrill) else ""
    return Row(
        id=entry.id,
        pack=pack,
        pack_title=pack_title,
        technique=technique,
        technique_name=_technique_name(technique, library) if technique else {"zh": "", "en": ""},
        level=drill.level if drill else "",
        title=_both(drill.title) if drill else {"zh": entry.id, "en": entry.id},
        scenes=0,
        minutes=drill_minutes(drill) if drill else 0,
        playable=entry.playable,
        count=len(entry.problems),
        problems=entry.problems,
        order=order,
        path=str(entry.path),
        kind=f"drill-{drill.kind}" if drill else "drill",
    )


def drill_minutes(drill: Drill) -> int:
    """Return about how many minutes a drill takes, at least one."""
    return 2 if isinstance(drill, SayDrill) else max(1, round(_ITEM * len(drill.items)))


def _only_problems(
    pack: str, title: dict[str, str], order: int, path: str, problems: Sequence[Problem]
) -> Row:
    """Return a row that lists no scenario and says what is wrong."""
    return Row(
        id="",
        pack=pack,
        pack_title=title,
        technique="",
        technique_name={"zh": "", "en": ""},
        level="",
        title=title,
        scenes=0,
        minutes=0,
        playable=False,
        count=len(problems),
        problems=(*problems,),
        order=order,
        path=path,
    )


def _technique_name(technique: str, library: Library) -> dict[str, str]:
    """Return a technique's name, or its id where its rubric can't be read."""
    try:
        return _both(library.scoring.plain(technique).name)
    except TrainerError:
        return {"zh": technique, "en": technique}


def _both(words: Words) -> dict[str, str]:
    """Return a text in both languages, each standing in for the other."""
    return {"zh": words.of("zh"), "en": words.of("en")}


def minutes(scenario: Scenario) -> int:
    """Return about how many minutes a play along the best replies takes, at least one."""
    spent = 0.0
    seen: set[str] = set()
    scene = scenario.scene(scenario.first)
    while scene and scene.id not in seen:
        seen.add(scene.id)
        reply = scene.replies[best(scene)]
        said = scene.says[0].text.of("zh") + reply.text.of("zh")
        spent += _THINK + len(said) / _SPOKEN
        goto = reply.goto if isinstance(reply.goto, str) else reply.goto[0].to
        scene = scenario.scene(goto)
    return max(1, ceil(spent))
