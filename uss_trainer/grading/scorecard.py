"""The score of a whole conversation, every part of it such that it can be redone by hand."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from uss_trainer.grading.talk import key_points, minutes
from uss_trainer.grading.tally import (
    Plan,
    best_turns,
    in_order,
    performed,
    plan,
    step_scores,
    undecided,
)
from uss_trainer.grading.values import Deduction, Scorecard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from uss_trainer.content.rubrics import Band, Faults, Rubric, Scale
    from uss_trainer.grading.values import Exchange, KeyPointScore, StepScore

    Ordering = Callable[[Sequence[Exchange], Plan, bool], tuple[tuple[str, ...], tuple[str, ...]]]
    """Returns the steps performed in the order they count as performed, and those in order."""


def as_played(
    exchanges: Sequence[Exchange], given: Plan, accept: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the steps as they were first performed, and the longest run of them in order."""
    done = performed(exchanges, given, accept)
    return done, in_order(done, given)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The parts that depend on which steps count."""

    steps: tuple[StepScore, ...]
    performed: tuple[str, ...]
    in_order: tuple[str, ...]
    coverage: float
    order: float


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts that don't."""

    coverage_of: float
    methods: float
    methods_of: float
    key_points: float
    key_points_of: float
    key_point_scores: tuple[KeyPointScore, ...]


def scorecard(
    exchanges: Sequence[Exchange],
    rubrics: Mapping[str, Rubric],
    faults: Faults,
    scale: Scale,
    hints: int = 0,
    talk_minutes: float | None = None,
    ordered: Ordering = as_played,
    timed: tuple[float, float] | None = None,
) -> Scorecard:
    """Return the scorecard of a conversation.

    `rubrics` are those of the scenario by technique, its own first; `talk_minutes` is the
    scenario's own limit on the talk, None where the technique's holds; `ordered` tells in which
    order the steps came and which of them were in order; `timed` is the trainee's talk and both
    sides', in minutes, where it is known and needn't be estimated.
    """
    given = plan(exchanges, rubrics)
    own, both = timed or minutes(exchanges, scale)
    parts = _parts(exchanges, _used(exchanges, rubrics), scale, talk_minutes, timed)
    lost = (*_faults(exchanges, faults, scale), *_hints(hints, scale))
    rest = parts.methods + parts.key_points - sum(one.points for one in lost)
    now = _count(exchanges, given, scale, parts.coverage_of, ordered, accept=False)
    later = now
    if any(undecided(exchange) for exchange in exchanges):
        later = _count(exchanges, given, scale, parts.coverage_of, ordered, accept=True)
    total = _clamp(now.coverage + now.order + rest)
    missed = tuple(row.step for row in now.steps if row.due and row.must and not row.quality)
    band = band_of(total, bool(missed), scale)
    return Scorecard(
        technique=next(iter(rubrics)),
        total=total,
        total_if_open=max(total, _clamp(later.coverage + later.order + rest)),
        band=band.id,
        passed=band.passes,
        order_of=scale.order,
        deductions=lost,
        missed_must=missed,
        talk_minutes=round(both, 2),
        talk_share=round(own / both, 3) if both else 0.0,
        think_seconds=round(sum(exchange.seconds for exchange in exchanges), 1),
        open_turns=tuple(turn for turn, one in enumerate(exchanges) if not one.judgement.gradable),
        versions=_versions(exchanges),
        **_fields(parts),
        **_fields(now),
    )


def _fields(value: _Parts | _Counted) -> dict[str, Any]:
    """Return a value's fields by name, as the card calls them too."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _parts(
    exchanges: Sequence[Exchange],
    used: Mapping[str, Rubric],
    scale: Scale,
    limit: float | None,
    timed: tuple[float, float] | None,
) -> _Parts:
    """Return methods and key points, and what coverage can bring where one of them is lacking."""
    points = key_points(exchanges, used, scale, limit, timed)
    fit = _method_fit(exchanges, used)
    methods_of = 0 if fit is None else scale.methods
    key_points_of = scale.key_points if points else 0
    met = sum(point.met for point in points)
    return _Parts(
        coverage_of=scale.coverage + scale.methods - methods_of + scale.key_points - key_points_of,
        methods=round((fit or 0.0) * methods_of, 1),
        methods_of=methods_of,
        key_points=round(key_points_of * met / len(points), 1) if points else 0.0,
        key_points_of=key_points_of,
        key_point_scores=points,
    )


def _count(
    exchanges: Sequence[Exchange],
    given: Plan,
    scale: Scale,
    points: float,
    ordered: Ordering,
    accept: bool,
) -> _Counted:
    """Return the parts that steps earn, as things stand or with everything open accepted."""
    best = best_turns(exchanges, given, accept)
    rows = step_scores(exchanges, best, given, scale, points)
    done, run = ordered(exchanges, given, accept)
    coverage = min(points, round(sum(row.earned for row in rows), 1)) if given.due else 0.0
    order = round(scale.order * len(run) / len(done), 1) if done else 0.0
    return _Counted(rows, done, run, coverage, order)


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


def _faults(exchanges: Sequence[Exchange], faults: Faults, scale: Scale) -> list[Deduction]:
    """Return what each fault costs, the same one once a turn."""
    cost = {fault.id: getattr(scale, fault.severity) for fault in faults.faults}
    found = []
    for turn, exchange in enumerate(exchanges):
        once = {evidence.id: evidence for evidence in reversed(exchange.judgement.faults)}
        for fault in dict.fromkeys(exchange.judgement.fault_ids):
            words = exchange.reply[once[fault].start : once[fault].end]
            found.append(Deduction("fault", fault, cost.get(fault, scale.minor), turn, words))
    return found


def _hints(hints: int, scale: Scale) -> list[Deduction]:
    """Return one deduction a hint."""
    return [Deduction("hint", "hint", scale.hint) for _ in range(hints)]


def band_of(total: float, capped: bool, scale: Scale) -> Band:
    """Return the band of a total; one below *pass* at best where a must-have step is missing."""
    bands = sorted(scale.bands, key=lambda band: -band.least)
    if capped:
        bands = [band for band in bands if not band.passes] or bands[-1:]
    return next((band for band in bands if total >= band.least), bands[-1])


def _clamp(total: float) -> float:
    return round(min(100.0, max(0.0, total)), 1)


def _versions(exchanges: Sequence[Exchange]) -> dict[str, str]:
    """Return who judged, by technique and kind of reply."""
    return {
        f"{one.judgement.technique}/{one.judgement.source}": one.judgement.version
        for one in exchanges
        if one.judgement.version
    }
