"""Verify an exam as a whole: the draw, every conversation, the ratings, what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.exam_results import result
from uss_trainer.actions.verifying import verify
from uss_trainer.coaching.exams import draw
from uss_trainer.content.digest import digest
from uss_trainer.store.contents import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.exam_results import Result
    from uss_trainer.actions.verified import Verified
    from uss_trainer.coaching.exams import Exam


@dataclass(frozen=True, slots=True)
class ExamVerified:
    """An exam, graded again out of what is stored with it."""

    exam: Exam
    """As stored."""

    now: Exam
    """With the figures that come out."""

    attempts: tuple[Verified, ...]
    differs: tuple[str, ...]
    """`draw` where something else was drawn than the seed draws, `sheet` where the stored rules were
    changed, `result` where the stored verdict isn't that of the stored replies and ratings."""

    @property
    def identical(self) -> bool:
        """Whether everything came out as it is stored."""
        return not self.differs and all(one.identical for one in self.attempts)


def verify_exam(desk: Desk, name: str, lang: str) -> ExamVerified:
    """Return a rated exam graded anew and compared with what is stored.

    TrainerError where it isn't stored, isn't rated yet, or something typed can't be judged.
    """
    found = result(desk, name, lang)
    stored = found.stored
    attempts = tuple(verify(desk, one.item.attempt, lang) for one in found.held if one.item.attempt)
    return ExamVerified(stored, found.exam, attempts, tuple(_differs(desk, found, stored)))


def _differs(desk: Desk, found: Result, stored: Exam) -> Iterator[str]:
    body = content(desk.database, [stored.sheet])[stored.sheet]
    if digest(body) != stored.sheet:
        yield "sheet"
    drawn = [(one.place, one.technique, one.scenario) for one in draw(found.rules, stored.seed)]
    items = [(one.item.place, one.item.technique, one.item.scenario) for one in found.held]
    if drawn != items:
        yield "draw"
    figures = ("total", "total_if_open", "verdict")
    if any(getattr(stored, name) != getattr(found.exam, name) for name in figures):
        yield "result"
