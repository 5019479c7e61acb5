"""What is wrong with a rubric, its lines, the fault catalogue and the scale beside their shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from uss_trainer.content.check_words import check_words
from uss_trainer.content.near import nearest
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from uss_trainer.content.events import Key
    from uss_trainer.content.read import Document
    from uss_trainer.content.rubrics import Faults, Rubric, RubricLine, RubricLines, Scale

Alike: TypeAlias = "Callable[[Sequence[str]], Iterable[tuple[int, int, float]]]"
"""Gives the pairs of texts that resemble each other, with their likeness from 0 to 100."""

TOO_ALIKE = 70.0
"""Likeness from which two lines of a step count as one line written twice."""


def check_rubric(rubric: Rubric, document: Document, faults: Faults | None = None) -> list[Problem]:
    """Return repeated ids, steps that don't exist, languages left out, and lines for nothing."""
    steps = [step.id for step in rubric.steps]
    problems = [*_repeated(document, "steps", steps)]
    problems += _repeated(document, "methods", [method.id for method in rubric.methods])
    problems += _repeated(document, "key_points", [point.id for point in rubric.key_points])
    for number, method in enumerate(rubric.methods):
        problems += _unknown("step", method.step, steps, document, ("methods", number, "step"))
    for number, loop in enumerate(rubric.loops):
        for place, step in enumerate(loop):
            problems += _unknown("step", step, steps, document, ("loops", number, place))
    for number, borrow in enumerate(rubric.borrows):
        if borrow.step:
            path = ("borrows", number, "step")
            problems += _unknown("step", borrow.step, steps, document, path)
    for number, lines in enumerate(rubric.lines):
        problems += _headings(rubric, lines, faults, document, ("lines", number))
    return problems + check_words(document)


def check_lines(
    rubric: Rubric,
    parts: Sequence[tuple[RubricLines, Document]],
    faults: Faults | None = None,
    alike: Alike | None = None,
) -> list[Problem]:
    """Return lines that stand under nothing, and lines of one heading and language too much alike.

    `alike` compares with names, firms, numbers and times masked; grading has one.
    """
    problems: list[Problem] = []
    for lines, document in parts:
        problems += _headings(rubric, lines, faults, document, ())
    return problems + list(_too_alike(parts, alike) if alike else ())


def check_fault_lines(
    faults: Faults,
    rubrics: Mapping[str, Rubric],
    parts: Sequence[tuple[RubricLines, Document]],
    alike: Alike | None = None,
) -> list[Problem]:
    """Return the same for the fault catalogue's own lines; `rubrics` by technique."""
    problems: list[Problem] = []
    known = [fault.id for fault in faults.faults]
    for lines, document in parts:
        for name in lines.faults:
            problems += _unknown("fault", name, known, document, ("faults", name))
        for _, where, line in _each(lines):
            if line.like:
                problems += _unknown("fault", line.like, known, document, (*where, "like"))
            if line.technique is None:
                continue
            place = (*where, "technique")
            problems += _unknown("technique", line.technique, rubrics, document, place)
            if rubric := rubrics.get(line.technique):
                problems += _also(rubric, line, document, where)
    return problems + list(_too_alike(parts, alike) if alike else ())


def check_faults(faults: Faults, document: Document) -> list[Problem]:
    """Return repeated ids and languages left out in the fault catalogue."""
    ids = [fault.id for fault in faults.faults]
    return [*_repeated(document, "faults", ids), *check_words(document)]


def check_scale(scale: Scale, document: Document) -> list[Problem]:
    """Return what keeps a scale from giving a total between 0 and 100 with a band for each."""
    problems = [*_repeated(document, "bands", [band.id for band in scale.bands])]
    total = scale.coverage + scale.order + scale.methods + scale.key_points
    if total != 100:
        problems.append(Problem("check.scale-total", document.place(()), {"total": str(total)}))
    if not any(band.least == 0 for band in scale.bands):
        problems.append(Problem("check.scale-bands", document.place(("bands",))))
    return problems + check_words(document)


def _repeated(document: Document, key: str, ids: Sequence[str]) -> Iterator[Problem]:
    """Yield each id of a list that stands there before."""
    if len(set(ids)) == len(ids):
        return
    seen: dict[str, int] = {}
    for number, one in enumerate(ids):
        if one in seen:
            first = document.place((key, seen[one], "id")).rpartition(":")[2]
            facts = {"id": one, "line": first}
            yield Problem("check.duplicate-id", document.place((key, number, "id")), facts)
        seen.setdefault(one, number)


def _unknown(
    kind: str, name: str, known: Iterable[str], document: Document, path: Key
) -> Iterator[Problem]:
    """Yield that a name isn't among the known ones."""
    if name not in known:
        facts = {"id": name, "nearest": nearest(name, known)}
        yield Problem(f"check.unknown-{kind}", document.place(path), facts)


def _headings(
    rubric: Rubric, lines: RubricLines, faults: Faults | None, document: Document, path: Key
) -> Iterator[Problem]:
    """Yield every heading, `also` and `like` of a file of lines that the rubric doesn't know."""
    steps = [step.id for step in rubric.steps]
    known = {"step": steps, "method": [method.id for method in rubric.methods]}
    if faults:
        known["fault"] = [fault.id for fault in faults.faults]
    for kind, names in known.items():
        for name in getattr(lines, f"{kind}s"):
            yield from _unknown(kind, name, names, document, (*path, f"{kind}s", name))
    for _, where, line in _each(lines):
        yield from _also(rubric, line, document, (*path, *where))
        if line.like:
            yield from _unknown("step", line.like, steps, document, (*path, *where, "like"))


def _also(rubric: Rubric, line: RubricLine, document: Document, path: Key) -> Iterator[Problem]:
    """Yield every further step of a line that the rubric doesn't know."""
    steps = [step.id for step in rubric.steps]
    for place, step in enumerate(line.also):
        yield from _unknown("step", step, steps, document, (*path, "also", place))


def _each(lines: RubricLines) -> Iterator[tuple[str, Key, RubricLine]]:
    """Yield every line with its heading and its place in the file."""
    for kind in ("steps", "methods", "faults"):
        for name, ones in getattr(lines, kind).items():
            for number, line in enumerate(ones):
                yield f"{kind}/{name}", (kind, name, number), line
    for number, line in enumerate(lines.none):
        yield "none", ("none", number), line


def _too_alike(parts: Sequence[tuple[RubricLines, Document]], alike: Alike) -> Iterator[Problem]:
    """Yield each later line of a heading and language that repeats an earlier one."""
    groups: dict[tuple[str, str], list[tuple[str, Document, Key]]] = {}
    for lines, document in parts:
        for heading, path, line in _each(lines):
            groups.setdefault((lines.language, heading), []).append((line.text, document, path))
    for group in groups.values():
        worst: Counter[tuple[int, int]] = Counter()
        for one, two, likeness in alike([text for text, _, _ in group]):
            if likeness >= TOO_ALIKE:
                worst[min(one, two), max(one, two)] = round(likeness)
        for (first, second), likeness in sorted(worst.items()):
            text, document, path = group[second]
            other = group[first][1].place(group[first][2])
            facts = {"text": text[:40], "other": other, "likeness": str(likeness)}
            yield Problem("check.lines-alike", document.place(path), facts)
