"""The rules of a pack's exam, as values that are stored with each exam."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.coaching.exams import Part, Rules
from uss_trainer.content.exams import exam_pack
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.packs import Pack


def rules_of(pack: Pack) -> Rules:
    """Return the rules a pack's exam is sat by."""
    exam = pack.exam
    if exam is None:
        raise fail("exam.no-exam", id=pack.id)
    return Rules(
        pack=pack.id,
        title={"zh": pack.title.of("zh"), "en": pack.title.of("en")},
        parts=tuple(Part(one.technique, tuple(one.scenarios), one.draw) for one in exam.pool),
        minutes=exam.minutes,
        pass_mark=exam.pass_mark,
        musts=tuple(exam.musts),
        tolerance=exam.tolerance,
    )


def rules_today(desk: Desk, pack: str) -> Rules:
    """Return the rules of a pack as it is today; TrainerError where it can't be sat."""
    return rules_of(exam_pack(desk.library, pack))
