"""How well a reply did what it did: what the scales say, within what a trainer would allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from uss_trainer.grading.values import Evidence
    from uss_trainer.grading.weighing import Scales

NOT_DUE = 1
"""The most a reply is worth that performs nothing, or nothing that was due here."""

TOLD = 2
"""How many grounds are told."""

SOME = 0.1
"""Part of a grade a ground must move to be told."""

_GROUNDS = {
    "criteria": ("criteria", "criteria-met", "criteria-missed"),
    "fault": ("faults", "wrong", "wrong-whole"),
    "size": ("size", "length", "stretches"),
    "manner": ("question", "shout", "methods"),
    "fit": ("near", "answered"),
}
_DONE = ("done", "step", "cover", "seen", "confidence", "any")


def allowed(quality: int, steps: Sequence[Evidence], due: Collection[str]) -> int:
    """Return `quality`, held down where nothing was performed or nothing of what was due."""
    counts = any(not due or step.id in due for step in steps)
    return quality if counts else min(quality, NOT_DUE)


def grounds(scales: Scales, signals: Mapping[str, float]) -> tuple[str, ...]:
    """Return what moved the quality most, strongest first: `size-`, `criteria+`, …"""
    moved: dict[str, float] = {}
    for name, share in scales.shares(signals).items():
        ground = _ground(name)
        if ground:
            moved[ground] = moved.get(ground, 0.0) + share
    strong = sorted(moved, key=lambda ground: (-round(abs(moved[ground]), 3), ground))
    return tuple(
        f"{ground}{'+' if moved[ground] > 0 else '-'}"
        for ground in strong[:TOLD]
        if abs(moved[ground]) >= SOME
    )


def _ground(signal: str) -> str:
    """Return which ground a signal belongs to; empty for what a reader can't act on."""
    for ground, names in _GROUNDS.items():
        if signal in names:
            return ground
    if signal.endswith("-most"):
        return "fault"
    if signal.startswith("guard-"):
        return "guards"
    return "done" if any(part in signal for part in _DONE) else ""
