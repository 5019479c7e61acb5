"""The score of a whole conversation, every part of it such that it can be redone by hand."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from uss_trainer.grading.tally import (
    Plan,
    best_turns,
    in_order,
    performed,
    plan,
    step_scores,
)
from uss_trainer.grading.text import speech_minutes
from uss_trainer.grading.values import Deduction, KeyPointScore, Scorecard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.content.rubrics import Band, Faults, KeyPoint, Rubric, Scale
    from uss_trainer.grading.values import Exchange, StepScore


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
) -> Scorecard:
    """Return the scorecard of a conversation.

    `rubrics` are those of the scenario by technique, its own first; `talk_minutes` is the
    scenario's own limit on the talk, None where the technique's holds.
    """
    given = plan(exchanges, rubrics)
    parts = _parts(exchanges, _used(exchanges, rubrics), scale, talk_minutes)
    lost = (*_faults(exchanges, faults, scale), *_hints(hints, scale))
    rest = parts.methods + parts.key_points - sum(one.points for one in lost)
    now = _count(exchanges, given, scale, parts.coverage_of, accept=False)
    later = _count(exchanges, given, scale, parts.coverage_of, accept=True)
    total = _clamp(now.coverage + now.order + rest)
    missed = tuple(row.step for row in now.steps if row.due and row.must and not row.quality)
    band = band_of(total, bool(missed), scale)
    own, both = _minutes(exchanges, scale)
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
    exchanges: Sequence[Exchange], used: Mapping[str, Rubric], scale: Scale, limit: float | None
) -> _Parts:
    """Return methods and key points, and what coverage can bring where one of them is lacking."""
    points = _key_points(exchanges, used, scale, limit)
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
    exchanges: Sequence[Exchange], given: Plan, scale: Scale, points: float, accept: bool
) -> _Counted:
    """Return the parts that steps earn, as things stand or with everything open accepted."""
    best = best_turns(exchanges, given, accept)
    rows = step_scores(exchanges, best, given, scale, points)
    done = performed(exchanges, given, accept)
    run = in_order(done, given)
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


def _key_points(
    exchanges: Sequence[Exchange], used: Mapping[str, Rubric], scale: Scale, limit: float | None
) -> tuple[KeyPointScore, ...]:
    """Return the measurable key points, each over the turns of its technique."""
    rows = []
    for technique, rubric in used.items():
        turns = [one for one in exchanges if one.judgement.technique == technique]
        own, both = _minutes(turns, scale)
        rows += [
            _key_point(point, own, both, limit)
            for point in rubric.key_points
            if point.measure is not None and point.max is not None
        ]
    return tuple(rows)


def _key_point(point: KeyPoint, own: float, both: float, limit: float | None) -> KeyPointScore:
    most = point.max or 0.0
    if point.measure == "talk-minutes":
        most, value = limit or most, both
    else:
        value = own / both if both else 0.0
    value = round(value, 2)
    return KeyPointScore(point.id, value, most, value <= most)


def _minutes(exchanges: Sequence[Exchange], scale: Scale) -> tuple[float, float]:
    """Return the trainee's talk and both sides' together, in minutes."""
    own = sum(speech_minutes(exchange.reply, scale) for exchange in exchanges)
    return own, own + sum(speech_minutes(exchange.customer, scale) for exchange in exchanges)


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
