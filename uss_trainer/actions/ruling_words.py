"""What somebody writes as a ruling, turned into ids that the attempt's own rubrics know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.coaching.rulings import LONGEST, Ruling
from uss_trainer.content.clean import blank, clean
from uss_trainer.content.near import nearest
from uss_trainer.content.steps import qualify
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uss_trainer.content.edition import Yardstick
    from uss_trainer.grading.values import Judgement

_GAP = re.compile(r"[,，、;；\s]+")
NOTHING = ("none", "-", "无")
"""Words for an empty list."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A ruling as written; None leaves the machine's."""

    steps: str | None = None
    """Ids separated by commas, of the turn's own technique where they name none; `none` for none."""

    methods: str | None = None
    faults: str | None = None
    quality: int | None = None
    why: str = ""


def worded(text: str, code: str) -> str:
    """Return words as they are stored; TrainerError `CODE-none` or `rulings.too-long`."""
    words = clean(text).strip()
    if blank(words):
        raise fail(code)
    if len(words) > LONGEST:
        raise fail("rulings.too-long", most=str(LONGEST))
    return words


def ruling_of(yardstick: Yardstick, judgement: Judgement, wish: Wish) -> Ruling:
    """Return the ruling; what the wish leaves open stays as the machine judged.

    TrainerError `rulings.unknown-step`, `-method` or `-fault`, or `rulings.needs-quality` where
    something was done and no quality is known.
    """
    ruling = Ruling(
        steps=_steps(yardstick, judgement, wish.steps),
        methods=_methods(yardstick, judgement, wish.methods),
        faults=_faults(yardstick, judgement, wish.faults),
        quality=judgement.quality if wish.quality is None else wish.quality,
    )
    if ruling.steps and not ruling.quality:
        raise fail("rulings.needs-quality")
    return ruling


def _steps(yardstick: Yardstick, judgement: Judgement, text: str | None) -> tuple[str, ...]:
    known = [
        f"{name}/{step.id}" for name, rubric in yardstick.rubrics.items() for step in rubric.steps
    ]
    if text is None:
        return judgement.step_ids
    asked = [qualify(one, judgement.technique) for one in _listed(text)]
    return _known("step", asked, known)


def _methods(yardstick: Yardstick, judgement: Judgement, text: str | None) -> tuple[str, ...]:
    if text is None:
        return judgement.method_ids
    rubric = yardstick.rubrics[judgement.technique]
    return _known("method", _listed(text), [one.id for one in rubric.methods])


def _faults(yardstick: Yardstick, judgement: Judgement, text: str | None) -> tuple[str, ...]:
    if text is None:
        return judgement.fault_ids
    return _known("fault", _listed(text), [one.id for one in yardstick.faults.faults])


def _listed(text: str) -> list[str]:
    found = [one for one in _GAP.split(clean(text)) if one]
    return [] if found and found[0].casefold() in NOTHING else found


def _known(kind: str, asked: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return what was asked for in the rubric's order, each once."""
    wanted = list(asked)
    for one in wanted:
        if one not in known:
            near = nearest(one, known)
            raise fail(f"rulings.unknown-{kind}", id=one[:80], nearest=near)
    return tuple(one for one in known if one in wanted)
