"""Which stretches of a reply are judged, and which of them shows what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.grading.text import han, normalise, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.grading.guards import Strikes
    from uss_trainer.grading.text import Clause

SHORT = 5
"""Chinese characters (a Latin word counts two) below which a clause joins its neighbour."""

MOST = 40
"""Stretches judged in one reply; a longer one is judged by its first clauses and the whole."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the reply: a clause, a sentence or all of it."""

    start: int
    """Where it begins in the reply as typed."""

    end: int
    text: str
    """Its normalised words."""

    guards: frozenset[str]
    """Guards that strike any clause in it."""


def units(text: str, spans: Sequence[Clause], strikes: Strikes) -> list[Unit]:
    """Return the stretches to judge, smallest first, none twice.

    Beside the struck clauses stand the runs between them, so that what may count is also seen
    without what may not.
    """
    found: dict[tuple[int, int], Unit] = {}
    for run in _runs(spans, strikes):
        for first, last in run:
            unit = _unit(text, spans, strikes, first, last)
            found.setdefault((unit.start, unit.end), unit)
    ordered = sorted(found.values(), key=lambda unit: (unit.end - unit.start, unit.start))
    if len(ordered) > MOST:
        ordered = [*sorted(ordered[:-1], key=lambda unit: unit.start)[: MOST - 1], ordered[-1]]
    return ordered


def _runs(spans: Sequence[Clause], strikes: Strikes) -> Iterator[list[tuple[int, int]]]:
    """Yield lists of first and last clause of each stretch."""
    everything = (0, len(spans) - 1)
    sentences = list(_sentences(spans, 0, len(spans) - 1))
    for first, last in sentences:
        yield list(_joined(spans, strikes, first, last))
    yield sentences
    clear: list[tuple[int, int]] = []
    for number, guards in enumerate(strikes):
        if guards:
            continue
        if clear and clear[-1][1] == number - 1:
            clear[-1] = (clear[-1][0], number)
        else:
            clear.append((number, number))
    yield clear
    for first, last in clear:
        yield list(_sentences(spans, first, last))
    yield [everything]


def _sentences(spans: Sequence[Clause], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences between two clauses."""
    start = first
    for number in range(first, last + 1):
        if spans[number].closes or number == last:
            yield start, number
            start = number + 1


def _joined(
    spans: Sequence[Clause], strikes: Strikes, first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Yield a sentence's clauses, short ones joined with the next of the same strikes."""
    pieces: list[tuple[int, int]] = []
    start = first
    for number in range(first, last + 1):
        ends = number == last or strikes[number] != strikes[number + 1]
        if ends or _size(spans[start : number + 1]) >= SHORT:
            pieces.append((start, number))
            start = number + 1
    if len(pieces) > 1:
        tail, before = pieces[-1], pieces[-2]
        if _size(spans[tail[0] : tail[1] + 1]) < SHORT and strikes[tail[0]] == strikes[before[1]]:
            pieces[-2:] = [(before[0], tail[1])]
    yield from pieces


def _size(spans: Sequence[Clause]) -> int:
    return sum(han(span.text) + 2 * words(span.text) for span in spans)


def _unit(text: str, spans: Sequence[Clause], strikes: Strikes, first: int, last: int) -> Unit:
    start, end = spans[first].start, spans[last].end
    whole = spans[first].text if first == last else normalise(text[start:end])
    return Unit(start, end, whole, frozenset().union(*strikes[first : last + 1]))
