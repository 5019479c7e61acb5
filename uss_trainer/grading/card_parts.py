"""The parts of a scorecard: those that steps earn, and those that don't depend on them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from uss_trainer.grading.talk import key_points
from uss_trainer.grading.tally import best_turns, step_scores, undecided

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from _typeshed import DataclassInstance

    from uss_trainer.content.rubrics import Rubric, Scale
    from uss_trainer.grading.card import KeyPointScore, StepScore
    from uss_trainer.grading.tally import Plan
    from uss_trainer.grading.values import Exchange

    Ordering = Callable[[Sequence[Exchange], Plan, bool], tuple[tuple[str, ...], tuple[str, ...]]]
    """Returns the steps performed in the order they count as performed, and those in order."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The parts that depend on which steps count."""

    steps: tuple[StepScore, ...]
    performed: tuple[str, ...]
    in_order: tuple[str, ...]
    coverage: float
    order: float


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that don't."""

    coverage_of: float
    methods: float
    methods_of: float
    key_points: float
    key_points_of: float
    key_point_scores: tuple[KeyPointScore, ...]


def fields_of(value: DataclassInstance) -> dict[str, Any]:
    """Return a value's fields by name, as the card calls them too."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def parts_of(
    exchanges: Sequence[Exchange],
    rubrics: Mapping[str, Rubric],
    scale: Scale,
    limit: float | None,
    timed: tuple[float, float] | None,
) -> Parts:
    """Return methods and key points, and what coverage can bring where one of them is lacking."""
    used = _used(exchanges, rubrics)
    points = key_points(exchanges, used, scale, limit, timed)
    fit = _method_fit(exchanges, used)
    methods_of = 0 if fit is None else scale.methods
    key_points_of = scale.key_points if points else 0
    met = sum(point.met for point in points)
    return Parts(
        coverage_of=scale.coverage + scale.methods - methods_of + scale.key_points - key_points_of,
        methods=round((fit or 0.0) * methods_of, 1),
        methods_of=methods_of,
        key_points=round(key_points_of * met / len(points), 1) if points else 0.0,
        key_points_of=key_points_of,
        key_point_scores=points,
    )


def counts(
    exchanges: Sequence[Exchange], given: Plan, scale: Scale, points: float, ordered: Ordering
) -> tuple[Counted, Counted]:
    """Return the parts that steps earn, as things stand and with everything open accepted.

    `points` is what coverage can bring.
    """
    now = _count(exchanges, given, scale, points, ordered, accept=False)
    if not any(undecided(exchange) for exchange in exchanges):
        return now, now
    return now, _count(exchanges, given, scale, points, ordered, accept=True)


def _count(
    exchanges: Sequence[Exchange],
    given: Plan,
    scale: Scale,
    points: float,
    ordered: Ordering,
    accept: bool,
) -> Counted:
    """Return the parts that steps earn, as things stand or with everything open accepted."""
    best = best_turns(exchanges, given, accept)
    rows = step_scores(exchanges, best, given, scale, points)
    done, run = ordered(exchanges, given, accept)
    coverage = min(points, round(sum(row.earned for row in rows), 1)) if given.due else 0.0
    order = round(scale.order * len(run) / len(done), 1) if done else 0.0
    return Counted(rows, done, run, coverage, order)


def _used(exchanges: Sequence[Exchange], rubrics: Mapping[str, Rubric]) -> dict[str, Rubric]:
    """Return the rubrics of techniques that came up, or all where nothing was said."""
    met = {exchange.judgement.technique for exchange in exchanges}
    return {name: rubric for name, rubric in rubrics.items() if name in met} or dict(rubrics)


def _method_fit(exchanges: Sequence[Exchange], used: Mapping[str, Rubric]) -> float | None:
    """Return the share of methods that suited their moment, of those used where methods were asked
    for; None where none were."""
    if not any(rubric.methods for rubric in used.values()):
        return None
    if not any(exchange.fits for exchange in exchanges):
        return None
    tried = [
        method in exchange.fits
        for exchange in exchanges
        if exchange.fits
        for method in dict.fromkeys(exchange.judgement.method_ids)
    ]
    return sum(tried) / len(tried) if tried else 0.0
