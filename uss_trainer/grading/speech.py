"""Long utterances of real calls, judged passage by passage as replies at play are judged whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.grading.text import clauses, han, words
from uss_trainer.grading.values import Evidence, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uss_trainer.content.rubrics import Faults
    from uss_trainer.grading.grader import Grader
    from uss_trainer.grading.values import Reason

PASSAGE = 160
"""Chinese characters (a Latin word counts two) of a passage: some forty seconds of talk."""

LONGEST = 1500
"""Characters of a passage, whatever they are; a longer stretch without a full stop is cut."""

ANSWERING = frozenset({"off-topic"})
"""Faults that need a customer who has said something."""

HEARD = 400
"""Characters of the customer's words that a reply is judged against, the last ones."""


def judged(grader: Grader, faults: Faults, text: str, heard: str) -> Judgement:
    """Return what an utterance does, `heard` being the customer's words before it.

    One of a passage is judged as a reply at play is; a longer one is its passages together.
    """
    context = heard[-HEARD:]
    parts = list(passages(text)) or [(0, len(text))]
    found = [(start, grader.judge(text[start:end], context)) for start, end in parts]
    if len(found) == 1 and (context or not _unheard(found[0][1])):
        return found[0][1]
    return _together(found, faults, frozenset() if context else ANSWERING)


def _unheard(one: Judgement) -> bool:
    return any(fault.id in ANSWERING for fault in (*one.faults, *one.suspected))


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each passage begins and ends: whole sentences, as many as fit."""
    start = end = size = 0
    for clause in clauses(text):
        more = han(clause.text) + 2 * words(clause.text)
        full = size + more > PASSAGE or clause.end - start > LONGEST
        if size and full:
            yield start, end
            start, size = clause.start, 0
        size, end = size + more, clause.end
    if size or end > start:
        yield start, len(text)


def _together(
    found: Sequence[tuple[int, Judgement]], faults: Faults, never: frozenset[str]
) -> Judgement:
    """Return the judgements of passages as one, their evidence at its place in the whole.

    `never` are faults that can't be committed here. The best passage gives the quality, unless a
    serious fault stands anywhere.
    """
    one = found[0][1]
    steps = _best(_moved(start, each.steps) for start, each in found)
    sure = _without(never, _best(_moved(start, each.faults) for start, each in found))
    maybe = _without(never, _best(_moved(start, each.suspected) for start, each in found))
    unsure = _best(_moved(start, each.open) for start, each in found)
    done, named = {step.id for step in steps}, {fault.id for fault in sure}
    serious = {fault.id for fault in faults.faults if fault.severity == "serious"}
    quality = 0 if named & serious else max(each.quality for _, each in found)
    still = tuple(step for step in unsure if step.id not in done)
    return replace(
        one,
        steps=tuple(steps),
        methods=tuple(_best(_moved(start, each.methods) for start, each in found)),
        faults=tuple(sure),
        suspected=tuple(fault for fault in maybe if fault.id not in named),
        open=still,
        quality=quality,
        reason=_reason([each for _, each in found], still),
        guards=tuple(sorted({guard for _, each in found for guard in each.guards})),
    )


def _moved(start: int, found: Iterable[Evidence]) -> Iterator[Evidence]:
    for one in found:
        yield replace(one, start=one.start + start, end=one.end + start)


def _best(found: Iterable[Iterable[Evidence]]) -> list[Evidence]:
    """Return each id's surest evidence, the first of two as sure, in the order they come up."""
    best: dict[str, Evidence] = {}
    for one in (one for part in found for one in part):
        if one.id not in best or best[one.id].confidence < one.confidence:
            best[one.id] = one
    return list(best.values())


def _without(never: frozenset[str], found: Iterable[Evidence]) -> list[Evidence]:
    return [one for one in found if one.id not in never]


def _reason(found: Sequence[Judgement], still: Sequence[Evidence]) -> Reason:
    """Return why the whole can't be graded: nothing of it could be, or something is undecided."""
    if all(not one.gradable and one.reason != "uncertain" for one in found):
        return found[0].reason
    return "uncertain" if still else ""
