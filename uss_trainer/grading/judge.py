"""The door to typed replies: a rubric prepared once gives a grader."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from uss_trainer.grading.grader import Grader
from uss_trainer.grading.keeping import load, packed, save, unpacked
from uss_trainer.grading.meanings import Meanings
from uss_trainer.grading.model import fit_model, model_key
from uss_trainer.grading.values import Judgement
from uss_trainer.grading.weighing import load_weighing

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.grading.semantic import Encoder
    from uss_trainer.grading.values import Reason

__all__ = ["Grader", "prepare", "ungradable"]


def ungradable(rubric: Rubric, reason: Reason) -> Judgement:
    """Return the judgement of a reply nothing can be said about."""
    return Judgement(rubric.technique, "typed", reason=reason)


def prepare(
    rubric: Rubric,
    faults: Faults,
    encoder: Encoder,
    cache: Path | None = None,
    bundled: Path | None = None,
) -> Grader:
    """Return the rubric's grader: heads from `bundled` or `cache` where they fit, else fitted now.

    `bundled` is the folder of the heads that come with the program (`phone.head.npz`); `cache` a
    folder where newly fitted ones are kept. Neither needs to exist.
    """
    weighing = load_weighing()
    key = model_key(rubric, faults, encoder.version)
    places = [bundled / f"{rubric.technique}.head.npz"] if bundled else []
    kept = cache / f"head-{key}.npz" if cache else None
    for place in [*places, *([kept] if kept else [])]:
        if model := load(place, key):
            return Grader(rubric, encoder, model, weighing)
    meaning = Meanings(encoder, cache)
    fitted = fit_model(rubric, faults, encoder.version, meaning)
    meaning.keep()
    # Judged by at half precision from the first reply on, as it will be from the cache.
    model = unpacked(packed(fitted)) or fitted
    if kept:
        with contextlib.suppress(OSError):  # a folder that can't be written only costs time
            save(model, kept)
    return Grader(rubric, encoder, model, weighing)
