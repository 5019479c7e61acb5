"""Let walkers play a scenario a thousand times over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.opened import opened
from uss_trainer.authoring.course import Course
from uss_trainer.authoring.every_way import MOST_PLACES, EveryWay, every_way
from uss_trainer.authoring.noted import Noted, Unseen
from uss_trainer.authoring.walk import (
    LONGEST,
    Runaway,
    Walked,
    buckets,
    spread,
    walk,
)
from uss_trainer.authoring.walkers import WALKERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.edition import Edition

__all__ = ["LONGEST", "Unseen", "WalkRun", "Walked", "Walks", "buckets", "spread", "walk_run"]


@dataclass(frozen=True, slots=True)
class Walks:
    """What all plays came to."""

    walked: tuple[Walked, ...]
    every: EveryWay
    unseen: Unseen
    runaways: tuple[Runaway, ...]
    turns: int


@dataclass(frozen=True, slots=True)
class WalkRun:
    """A walk about to begin, its length known so that progress can be shown."""

    edition: Edition
    plays: int
    seed: int
    lang: str

    @property
    def length(self) -> int:
        """What the ticks of `results` add up to at most."""
        return len(WALKERS) * self.plays + MOST_PLACES

    @property
    def scenario(self) -> str:
        """The scenario's id."""
        return self.edition.scenario.id

    def results(self, tick: Callable[[int], object] = int) -> Walks:
        """Play and return everything; `tick` is told of progress."""
        noted = Noted()
        choosing = Course(self.edition, self.lang)
        typing = Course(self.edition, self.lang, typed=True)
        chosen = walk(choosing, WALKERS[:-1], self.plays, self.seed, noted, tick)
        typed = walk(typing, WALKERS[-1:], self.plays, self.seed, noted, tick)
        every = every_way(choosing, noted, tick)
        return Walks(
            (*chosen.walked, *typed.walked),
            every,
            noted.unseen(self.edition),
            (*chosen.runaways, *typed.runaways),
            chosen.turns + typed.turns,
        )


def walk_run(desk: Desk, scenario: str, *, plays: int, seed: int, lang: str) -> WalkRun:
    """Return a walk through a scenario named by id or file; TrainerError where it can't be read."""
    return WalkRun(opened(desk, scenario), max(plays, 1), seed, lang)
