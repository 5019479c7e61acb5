"""What a whole reply shows, as named numbers: the heads see stretches, a trainer sees all of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log, log1p
from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.grading.text import han

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from uss_trainer.grading.evidence import Unit
    from uss_trainer.grading.values import Evidence

    Shares = NDArray[np.float64]
    Signals = dict[str, float]

LEAST = 0.002
"""Share below which nothing can be told apart; the odds of 0 and 1 would else be endless."""

LATIN = 0.4
"""What a Latin letter says beside a Chinese character."""

GUARDS = (
    "negated",
    "announced",
    "titles",
    "keywords",
    "parrot",
    "copied-customer",
    "repeated",
    "sham",
)
MANNERS = ("argue", "concede", "disparage", "impolite", "lose-face", "overpromise", "pressure")
"""Faults that often stand where a step should: what they say of a stretch bears on its steps."""

CARELESS = ("feature-dump", "judge", "off-topic")


@dataclass(frozen=True)
class Sight:
    """The heads' shares for one reply; one row a stretch, the last row all of the reply."""

    text: str
    units: Sequence[Unit]
    steps: tuple[str, ...]
    bars: tuple[float, ...]
    own: Shares
    """Shape (stretches, steps)."""

    free: Shares
    """The same, nought where a guard strikes."""

    faults: tuple[str, ...]
    blame: Shares
    """Shape (stretches, faults)."""

    shut: frozenset[str]
    manner: Mapping[str, float]
    """How likely each fault, or sham, is by the whole reply."""

    does: Mapping[str, float]
    """How likely each step is by the whole reply; empty where nobody labelled such replies."""

    answered: bool
    """Whether a customer's line stands before the reply."""

    near: float
    """Cosine of the reply and the customer's line; 0 without one."""

    @cached_property
    def shared(self) -> Signals:
        """What is true of the reply whatever step or fault is asked about."""
        return reply_signals(self)


def odds(share: float) -> float:
    """Return the logarithm of a share's odds, within ±6.2."""
    share = min(max(share, LEAST), 1 - LEAST)
    return log(share / (1 - share))


def reply_signals(sight: Sight) -> Signals:
    """Return what is true of the reply whatever step or fault is asked about."""
    best = np.sort(sight.free.max(axis=0))[::-1]
    over = sight.free.max(axis=0) >= np.array(sight.bars)
    wrong = sight.blame.sum(axis=1)
    chinese = han(sight.text)
    size = chinese + LATIN * (len(sight.text) - chinese)
    struck = frozenset().union(*(unit.guards for unit in sight.units))
    return {
        "best-step": odds(float(best[0])),
        "second-step": odds(float(best[1])) if len(best) > 1 else odds(0),
        "steps": float(over.sum()),
        "any-step": float(over.any()),
        "covered": odds(float(sight.free.sum(axis=1).max())),
        "covered-whole": odds(float(sight.free[-1].sum())),
        "seen-whole": odds(float(sight.own[-1].sum())),
        "wrong": odds(float(wrong.max())),
        "wrong-whole": odds(float(wrong[-1])),
        "size": log1p(size),
        "length": size / 50,
        "stretches": float(len(sight.units)),
        "chinese": float(chinese > 0.2 * len(sight.text)),
        "answered": float(sight.answered),
        "near": sight.near,
        **{f"guard-{name}": float(name in struck) for name in GUARDS},
    }


def step_signals(sight: Sight, column: int) -> Signals:
    """Return what bears on one step."""
    own, free = sight.own[:, column], sight.free[:, column]
    place = int(free.argmax())
    best = float(free[place])
    others = np.delete(sight.free.max(axis=0), column)
    ranked = np.sort(free)[::-1]
    wrong = sight.blame.sum(axis=1)
    unit, whole = sight.units[place], max(1, sight.units[-1].end - sight.units[-1].start)
    told = {
        "does": odds(sight.does.get(sight.steps[column], best)),
        "step": odds(best),
        "step-unguarded": odds(float(own.max())),
        "step-whole": odds(float(own[-1])),
        "step-again": odds(float(ranked[1])) if len(ranked) > 1 else odds(best),
        "bar": sight.bars[column],
        "other-step": odds(float(others.max())) if others.size else odds(0),
        "better-steps": float((others > best).sum()),
        "nothing-here": float(1 - sight.free[place].sum()),
        "wrong-here": odds(float(wrong[place])),
        "part": (unit.end - unit.start) / whole,
        "place": unit.start / max(1, len(sight.text)),
        "shut": float(sight.steps[column] in sight.shut),
    }
    for fault in MANNERS:
        shares = sight.blame[:, sight.faults.index(fault)] if fault in sight.faults else None
        told[f"{fault}-here"] = odds(float(shares[place])) if shares is not None else odds(0)
        told[f"{fault}-whole"] = odds(float(shares[-1])) if shares is not None else odds(0)
    return {**told, **sight.shared}


def fault_signals(sight: Sight, column: int) -> Signals:
    """Return what bears on one fault."""
    share, wrong = sight.blame[:, column], sight.blame.sum(axis=1)
    others = np.delete(sight.blame, column, axis=1)
    rest = float(others.max()) if others.size else 0.0
    worst = int(wrong.argmax())
    most = float(share.max())
    manner = sight.manner.get(sight.faults[column], most)
    return {
        "manner": odds(manner),
        "manner-first": float(manner >= max(sight.manner.get(one, 0.0) for one in sight.faults)),
        "fault": odds(most),
        "fault-whole": odds(float(share[-1])),
        "fault-worst": odds(float(share[worst])),
        "other-fault": odds(rest),
        "other-fault-whole": odds(float(others[-1].max()) if others.size else 0.0),
        "lead": odds(most) - odds(rest),
        "named": odds(float((share / (wrong + 0.01)).max())),
        "named-worst": odds(float(share[worst] / (wrong[worst] + 0.01))),
        "first": float(most >= rest),
        "first-whole": float(int(sight.blame[-1].argmax()) == column),
        **sight.shared,
    }


def quality_signals(
    sight: Sight,
    steps: Sequence[Evidence],
    methods: Sequence[Evidence],
    faults: Sequence[Evidence],
) -> Signals:
    """Return what bears on how well the reply does what it does."""
    met = sum(len(step.met) for step in steps)
    asked = met + sum(len(step.missed) for step in steps)
    most = dict(zip(sight.faults, sight.blame.max(axis=0), strict=True)) if sight.faults else {}
    return {
        "criteria": met / asked if asked else 0.5,
        "criteria-met": float(met),
        "criteria-missed": float(asked - met),
        "done": float(len(steps)),
        "done-any": float(bool(steps)),
        "confidence": max((step.confidence for step in steps), default=0.0),
        "methods": float(len(methods)),
        "faults": float(len(faults)),
        "question": float("?" in sight.text or "？" in sight.text),
        "manner-wrong": odds(sum(sight.manner.get(fault, 0.0) for fault in sight.faults)),
        "shout": float("!" in sight.text or "！" in sight.text),
        **{f"{name}-most": float(most.get(name, 0.0)) for name in (*MANNERS, *CARELESS)},
        **sight.shared,
    }
