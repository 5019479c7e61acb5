"""Grade replies that stand in a file, one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.actions.remarks import quality_words
from uss_trainer.errors import TrainerError, fail
from uss_trainer.i18n import Lang, say, words

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.grading.firms import Firms
    from uss_trainer.grading.judge import Grader
    from uss_trainer.grading.values import Evidence, Judgement

Plain = dict[str, object]
QUOTED = 40
"""Characters of a reply or a rubric line that an explanation quotes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One reply to be graded."""

    id: object
    """Whatever the file calls it, handed back as it is."""

    text: str
    context: str = ""
    """The customer's line it answers; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A rubric and whoever judges by it."""

    rubric: Rubric
    faults: Faults
    grader: Grader | None
    """None where the encoder is missing: nothing can be graded then."""

    firms: Firms
    """Names of who sells and of its rivals."""


def bench(desk: Desk, technique: str = "", rubric: Path | None = None) -> Bench:
    """Return what grades by a technique's rubric or by a rubric file.

    TrainerError where there is no such technique or the file is broken.
    """
    from uss_trainer.content.scoring import load_rubric_file
    from uss_trainer.grading.firms import firms_of

    library = desk.library
    found = load_rubric_file(rubric, library.scoring) if rubric else library.rubric(technique)
    faults = library.faults
    grader = desk.judges.grader(found, faults, desk.folders.cache)
    return Bench(found, faults, grader, firms_of(library.shelf.company(None)[0]))


def rows(text: str, where: str) -> Iterator[Asked | TrainerError]:
    """Yield each line of `text` as a reply to grade, or the error that names the line."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _row(line, f"{where}:{number}")
            except TrainerError as error:
                yield error


def _row(line: str, where: str) -> Asked:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise fail("grade.not-json", where) from error
    if not isinstance(row, dict):
        raise fail("grade.not-object", where)
    for name in ("text", "context"):
        if (
            name in row
            and not isinstance(row[name], str)
            and (name == "text" or row[name] is not None)
        ):
            raise fail("grade.not-text", where, key=name)
    if "text" not in row:
        raise fail("grade.no-text", where)
    return Asked(row.get("id"), row["text"], row.get("context") or "")


def graded(bench: Bench, asked: Asked, lang: Lang) -> Plain:
    """Return the judgement of one reply under the keys of `docs/command-line.md`."""
    from uss_trainer.content.clean import clean

    text = clean(asked.text)
    judgement = _judged(bench, text, clean(asked.context))
    return {
        "id": asked.id,
        "steps": [_short(step) for step in judgement.step_ids],
        "methods": list(judgement.method_ids),
        "faults": list(judgement.fault_ids),
        "quality": judgement.quality,
        "gradable": judgement.gradable,
        "reason": judgement.reason or None,
        "why": list(_why(bench, text, judgement, lang)),
    }


def _judged(bench: Bench, text: str, context: str) -> Judgement:
    from uss_trainer.grading.judge import ungradable
    from uss_trainer.grading.values import Judgement

    if not text.strip():
        return Judgement(bench.rubric.technique, "typed")
    if bench.grader is None:
        return ungradable(bench.rubric, "encoder-missing")
    return bench.grader.judge(text, context, firms=bench.firms)


def _short(step: str) -> str:
    return step.rpartition("/")[2]


def _why(bench: Bench, text: str, judgement: Judgement, lang: Lang) -> Iterator[str]:
    """Yield a sentence for everything found, naming the words and the rubric line."""
    if not text.strip():
        yield say("grade.why-empty", lang)
    for kind, found in (
        ("step", judgement.steps),
        ("method", judgement.methods),
        ("fault", judgement.faults),
        ("suspected", judgement.suspected),
        ("open", judgement.open),
    ):
        for evidence in found:
            yield _sentence(bench, kind, evidence, text, lang)
    if judgement.because and judgement.steps:
        yield quality_words(judgement.quality, judgement.because, lang)
    if judgement.reason:
        yield say(f"grade.reason-{judgement.reason}", lang)
    yield from (_guard(guard, lang) for guard in judgement.guards)
    if not (judgement.steps or judgement.faults or judgement.reason) and text.strip():
        yield say("grade.why-nothing", lang)


def _guard(guard: str, lang: Lang) -> str:
    """Return why words didn't count; a guard without words of its own is named by its id."""
    known = f"guard-{guard}" in words("grade", lang)
    return say(f"grade.guard-{guard}" if known else "grade.guard-other", lang, guard=guard)


def _sentence(bench: Bench, kind: str, found: Evidence, text: str, lang: Lang) -> str:
    """Return one sentence: what was found, in which words, like which line of the rubric."""
    short = _short(found.id)
    quoted = _cut(text[found.start : found.end])
    said = say(f"grade.why-{kind}", lang, id=short, name=_name(bench, kind, short, lang))
    if quoted:
        said += say("grade.words", lang, words=quoted)
    if found.line:
        said += say("grade.line", lang, line=_cut(found.line), likeness=round(found.likeness))
    return said


def _name(bench: Bench, kind: str, short: str, lang: Lang) -> str:
    rubric, names = bench.rubric, {one.id: one.name for one in bench.faults.faults}
    if kind in ("step", "open"):
        names = {one.id: one.name for one in rubric.steps}
    elif kind == "method":
        names = {one.id: one.name for one in rubric.methods}
    return names[short].of(lang) if short in names else short


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else line[:QUOTED].rstrip() + "…"
