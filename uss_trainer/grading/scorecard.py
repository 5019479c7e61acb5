"""The score of a whole conversation, every part of it such that it can be redone by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.grading.card import Deduction, Scorecard
from uss_trainer.grading.card_parts import counts, fields_of, parts_of
from uss_trainer.grading.talk import minutes
from uss_trainer.grading.tally import in_order, performed, plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.content.rubrics import Band, Faults, Rubric, Scale
    from uss_trainer.grading.card_parts import Counted, Ordering
    from uss_trainer.grading.tally import Plan
    from uss_trainer.grading.values import Exchange


def as_played(
    exchanges: Sequence[Exchange], given: Plan, accept: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the steps as they were first performed, and the longest run of them in order."""
    done = performed(exchanges, given, accept)
    return done, in_order(done, given)


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

    `rubrics` by technique, the scenario's own first; `talk_minutes` is the scenario's own limit,
    None where the technique's holds; `ordered` tells the steps as they came and those in order;
    `timed` is the trainee's talk and both sides', in minutes, where it needn't be estimated.
    """
    parts = parts_of(exchanges, rubrics, scale, talk_minutes, timed)
    lost = (*_faults(exchanges, faults, scale), *_hints(hints, scale))
    now, later = counts(exchanges, plan(exchanges, rubrics), scale, parts.coverage_of, ordered)
    rest = parts.methods + parts.key_points - sum(one.points for one in lost)
    return Scorecard(
        technique=next(iter(rubrics)),
        order_of=scale.order,
        deductions=lost,
        versions=_versions(exchanges),
        **fields_of(parts),
        **fields_of(now),
        **fields_of(_verdict(now, later, rest, scale)),
        **fields_of(_talk(exchanges, scale, timed)),
    )


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What it all comes to."""

    total: float
    total_if_open: float
    band: str
    passed: bool
    missed_must: tuple[str, ...]


def _verdict(now: Counted, later: Counted, rest: float, scale: Scale) -> _Verdict:
    """Return the total, now and with everything open accepted, and the band it lies in."""
    total = _clamp(now.coverage + now.order + rest)
    missed = tuple(row.step for row in now.steps if row.due and row.must and not row.quality)
    band = band_of(total, bool(missed), scale)
    open_too = max(total, _clamp(later.coverage + later.order + rest))
    return _Verdict(total, open_too, band.id, band.passes, missed)


@dataclass(frozen=True, slots=True)
class _Talk:
    """How long it took, and which turns nobody could judge."""

    talk_minutes: float
    talk_share: float
    think_seconds: float
    open_turns: tuple[int, ...]


def _talk(exchanges: Sequence[Exchange], scale: Scale, timed: tuple[float, float] | None) -> _Talk:
    own, both = timed or minutes(exchanges, scale)
    think = sum(exchange.seconds for exchange in exchanges)
    share = round(own / both, 3) if both else 0.0
    return _Talk(round(both, 2), share, round(think, 1), _open(exchanges))


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


def _open(exchanges: Sequence[Exchange]) -> tuple[int, ...]:
    return tuple(turn for turn, one in enumerate(exchanges) if not one.judgement.gradable)


def _clamp(total: float) -> float:
    return round(min(100.0, max(0.0, total)), 1)


def _versions(exchanges: Sequence[Exchange]) -> dict[str, str]:
    """Return who judged, by technique and kind of reply."""
    return {
        f"{one.judgement.technique}/{one.judgement.source}": one.judgement.version
        for one in exchanges
        if one.judgement.version
    }
