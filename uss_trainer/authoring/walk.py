"""Play a scenario many times over: what is never seen, and how the scores lie."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from uss_trainer.authoring.course import Course
from uss_trainer.authoring.walkers import Walker, step
from uss_trainer.grading.scorecard import scorecard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from uss_trainer.authoring.course import Way
    from uss_trainer.authoring.noted import Noted
    from uss_trainer.content.edition import Edition

LONGEST = 200
"""Turns after which a play is stopped: no conversation is that long, so it runs in circles."""

CHUNK = 50
"""Plays between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Played:
    """One play to an ending."""

    total: float
    passed: bool
    ending: str
    turns: int


@dataclass(frozen=True, slots=True)
class Runaway:
    """A play that came to no ending."""

    walker: Walker
    scenes: tuple[str, ...]
    """The scenes it went round in at last, in the file's order."""


@dataclass(frozen=True, slots=True)
class Walked:
    """Everything one walker's plays came to."""

    walker: Walker
    played: tuple[Played, ...]
    runaways: int


@dataclass(frozen=True, slots=True)
class Walk:
    """All walkers' plays."""

    walked: tuple[Walked, ...]
    runaways: tuple[Runaway, ...]
    """One for each circle some play was caught in."""

    turns: int


def walk(
    course: Course,
    walkers: Sequence[Walker],
    plays: int,
    seed: int,
    noted: Noted,
    tick: Callable[[int], object] = int,
) -> Walk:
    """Let each of `walkers` play `plays` times; the same `seed` gives the same plays.

    `noted` takes what was seen; `tick` is told now and then of how many more plays are done.
    """
    noted.places.add(course.start)
    score = _Scores(course.edition)
    walked: list[Walked] = []
    caught: dict[Runaway, None] = {}
    turns = 0
    for walker in walkers:
        dice = Random(f"{seed}/{walker}")
        played: list[Played] = []
        for number in range(plays):
            ways = _play(walker, course, dice)
            noted.ways(ways)
            turns += len(ways)
            if ways[-1].to.position.ending:
                played.append(score(ways))
            else:
                caught[Runaway(walker, _circle(course.edition, ways))] = None
            if number % CHUNK == 0:
                tick(min(CHUNK, plays - number))
        walked.append(Walked(walker, tuple(played), plays - len(played)))
    return Walk(tuple(walked), tuple(caught), turns)


def _play(walker: Walker, course: Course, dice: Random) -> list[Way]:
    """Return the answers of one play, to an ending or to the longest that is let run."""
    place = course.start
    ways: list[Way] = []
    while not place.position.ending and len(ways) < LONGEST:
        way = step(walker, course, place, dice)
        ways.append(way)
        place = way.to
    return ways


def _circle(edition: Edition, ways: Sequence[Way]) -> tuple[str, ...]:
    """Return the scenes of the last quarter of a play that came to no ending."""
    late = {way.to.scene.id for way in ways[-LONGEST // 4 :]}
    return tuple(scene.id for scene in edition.scenario.scenes if scene.id in late)


class _Scores:
    """Scores plays; one that was scored before is remembered."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known: dict[tuple[int, ...], Played] = {}

    def __call__(self, ways: Sequence[Way]) -> Played:
        # The course keeps every way alive, so that its id is its own.
        key = tuple(map(id, ways))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = result(self._edition, ways)
        return found


def result(edition: Edition, ways: Sequence[Way]) -> Played:
    """Return what a play came to."""
    card = scorecard(
        [way.exchange for way in ways],
        edition.rubrics,
        edition.faults,
        edition.scale,
        talk_minutes=edition.scenario.limits.talk_minutes,
    )
    return Played(card.total, card.passed, ways[-1].to.position.ending, len(ways))


def spread(totals: Iterable[float]) -> tuple[float, float, float, float, float]:
    """Return least, lower quartile, median, upper quartile and most; nearest ranks, no means."""
    ranked = sorted(totals)
    last = len(ranked) - 1
    least, lower, median, upper, most = (ranked[round(last * part / 4)] for part in range(5))
    return least, lower, median, upper, most


def buckets(totals: Iterable[float]) -> tuple[int, ...]:
    """Return how many totals lie in 0–9, 10–19, … and 90–100."""
    counted = Counter(min(9, int(total // 10)) for total in totals)
    return tuple(counted[place] for place in range(10))
