"""The score of a drill; `docs/scoring.md` works each kind out by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from uss_trainer.content.drills import ChooseDrill, MatchDrill, OrderDrill, PickDrill, wanted
from uss_trainer.grading.drill_values import Given, Marks, Part, Row, Sum, Verdict
from uss_trainer.grading.order import longest_run
from uss_trainer.grading.scorecard import band_of

if TYPE_CHECKING:
    from uss_trainer.content.drills import ListDrill
    from uss_trainer.content.rubrics import Scale

FULL = 100.0


def mark(drill: ListDrill, given: Given, scale: Scale) -> Marks:
    """Return what an answer made of a drill's items is worth; items it doesn't have count for nothing."""
    if isinstance(drill, MatchDrill):
        return _match(drill, given, scale)
    known = {item.id for item in drill.items}
    ids = tuple(dict.fromkeys(one for one in given.ids if one in known))
    if isinstance(drill, OrderDrill):
        return _order(drill, ids, scale)
    return (
        _choose(drill, ids, scale) if isinstance(drill, ChooseDrill) else _pick(drill, ids, scale)
    )


def summed(
    scale: Scale, sums: Sequence[Sum], rows: Iterable[Row], most: float | None = None
) -> Marks:
    """Return the marks whose parts are `sums`; `most` is the total if what is open is accepted."""
    total = _clamp(sum(part.points for part in sums))
    band = band_of(total, capped=False, scale=scale)
    best = total if most is None else max(total, _clamp(most))
    return Marks(total, best, band.id, band.passes, tuple(sums), tuple(rows))


def _clamp(total: float) -> float:
    return round(min(FULL, max(0.0, total)), 1)


def _order(drill: OrderDrill, ids: tuple[str, ...], scale: Scale) -> Marks:
    right = wanted(drill)
    run = _run(ids, right)
    place = {one: str(number) for number, one in enumerate(ids, 1)}
    rows = [
        Row(one, _stood(one, ids, run), str(number), place.get(one, ""))
        for number, one in enumerate(right, 1)
    ]
    return summed(scale, [_in_order(run, right, FULL)], rows)


def _stood(one: str, ids: tuple[str, ...], run: tuple[str, ...]) -> Verdict:
    if one in run:
        return "right"
    return "moved" if one in ids else "none"


def _run(ids: Iterable[str], right: Sequence[str]) -> tuple[str, ...]:
    """Return the most of the right items that stand in order."""
    rank = {one: place for place, one in enumerate(right)}
    return longest_run([one for one in ids if one in rank], rank)


def _in_order(run: Sequence[str], right: Sequence[str], points: float) -> Sum:
    """Return what an order is worth: one item alone is always in order, so it earns nothing."""
    share = max(len(run) - 1, 0) / max(len(right) - 1, 1)
    return Sum("order", round(points * share, 1), points, len(run), 0, len(right))


def _match(drill: MatchDrill, given: Given, scale: Scale) -> Marks:
    pairs = dict(given.pairs)
    rows = [
        Row(item.id, _matched(item.to, pairs.get(item.id)), item.to, pairs.get(item.id, ""))
        for item in drill.items
    ]
    right = sum(row.verdict == "right" for row in rows)
    points = round(FULL * right / len(rows), 1)
    return summed(scale, [Sum("match", points, FULL, right, 0, len(rows))], rows)


def _matched(to: str, put: str | None) -> Verdict:
    if put is None:
        return "none"
    return "right" if put == to else "wrong"


def _choose(drill: ChooseDrill, ids: tuple[str, ...], scale: Scale) -> Marks:
    right = wanted(drill)
    return summed(scale, [_taken("choose", ids, right, FULL)], _rows(drill, ids, right))


def _taken(part: Part, ids: Sequence[str], right: Sequence[str], points: float) -> Sum:
    """Return what a choice is worth: right ones less wrong ones, as a share of all right ones."""
    good = sum(one in right for one in ids)
    bad = len(ids) - good
    share = max(good - bad, 0) / max(len(right), 1)
    return Sum(part, round(points * share, 1), points, good, bad, len(right))


def _rows(drill: ChooseDrill | PickDrill, ids: Sequence[str], right: Sequence[str]) -> list[Row]:
    rows = []
    for item in drill.items:
        taken, belongs = item.id in ids, item.id in right
        place = str(ids.index(item.id) + 1) if taken else ""
        verdict: Verdict = "right" if belongs else "extra"
        if not taken:
            verdict = "missing" if belongs else "left"
        wanted_at = str(right.index(item.id) + 1) if belongs else ""
        rows.append(Row(item.id, verdict, wanted_at, place))
    return rows


def _pick(drill: PickDrill, ids: tuple[str, ...], scale: Scale) -> Marks:
    right = wanted(drill)
    rows = _rows(drill, ids, right)
    if not drill.ordered:
        return summed(scale, [_taken("belongs", ids, right, FULL)], rows)
    run = _run(ids, right)
    rows = [
        Row(row.id, "moved", row.wanted, row.given)
        if row.verdict == "right" and row.id not in run
        else row
        for row in rows
    ]
    belongs = _taken("belongs", ids, right, scale.belongs)
    return summed(scale, [belongs, _in_order(run, right, FULL - scale.belongs)], rows)
