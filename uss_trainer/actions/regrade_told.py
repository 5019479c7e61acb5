"""What grading again found, as plain values: the JSON of `regrade`."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uss_trainer.actions.regraded import Moved, Regrade
    from uss_trainer.actions.verified import Again
    from uss_trainer.grading.card import Scorecard


def as_plain(found: Regrade) -> dict[str, object]:
    """Return what `regrade` found under the keys of `docs/command-line.md`."""
    return {
        "looked_at": found.looked_at,
        "moved": sum(one.moved for one in found.others),
        "written": found.written,
        "attempts": [moved_as_plain(one) for one in found.others],
        "by_step": dict(sorted(steps(found).items())),
        "no_rubric": dict(found.gone),
    }


def steps(found: Regrade) -> Counter[str]:
    """Return how often each step is found now where it wasn't, less where it was and isn't now."""
    count: Counter[str] = Counter()
    for one in found.others:
        for turn in one.turns:
            count.update(set(turn.now.step_ids) - set(turn.stored.step_ids))
            count.subtract(set(turn.stored.step_ids) - set(turn.now.step_ids))
    return Counter({step: by for step, by in count.items() if by})


def moved_as_plain(one: Moved) -> dict[str, object]:
    """Return one attempt that comes out otherwise."""
    return {
        "attempt": one.attempt.id,
        "person": one.attempt.person,
        "name": one.person,
        "scenario": one.attempt.scenario,
        "moved": one.moved,
        "before": _figures(one.before),
        "after": _figures(one.after),
        "differs": list(one.parts),
        "versions": [asdict(version) for version in one.versions],
        "turns": [_turn(turn) for turn in one.changed],
    }


def _figures(card: Scorecard) -> dict[str, object]:
    return {
        name: getattr(card, name)
        for name in ("total", "total_if_open", "band", "passed", "missed_must")
    }


def _turn(turn: Again) -> dict[str, object]:
    before, after = set(turn.stored.step_ids), set(turn.now.step_ids)
    return {
        "number": turn.number,
        "turn": turn.place,
        "differs": list(turn.differs),
        "gained": sorted(after - before),
        "lost": sorted(before - after),
        "faults_gained": sorted(set(turn.now.fault_ids) - set(turn.stored.fault_ids)),
        "faults_lost": sorted(set(turn.stored.fault_ids) - set(turn.now.fault_ids)),
        "quality": {"before": turn.stored.quality, "after": turn.now.quality},
    }
