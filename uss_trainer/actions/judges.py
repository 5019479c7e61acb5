"""Who judges: one prepared grader a rubric, one encoder for all, both made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from uss_trainer.errors import TrainerError

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.grading.judge import Grader
    from uss_trainer.grading.semantic import Encoder


def _load() -> Encoder:
    from uss_trainer.grading.semantic import load_encoder

    return load_encoder()


class Judges:
    """Loads the encoder once and keeps each rubric's grader; safe to warm up from a worker."""

    def __init__(self, load: Callable[[], Encoder] = _load) -> None:
        self._load = load
        self._encoder: Encoder | None = None
        self._graders: dict[int, tuple[Rubric, Grader]] = {}
        self._lock = Lock()

    def grader(self, rubric: Rubric, faults: Faults, cache: Path) -> Grader | None:
        """Return the rubric's grader, or None where the encoder is missing.

        `cache` keeps fitted heads; other errors than a missing encoder are raised.
        """
        from uss_trainer.content.bundled import bundled
        from uss_trainer.grading.judge import prepare

        with self._lock:
            kept = self._graders.get(id(rubric))
            if kept is not None:
                return kept[1]
            try:
                self._encoder = self._encoder or self._load()
            except TrainerError as error:
                if error.problem.code == "grading.encoder-missing":
                    return None
                raise
            grader = prepare(rubric, faults, self._encoder, cache, bundled("scoring"))
            # The rubric is kept beside its grader, so that its id can't be given to another.
            self._graders[id(rubric)] = (rubric, grader)
            return grader
