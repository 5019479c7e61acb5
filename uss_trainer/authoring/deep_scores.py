"""The best and the worst score that choosing can bring to each ending.

A beam search: of all beginnings of a play the most and the least promising in each scene are gone on
with, so the figures are scores that somebody can get, and nearly always the utmost ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.authoring.course import Course
from uss_trainer.authoring.walk import result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uss_trainer.authoring.course import Place, Way
    from uss_trainer.content.edition import Edition

WIDTH = 3
"""Beginnings kept a scene and direction."""

DEPTH = 40
"""Turns of the longest play looked at."""


@dataclass(frozen=True, slots=True)
class Span:
    """What one ending can be worth."""

    ending: str
    best: float
    """In the language in which it is less."""

    worst: float
    passes: bool
    """Whether the best play passes in both languages."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A play so far, with what it promises."""

    place: Place
    ways: tuple[Way, ...] = ()
    earned: float = 0.0
    due: float = 0.0
    lost: float = 0.0

    @property
    def promise(self) -> float:
        """Points of a hundred that it has earned so far."""
        return 100 * self.earned / self.due - self.lost if self.due else -self.lost


def spans(edition: Edition) -> tuple[Span, ...]:
    """Return what each ending can be worth that choosing comes to, in the file's order."""
    course = Course(edition, "zh")
    weigh = _Weigher(edition)
    begun = [_Begun(course.start)]
    ended: dict[str, list[_Begun]] = {}
    for _ in range(DEPTH):
        ahead = [
            weigh(one, course.choose(one.place, reply))
            for one in begun
            for reply in one.place.offered
        ]
        for one in ahead:
            if one.place.position.ending:
                ended.setdefault(one.place.position.ending, []).append(one)
        begun = _kept(one for one in ahead if not one.place.position.ending)
        ended = {ending: _utmost(some) for ending, some in ended.items()}
        if not begun:
            break
    names = [ending.id for ending in edition.scenario.endings]
    other = Course(edition, "en")
    return tuple(_span(edition, other, name, ended[name]) for name in names if name in ended)


def _kept(ahead: Iterable[_Begun]) -> list[_Begun]:
    """Return the utmost beginnings of each scene, of plays at one place the utmost only."""
    scenes: dict[str, dict[tuple[Place, bool], _Begun]] = {}
    for one in ahead:
        same = scenes.setdefault(one.place.scene.id, {})
        for best in (True, False):
            known = same.get((one.place, best))
            if known is None or (one.promise > known.promise) is best:
                same[one.place, best] = one
    return [one for same in scenes.values() for one in _utmost(list(same.values()))]


def _utmost(some: Sequence[_Begun]) -> list[_Begun]:
    """Return those that promise most and least, each once."""
    ranked = sorted(dict.fromkeys(some), key=lambda one: one.promise)
    return ranked if len(ranked) <= 2 * WIDTH else ranked[:WIDTH] + ranked[-WIDTH:]


class _Weigher:
    """Goes on with a play and weighs what the answer brings."""

    def __init__(self, edition: Edition) -> None:
        self._weights = {
            f"{technique}/{step.id}": step.weight
            for technique, rubric in edition.rubrics.items()
            for step in rubric.steps
        }
        self._share = edition.scale.quality
        costs = {"minor": edition.scale.minor, "serious": edition.scale.serious}
        self._costs = {fault.id: costs[fault.severity] for fault in edition.faults.faults}

    def __call__(self, one: _Begun, way: Way) -> _Begun:
        exchange = way.exchange
        judgement = exchange.judgement
        done = set(judgement.step_ids)
        share = self._share[judgement.quality]
        due = sum(self._weights.get(step, 0) for step in (*exchange.due, *exchange.owed))
        earned = share * sum(self._weights.get(step, 0) for step in exchange.due if step in done)
        lost = sum(self._costs.get(fault, 0) for fault in judgement.fault_ids)
        return _Begun(way.to, (*one.ways, way), one.earned + earned, one.due + due, one.lost + lost)


def _span(edition: Edition, other: Course, ending: str, some: Sequence[_Begun]) -> Span:
    """Return an ending's span: each candidate scored, the best in the other language too."""
    played = [(result(edition, one.ways), one) for one in some]
    best, way = max(played, key=lambda pair: pair[0].total)
    again = result(edition, _replayed(other, way.ways))
    worst = min(one.total for one, _ in played)
    return Span(ending, min(best.total, again.total), worst, best.passed and again.passed)


def _replayed(course: Course, ways: Sequence[Way]) -> list[Way]:
    """Return the same choices in another course's language."""
    place, found = course.start, []
    for way in ways:
        chosen = way.taken.rpartition("/")[2]
        reply = next(one for one in place.offered if one.id == chosen)
        found.append(course.choose(place, reply))
        place = found[-1].to
    return found
