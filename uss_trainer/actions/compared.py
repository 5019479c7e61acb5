"""What two judgements of a reply, and two cards of a conversation, differ in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from uss_trainer.player.state import State

if TYPE_CHECKING:
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.actions.verified import Again
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.grading.values import Evidence, Judgement


def judged_anew(sitting: Sitting, turns: Sequence[Again]) -> Sitting:
    """Return the sitting as if its turns had been judged so from the first."""
    state = sitting.state
    anew = tuple(
        replace(turn, exchange=replace(turn.exchange, judgement=one.now))
        for turn, one in zip(state.turns, turns, strict=True)
    )
    return replace(sitting, state=State(state.position, anew, state.hinted_in))


def differs(stored: Judgement, now: Judgement) -> tuple[str, ...]:
    """Return what two judgements differ in; how sure they are is no part of a score."""
    kinds = ("steps", "methods", "faults", "suspected", "open")
    ids = [kind for kind in kinds if _each(stored, kind, _id) != _each(now, kind, _id)]
    plain = ("quality", "reason", "guards")
    ids += [name for name in plain if getattr(stored, name) != getattr(now, name)]
    told: Mapping[str, Callable[[Evidence], object]] = {
        "words": lambda one: (one.id, one.start, one.end),
        "lines": lambda one: (one.id, one.line),
    }
    for name, what in told.items():
        if not ids and any(_each(stored, kind, what) != _each(now, kind, what) for kind in kinds):
            ids.append(name)
    return tuple(ids)


def _id(one: Evidence) -> object:
    return one.id


def _each(
    judgement: Judgement, kind: str, what: Callable[[Evidence], object]
) -> tuple[object, ...]:
    return tuple(what(one) for one in getattr(judgement, kind))


def card_differs(stored: Scorecard, now: Scorecard) -> Iterator[str]:
    """Yield the parts of two cards that differ; who judged is told apart."""
    before, after = asdict(stored), asdict(now)
    yield from (name for name in before if name != "versions" and before[name] != after[name])
