"""Every way of choosing through a scenario, as far as that can be counted and played."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.authoring.walk import Played, result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uss_trainer.authoring.course import Course, Place, Way
    from uss_trainer.authoring.noted import Noted

MOST_PLACES = 4000
"""Places looked at; a scenario with more is only walked by chance."""

MOST_WAYS = 5000
"""Ways that are all played and scored; where there are more they are only counted."""


@dataclass(frozen=True, slots=True)
class EveryWay:
    """What choosing can come to."""

    places: int
    """Places looked at."""

    complete: bool
    """Whether there are no more."""

    ways: int | None
    """Ways from the first scene to an ending; None where they can't be counted: not all places
    were looked at, or some way goes in circles."""

    played: tuple[Played, ...] = ()
    """What each way comes to; empty where there are too many."""


def every_way(course: Course, noted: Noted, tick: Callable[[int], object] = int) -> EveryWay:
    """Look at every place that choosing leads to, and score every way where there are few."""
    found = _found(course, noted, tick)
    if found is None:
        return EveryWay(MOST_PLACES, False, None)
    ways = _count(course.start)
    if ways is None or ways > MOST_WAYS:
        return EveryWay(len(found), True, ways)
    played = tuple(result(course.edition, way) for way in _all(course.start))
    return EveryWay(len(found), True, ways, played)


def _found(course: Course, noted: Noted, tick: Callable[[int], object]) -> set[Place] | None:
    """Return the places that choosing leads to; None where they are too many."""
    seen = {course.start}
    waiting = deque(seen)
    while waiting:
        place = waiting.popleft()
        for reply in place.offered:
            way = course.choose(place, reply)
            noted.ways([way])
            if way.to not in seen:
                seen.add(way.to)
                waiting.append(way.to)
        tick(1)
        if len(seen) > MOST_PLACES:
            return None
    return seen


def _chosen(place: Place) -> list[Way]:
    return [place.ways[reply.id] for reply in place.offered]


def _count(start: Place) -> int | None:
    """Return how many ways lead from a place to endings; None where one comes back to itself."""
    counts: dict[Place, int] = {}
    open_: set[Place] = set()
    stack = [start]
    while stack:
        place = stack[-1]
        later = [way.to for way in _chosen(place)]
        todo = [to for to in later if to not in counts]
        if any(to in open_ for to in todo):
            return None
        if todo:
            open_.add(place)
            stack += todo
            continue
        open_.discard(place)
        counts[place] = sum(counts[to] for to in later) if later else 1
        stack.pop()
    return counts[start]


def _all(start: Place) -> Iterator[list[Way]]:
    """Yield every way to an ending."""
    stack: list[list[Way]] = [[way] for way in reversed(_chosen(start))]
    while stack:
        ways = stack.pop()
        place = ways[-1].to
        if place.position.ending:
            yield ways
        else:
            stack += [[*ways, way] for way in reversed(_chosen(place))]
