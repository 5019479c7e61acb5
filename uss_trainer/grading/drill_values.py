"""What was answered in a drill, and what it is worth; plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["right", "moved", "wrong", "missing", "extra", "left", "none"]
"""Of an item: as it should be; out of order; matched or chosen wrongly; left out though it belongs;
taken though it doesn't; rightly left; not answered. Of a step: `right`, `missing`, or `open`'s
`none`; of a fault: `extra`."""

Part = Literal["order", "match", "choose", "belongs", "steps", "faults"]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer."""

    ids: tuple[str, ...] = ()
    """The items ordered, chosen or picked, in the order given."""

    pairs: tuple[tuple[str, str], ...] = ()
    """Item and target, of a drill that matches."""

    text: str = ""
    """What was said."""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one item, step or fault."""

    id: str
    verdict: Verdict
    wanted: str = ""
    """Where it belongs: the place from 1, or the target."""

    given: str = ""
    """Where it was put; empty where nowhere."""

    points: float = 0.0
    """What a step earned, or what a fault cost; 0 for items, whose points are summed up."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One part of the total, such that it can be worked out by hand."""

    part: Part
    points: float
    of: float
    """The most it could be; 0 for what only costs."""

    right: int
    """Items in order, matched, chosen or picked rightly; steps done; faults."""

    wrong: int
    """Items chosen or picked that don't belong; 0 for other parts."""

    count: int
    """Items, or steps due, that there are."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The score of one answer."""

    total: float
    """0 to 100, one decimal."""

    total_if_open: float
    """The same if everything too close to call were accepted; equal where nothing is open."""

    band: str
    passed: bool
    sums: tuple[Sum, ...]
    rows: tuple[Row, ...]
    """In the drill's own order; steps in the order due, then faults."""

    reason: str = ""
    """Why what was said couldn't be graded; empty where it could."""
