"""What keys and mouse do to an answer: where the hand is, what it holds, what it moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from uss_trainer.player.drilling import Draft, cycle, match, put, rank, shift, toggle


@dataclass(frozen=True, slots=True)
class Hand:
    """An answer and the row the hand is at."""

    draft: Draft
    at: int = 0
    held: str = ""
    """The item picked up; empty where none is."""

    @property
    def item(self) -> str:
        """The item at hand."""
        return self.draft.rows[self.at]

    def may(self, move: str) -> bool:
        """Return whether a move means anything for this kind of drill."""
        matching = self.draft.kind == "match"
        return {"take": not matching, "change": matching}.get(move, True)


def step(hand: Hand, by: int) -> Hand:
    """Go to the next or previous row, from the last on to the first; what is held comes along."""
    if hand.held:
        return _at(replace(hand, draft=shift(hand.draft, hand.held, by)), hand.held)
    return replace(hand, at=(hand.at + by) % len(hand.draft.rows))


def take(hand: Hand, _: int = 0) -> Hand:
    """Pick the item up or put it down; choose it or let go of it."""
    if hand.draft.kind == "match":
        return hand
    if hand.draft.kind == "order":
        return replace(hand, held="" if hand.held else hand.item)
    return replace(hand, draft=toggle(hand.draft, hand.item))


def number(hand: Hand, value: int) -> Hand:
    """Do what a number from 1 means: in an order the item's place, in a match its target, in a
    choice the row to choose, in a pick the place among those taken."""
    draft, item = hand.draft, hand.item
    if draft.kind == "match":
        if value > len(draft.targets):
            return hand
        matched = match(draft, item, draft.targets[value - 1])
        return replace(hand, draft=matched, at=min(hand.at + 1, len(draft.rows) - 1))
    if value > len(draft.rows):
        return hand
    if draft.kind == "choose":
        return Hand(toggle(draft, draft.rows[value - 1]), value - 1)
    move = put if draft.kind == "order" else rank
    return _at(Hand(move(draft, item, value - 1)), item)


def change(hand: Hand, by: int) -> Hand:
    """Match the item at hand with the next or previous target."""
    if hand.draft.kind != "match":
        return hand
    return replace(hand, draft=cycle(hand.draft, hand.item, by))


def click(hand: Hand, place: int) -> Hand:
    """Put what is held at a place; else go there and take what is there."""
    if hand.held:
        return _at(Hand(put(hand.draft, hand.held, place)), hand.held)
    return take(replace(hand, at=place))


def _at(hand: Hand, item: str) -> Hand:
    return replace(hand, at=hand.draft.rows.index(item))


MOVES: dict[str, Callable[[Hand, int], Hand]] = {
    "step": step,
    "take": take,
    "number": number,
    "change": change,
    "click": click,
}
