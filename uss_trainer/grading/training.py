"""From a rubric's lines to the rows its heads are fitted on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.grading.rubric import lines_of, nothing_lines, titles_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uss_trainer.content.rubrics import Faults, Rubric, RubricLine
    from uss_trainer.content.shapes import Words

_FACT = re.compile(r"\$[a-z]+(?:\.[a-z-]+)+")
ALONE, ANSWERING = 0.4, 0.6
"""How much of a line's weight goes to it without and with a customer's line before it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One utterance to learn from."""

    text: str
    after: str
    """The customer's line before it; empty where none is given."""

    labels: tuple[str, ...]
    """What it performs or commits; empty for nothing."""

    weight: float
    group: int
    """Rows of one line share a group, so that no line helps to judge itself."""


def step_rows(rubric: Rubric) -> list[Row]:
    """Return the rows that teach the steps and what performs none."""
    return list(_with_contexts([*_step_lines(rubric), *_out_of_place(rubric)], _gated(rubric)))


def fault_rows(rubric: Rubric, faults: Faults) -> list[Row]:
    """Return the rows that teach the faults; everything a rubric praises commits none."""
    known = {fault.id for fault in faults.faults}
    wrong = [
        (line, (fault,))
        for part in rubric.lines
        for fault, lines in part.faults.items()
        if fault in known
        for line in lines
    ]
    fine: list[tuple[RubricLine, tuple[str, ...]]] = [
        (line, ())
        for part in rubric.lines
        for lines in (*part.steps.values(), *part.methods.values(), part.none)
        for line in lines
    ]
    return list(_with_contexts([*wrong, *fine], frozenset(known))) if wrong else []


def method_rows(rubric: Rubric) -> list[Row]:
    """Return the rows that teach the methods."""
    used = [
        (line, (method,))
        for part in rubric.lines
        for method, lines in part.methods.items()
        for line in lines
    ]
    plain = [(line, ()) for part in rubric.lines for lines in part.steps.values() for line in lines]
    return list(_with_contexts([*used, *plain, *_idle(rubric)], frozenset())) if used else []


def _step_lines(rubric: Rubric) -> list[tuple[RubricLine, tuple[str, ...]]]:
    """Return every line with the steps it performs."""
    known = {step.id for step in rubric.steps}
    home = {method.id: method.step for method in rubric.methods if method.performs}
    found: list[tuple[RubricLine, tuple[str, ...]]] = []
    for part in rubric.lines:
        named = [
            *part.steps.items(),
            *((home.get(method, ""), lines) for method, lines in part.methods.items()),
            *(("", _telling(lines)) for lines in part.faults.values()),
        ]
        if part.technique == "faults":
            named.append(("", _telling(part.none)))
        for step, lines in named:
            for line in lines:
                performed = dict.fromkeys([step, *line.also])
                found.append((line, tuple(one for one in performed if one in known)))
    return [*found, *_examples(rubric), *_idle(rubric)]


def _telling(lines: Sequence[RubricLine]) -> list[RubricLine]:
    """Return the lines about faults that also teach steps: a rubric's own, and general small talk.

    Those of the shared catalogue name the technique they were said in and are left out: a step done
    rudely teaches its head less than no line at all.
    """
    return [line for line in lines if line.technique is None]


def _out_of_place(rubric: Rubric) -> list[tuple[RubricLine, tuple[str, ...]]]:
    """Return general small talk as the answer to customer's lines that call for a step.

    Without it a head learns the step from the customer's line alone, and credits any reply to it.
    """
    found: list[tuple[RubricLine, tuple[str, ...]]] = []
    for part in rubric.lines:
        if part.technique != "faults":
            continue
        called = [
            line.after
            for step in rubric.steps
            for line in lines_of(rubric, "steps", step.id, part.language)
            if line.after
        ]
        idle = _telling(part.none) if called else []
        for number, line in enumerate(idle):
            after = called[number * 37 % len(called)]
            found.append((line.model_copy(update={"after": after}), ()))
    return found


def _examples(rubric: Rubric) -> Iterator[tuple[RubricLine, tuple[str, ...]]]:
    """Yield the good examples and near misses that stand with the steps themselves."""
    from uss_trainer.content.rubrics import RubricLine

    for step in rubric.steps:
        shown: list[tuple[Words, tuple[str, ...]]] = [(words, (step.id,)) for words in step.good]
        if step.near_miss:
            shown.append((step.near_miss.text, ()))
        for words, labels in shown:
            for text in filter(None, (words.zh, words.en)):
                yield RubricLine(text=_FACT.sub("用友", text)[:400]), labels


def _idle(rubric: Rubric) -> list[tuple[RubricLine, tuple[str, ...]]]:
    """Return what performs nothing: the none lines and the titles of steps."""
    from uss_trainer.content.rubrics import RubricLine

    titles = [RubricLine(text=title[:400]) for title in titles_of(rubric)]
    return [(line, ()) for line in [*nothing_lines(rubric), *titles]]


def _gated(rubric: Rubric) -> frozenset[str]:
    """Return the steps that aren't always owed: their lines answer their own customer's line only."""
    return frozenset(step.id for step in rubric.steps if step.when_due)


def _with_contexts(
    lines: Sequence[tuple[RubricLine, tuple[str, ...]]], own: frozenset[str]
) -> Iterator[Row]:
    """Yield each line with its customer's line and without, borrowing one of its kind's.

    At play a customer's line nearly always comes first; lines given without one would else teach
    that silence goes with their step.
    """
    pools: dict[str, list[str]] = {}
    for line, labels in lines:
        if line.after:
            pools.setdefault(_kind(line, labels), []).append(line.after)
    for group, (line, labels) in enumerate(lines):
        pool = pools.get(_kind(line, labels), [])
        borrow = pool and own.isdisjoint(labels)
        after = line.after or (pool[group * 7 % len(pool)] if borrow else "")
        if after:
            yield Row(line.text, after, labels, ANSWERING, group)
        yield Row(line.text, "", labels, ALONE if after else ALONE + ANSWERING, group)


def _kind(line: RubricLine, labels: Iterable[str]) -> str:
    """Return language and first label: lines that may borrow each other's customer's line."""
    language = "zh" if any("\u4e00" <= char <= "\u9fff" for char in line.text) else "en"
    return f"{language}:{next(iter(labels), line.like or '')}"


def context_rows(rubric: Rubric, step: str) -> list[Row]:
    """Return customer's lines that call for `step` (labelled with it) and others that don't."""
    rows: list[Row] = []
    for other in rubric.steps:
        for line in lines_of(rubric, "steps", other.id):
            called = other.id == step or step in line.also
            if line.after:
                rows.append(Row(line.after, "", (step,) if called else (), 1.0, len(rows)))
    return rows if sum(bool(row.labels) for row in rows) >= 20 else []
