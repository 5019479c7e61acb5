"""An answer in the making: items shuffled, moved, chosen, matched; every change gives a new value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from uss_trainer.content.drills import (
    ChooseDrill,
    ListDrill,
    MatchDrill,
    OrderDrill,
    PickDrill,
    wanted,
)
from uss_trainer.grading.drill_values import Given


@dataclass(frozen=True, slots=True)
class Draft:
    """How an answer stands."""

    kind: str
    rows: tuple[str, ...]
    """The items as shown."""

    taken: tuple[str, ...] = ()
    """What is chosen or picked, in the order it was."""

    pairs: tuple[tuple[str, str], ...] = ()
    """Which item is matched with which target."""

    targets: tuple[str, ...] = ()
    single: bool = False
    """Whether choosing one item lets go of the other."""

    @property
    def given(self) -> Given:
        """The answer as it would be sent."""
        return Given(self.rows if self.kind == "order" else self.taken, self.pairs)

    @property
    def complete(self) -> bool:
        """Whether there is something to send: of a match, a target for every item."""
        if self.kind == "match":
            return len(self.pairs) == len(self.rows)
        return self.kind == "order" or bool(self.taken)

    def target(self, item: str) -> str:
        """Return what an item is matched with; empty where nothing."""
        return dict(self.pairs).get(item, "")


def begin(drill: ListDrill, seed: int) -> Draft:
    """Return the draft a drill starts with; the same seed shuffles alike everywhere."""
    ids = [item.id for item in drill.items]
    rows = shuffled(ids, seed)
    if isinstance(drill, OrderDrill | PickDrill) and _gives_away(rows, wanted(drill)):
        rows = rows[::-1]
    targets = tuple(target.id for target in drill.targets) if isinstance(drill, MatchDrill) else ()
    single = isinstance(drill, ChooseDrill) and len(wanted(drill)) == 1
    return Draft(drill.kind, rows, targets=targets, single=single)


def shuffled(ids: list[str], seed: int) -> tuple[str, ...]:
    """Return ids in an order that only the seed decides, on every machine and Python."""
    return tuple(sorted(ids, key=lambda one: sha256(f"{seed}/{one}".encode()).digest()))


def _gives_away(rows: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return tuple(one for one in rows if one in right) == right


def shift(draft: Draft, item: str, by: int) -> Draft:
    """Move an item up (negative) or down, no further than the ends."""
    return put(draft, item, draft.rows.index(item) + by)


def put(draft: Draft, item: str, place: int) -> Draft:
    """Move an item to a place, from 0, or to the nearer end."""
    rest = [one for one in draft.rows if one != item]
    at = min(max(place, 0), len(rest))
    return replace(draft, rows=(*rest[:at], item, *rest[at:]))


def toggle(draft: Draft, item: str) -> Draft:
    """Take an item, after those taken already, or let go of it."""
    if item in draft.taken:
        return replace(draft, taken=tuple(one for one in draft.taken if one != item))
    return replace(draft, taken=(item,) if draft.single else (*draft.taken, item))


def rank(draft: Draft, item: str, place: int) -> Draft:
    """Take an item at a place among those taken, from 0."""
    rest = [one for one in draft.taken if one != item]
    at = min(max(place, 0), len(rest))
    return replace(draft, taken=(*rest[:at], item, *rest[at:]))


def match(draft: Draft, item: str, target: str) -> Draft:
    """Match an item with a target, in place of the one it had."""
    rest = tuple(pair for pair in draft.pairs if pair[0] != item)
    return replace(draft, pairs=(*rest, (item, target)))


def cycle(draft: Draft, item: str, by: int) -> Draft:
    """Match an item with the next or previous target."""
    now = draft.target(item)
    at = draft.targets.index(now) + by if now else (0 if by > 0 else -1)
    return match(draft, item, draft.targets[at % len(draft.targets)])
