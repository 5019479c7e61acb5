"""A drill done: one person answering one drill once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from uss_trainer.coaching.people import ME


@dataclass(frozen=True, slots=True)
class Drilled:
    """What is known of an answered drill without the answer."""

    id: str
    drill: str
    pack: str
    kind: str
    """`order`, `match`, `choose`, `pick` or `say`."""

    edition: str
    """Digest of the content it was answered on."""

    lang: str
    """The language it was answered in."""

    seed: int
    """What shuffled its items."""

    me: str
    at: str
    """ISO 8601, UTC."""

    seconds: float
    """From the drill being shown to the answer."""

    total: float
    total_if_open: float
    band: str
    passed: bool
    person: str = ME
    """Id of who answered."""


def best_and_last(done: Iterable[Drilled]) -> dict[str, tuple[Drilled, Drilled]]:
    """Return the best and the last result by drill; `done` comes oldest first."""
    found: dict[str, tuple[Drilled, Drilled]] = {}
    for one in done:
        best = found[one.drill][0] if one.drill in found else one
        found[one.drill] = (one if one.total > best.total else best, one)
    return found
