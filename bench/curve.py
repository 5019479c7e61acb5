"""Rubrics of fewer lines: the learning curve, and a rubric that no head was fitted on."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ablation import Kit

from uss_trainer.grading.grader import Grader
from uss_trainer.grading.meanings import Meanings
from uss_trainer.grading.model import fit_model
from uss_trainer.grading.weighing import load_weighing
from uss_trainer.grading.whole import MANNER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from uss_trainer.content.rubrics import Rubric, RubricLine, RubricLines
    from uss_trainer.grading.weighing import Weighing

CURVE = (10, 20, 40, 0)
"""Lines a step for the learning curve; 0 for all."""

IDLE = 3
"""How many lines that perform nothing stand beside each line a step, at most."""

LINES = 400
"""About how many lines the rubric has that no head was fitted on."""


def curve(kit: Kit, technique: str) -> Iterator[tuple[int, Grader]]:
    """Yield graders of a technique as one who wrote its rubric anew would have them.

    With so many lines a step, and without the head that was fitted on its labelled replies.
    """
    usual = load_weighing()
    heads = {name: head for name, head in usual.whole.heads.items() if name == MANNER}
    weighing = replace(usual, whole=replace(usual.whole, heads=heads))
    for most in CURVE:
        rubric = kit.rubrics[technique]
        fewer = thinned(rubric, most) if most else rubric
        yield most, _fitted(kit, technique, fewer, weighing)


def _fitted(kit: Kit, technique: str, rubric: Rubric, weighing: Weighing) -> Grader:
    """Return a grader whose head for steps is fitted now; that for faults is the shipped one."""
    none = kit.scoring.faults.model_copy(update={"faults": []})
    model = fit_model(rubric, none, kit.encoder.version, Meanings(kit.encoder, None))
    shipped = kit.shipped[technique].finder.model.heads
    heads = {**{name: shipped[name] for name in ("faults",) if name in shipped}, **model.heads}
    return Grader(rubric, kit.encoder, replace(model, heads=heads), weighing)


def thinned(rubric: Rubric, most: int) -> Rubric:
    """Return a rubric with at most `most` lines a step, method and language's half of it.

    Lines that perform nothing are thinned too; the fault catalogue, which every rubric is given,
    stays.
    """
    chance = random.Random(7)
    half, idle = most // 2, IDLE * most // 2

    def some(lines: Sequence[RubricLine], count: int) -> list[RubricLine]:
        return chance.sample(list(lines), min(count, len(lines)))

    def part(lines: RubricLines) -> RubricLines:
        if lines.technique == "faults":
            return lines
        kept = {
            kind: {name: some(own, half) for name, own in getattr(lines, kind).items()}
            for kind in ("steps", "methods", "faults")
        }
        return lines.model_copy(update={**kept, "none": some(lines.none, idle)})

    return rubric.model_copy(update={"lines": [part(lines) for lines in _merged(rubric)]})


def _merged(rubric: Rubric) -> list[RubricLines]:
    """Return a rubric's lines with all of one language in one part, but for the fault catalogue's."""
    own: dict[str, RubricLines] = {}
    for lines in rubric.lines:
        if lines.technique == "faults":
            continue
        before = own.setdefault(lines.language, lines.model_copy(update=_nothing()))
        joined: dict[str, Any] = {"none": [*before.none, *lines.none]}
        for kind in ("steps", "methods", "faults"):
            there, more = getattr(before, kind), getattr(lines, kind)
            names = dict.fromkeys([*there, *more])
            joined[kind] = {name: [*there.get(name, ()), *more.get(name, ())] for name in names}
        own[lines.language] = before.model_copy(update=joined)
    return [*own.values(), *(lines for lines in rubric.lines if lines.technique == "faults")]


def _nothing() -> dict[str, Any]:
    return {"steps": {}, "methods": {}, "faults": {}, "none": []}


def unseen_rubric(path: Path, technique: str) -> int:
    """Write a rubric file of about `LINES` lines that no head was fitted on; return how many."""
    kit = Kit((technique,), None)  # type: ignore[arg-type]
    rubric = kit.scoring.plain(technique)
    own = kit.scoring.own_lines(technique)
    each = LINES // (len(rubric.steps) + 2)
    few = thinned(rubric.model_copy(update={"lines": own}), each)
    less: dict[str, Any] = {"faults": {}, "methods": {}}
    parts = [part.model_copy(update={**less, "none": part.none[:each]}) for part in few.lines]
    count = sum(len(part.none) + sum(map(len, part.steps.values())) for part in parts)
    plain = few.model_copy(update={"technique": "trial", "lines": []})
    told = plain.model_dump(mode="json", exclude_defaults=True)
    told["lines"] = [
        {
            **part.model_dump(mode="json", exclude_defaults=True),
            "format": "lines/1",
            "technique": "trial",
        }
        for part in parts
    ]
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return count
