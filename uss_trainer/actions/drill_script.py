"""A drill answered from a file, and its result as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from uss_trainer.actions.drill_told import look_up, summed
from uss_trainer.actions.drill_views import lines_after
from uss_trainer.content.drills import MatchDrill, SayDrill
from uss_trainer.content.near import nearest
from uss_trainer.errors import fail
from uss_trainer.grading.drill_values import Given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.actions.drilling import Done
    from uss_trainer.content.drills import Drill
    from uss_trainer.i18n import Lang

PLACE_DIGITS = 2


def given_in(text: str, where: str, drill: Drill) -> Given:
    """Return the answer in a file: one item a line, `item = target` where the drill matches.

    Items and targets are named by id or by their place in the drill's file, from 1; of a drill
    that is said the whole text is the reply. TrainerError names the line that names nothing.
    """
    if isinstance(drill, SayDrill):
        return Given(text=text)
    items = [item.id for item in drill.items]
    lines = [(f"{where}:{number}", line) for number, line in _lines(text)]
    if not isinstance(drill, MatchDrill):
        return Given(ids=_once(lines, items))
    targets = [target.id for target in drill.targets]
    pairs = [_pair(line, place) for place, line in lines]
    firsts = _once([(place, one) for (place, _), (one, _) in zip(lines, pairs, strict=True)], items)
    seconds = [_named(to, targets, place) for (place, _), (_, to) in zip(lines, pairs, strict=True)]
    return Given(pairs=tuple(zip(firsts, seconds, strict=True)))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.strip()


def _once(lines: Sequence[tuple[str, str]], known: Sequence[str]) -> tuple[str, ...]:
    """Return the items named, none twice."""
    found: list[str] = []
    for where, line in lines:
        name = _named(line, known, where)
        if name in found:
            raise fail("drill.answered-twice", where, id=name)
        found.append(name)
    return tuple(found)


def _pair(line: str, where: str) -> tuple[str, str]:
    item, equals, target = line.partition("=")
    if not equals:
        raise fail("drill.no-pair", where, line=line)
    return item.strip(), target.strip()


def _named(name: str, known: Sequence[str], where: str) -> str:
    """Return the id that a line names, by itself or by its place."""
    if name in known:
        return name
    if name.isdecimal() and len(name) <= PLACE_DIGITS and 1 <= int(name) <= len(known):
        return known[int(name) - 1]
    raise fail("drill.no-item", where, id=name, count=str(len(known)), nearest=nearest(name, known))


def as_plain(done: Done, lang: Lang) -> dict[str, Any]:
    """Return a result as the JSON of `drill`, its sentences in `lang`."""
    drilled, marks = done.drilled, done.marks
    lines = {line.id: line for line in lines_after(done, lang)}
    return {
        "result": drilled.id if done.recorded else None,
        "drill": drilled.drill,
        "kind": drilled.kind,
        "seed": drilled.seed,
        "total": marks.total,
        "total_if_open": marks.total_if_open,
        "band": marks.band,
        "passed": marks.passed,
        "reason": marks.reason or None,
        "sums": [
            {"part": part.part, "points": part.points, "of": part.of, "text": text}
            for part, text in zip(marks.sums, summed(done, lang), strict=False)
        ],
        "rows": [
            {
                "id": row.id,
                "verdict": row.verdict,
                "given": row.given or None,
                "wanted": row.wanted or None,
                "points": row.points,
                "why": lines[row.id].why or None,
            }
            for row in marks.rows
        ],
        "look_up": list(look_up(done)),
    }
