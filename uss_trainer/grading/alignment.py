"""Where the steps of a whole call stand: the best way through it that never goes back.

A real call comes back to its steps, says them twice and mixes them. So each mention of a step is
one *visit*, and the best path is the row of visits, in the order they were said, whose steps never
fall behind the manual's order. Steps may be left out, come again at once or share an utterance.
Of all such rows the one with most different steps wins; of those the one whose mentions are
strongest together (confidence × quality's share, summed), so that a step stands where it was done
best. Two as good are told apart the same way every time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.grading.tally import undecided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from uss_trainer.grading.tally import Plan
    from uss_trainer.grading.values import Exchange

SHARE = (0.25, 0.5, 0.8, 1.0)
"""How much a mention weighs by its reply's quality, 0 to 3; even a poor one shows the place."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One step performed in one utterance."""

    turn: int
    """Place of the exchange, from 0."""

    step: str
    strength: float
    """Confidence × the share of its reply's quality."""

    start: int = 0
    """Where its words begin in the reply."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A row of visits, its last one first to hand."""

    steps: int = 0
    strength: float = 0.0
    last: Visit | None = None
    before: _Way | None = None


def visits(exchanges: Sequence[Exchange], given: Plan) -> list[Visit]:
    """Return every mention of a step in the order it was said."""
    found = [
        Visit(turn, one.id, round(one.confidence * SHARE[exchange.judgement.quality], 4), one.start)
        for turn, exchange in enumerate(exchanges)
        for one in exchange.judgement.steps
        if one.id in given.steps
    ]
    return sorted(found, key=lambda one: (one.turn, one.start, given.rank[one.step]))


def best_path(said: Sequence[Visit], rank: Mapping[str, int]) -> tuple[Visit, ...]:
    """Return the best path through the visits.

    Dynamic programme over places (a rank, and which of its steps were met there: steps that may
    loop share a rank): the best way to each place, one visit after the other.
    """
    best: dict[tuple[int, frozenset[str]], _Way] = {(-1, frozenset()): _Way()}
    for visit in said:
        at = rank[visit.step]
        ways: dict[tuple[int, frozenset[str]], _Way] = {}
        for (place, met), way in best.items():
            if place <= at:
                here = met | {visit.step} if place == at else frozenset({visit.step})
                new = place < at or visit.step not in met
                gone = _Way(way.steps + new, round(way.strength + visit.strength, 4), visit, way)
                _keep(ways, (at, here), gone)
        for there, way in ways.items():
            _keep(best, there, way)
    way = max(best.values(), key=lambda one: (one.steps, one.strength))
    return _row(way)


def _keep(
    ways: dict[tuple[int, frozenset[str]], _Way], place: tuple[int, frozenset[str]], way: _Way
) -> None:
    """Keep the better way to a place, the earlier of two as good."""
    old = ways.get(place)
    if old is None or (old.steps, old.strength) < (way.steps, way.strength):
        ways[place] = way


def _row(way: _Way) -> tuple[Visit, ...]:
    row: list[Visit] = []
    while way.last is not None and way.before is not None:
        row.append(way.last)
        way = way.before
    return tuple(reversed(row))


def aligned(
    exchanges: Sequence[Exchange], given: Plan, accept: bool, free: AbstractSet[str] = frozenset()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the steps performed, each where the best path has it, else where it first came; and
    those in order.

    Steps in `free` come when the customer calls for them and are in order anywhere. With `accept`,
    whatever is undecided counts as performed.
    """
    said = visits(exchanges, given)
    if accept:
        said += [
            Visit(turn, step, 1.0)
            for turn, exchange in enumerate(exchanges)
            for step in undecided(exchange) & set(given.steps)
        ]
        said.sort(key=lambda one: (one.turn, one.start, given.rank[one.step]))
    path = best_path([one for one in said if one.step not in free], given.rank)
    ordered = {one.step for one in path}
    counted = [one for one in said if one in set(path) or one.step not in ordered]
    done = tuple(dict.fromkeys(one.step for one in counted))
    return done, tuple(step for step in done if step in ordered or step in free)


def windows(
    turns: int, path: Sequence[Visit], rank: Mapping[str, int]
) -> tuple[tuple[int, int], ...]:
    """Return for each exchange the lowest and highest rank that could still come in order there."""
    found = []
    top = max(rank.values(), default=0)
    for turn in range(turns):
        low = max((rank[one.step] for one in path if one.turn < turn), default=0)
        high = min((rank[one.step] for one in path if one.turn > turn), default=top)
        found.append((low, high))
    return tuple(found)
