"""What was done for assignments: attempts, and exams beside them as if they were attempts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.coaching.exams import as_attempt
from uss_trainer.store.attempts import assigned_attempts
from uss_trainer.store.exams import assigned_exams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.assignments import Assignment
    from uss_trainer.coaching.attempts import Attempt


def made_for(desk: Desk, given: Sequence[Assignment], person: str = "") -> tuple[Attempt, ...]:
    """Return everything begun for these assignments; with `person` only theirs."""
    marks = {one.id: one.pass_mark for one in given}
    exams = assigned_exams(desk.database, marks) if any(_exam(one) for one in given) else ()
    sat = tuple(
        as_attempt(one, marks[one.assignment]) for one in exams if person in ("", one.person)
    )
    return (*assigned_attempts(desk.database, marks, person), *sat)


def _exam(given: Assignment) -> bool:
    return given.mode == "exam"
