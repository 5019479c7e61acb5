"""The sheet about one attempt: a row a turn that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.sittings import read
from uss_trainer.reports.values import Sheet

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.i18n import Lang

HEADS = (
    "attempt", "person", "scenario", "edition", "mode", "turn", "at", "scene", "customer", "reply",
    "choice", "steps", "methods", "faults", "open", "quality", "gradable", "seconds", "grader",
)  # fmt: skip


def attempt_sheet(desk: Desk, name: str, lang: Lang) -> Sheet:
    """Return the sheet; TrainerError where there is no such attempt or one may not read it."""
    sitting = read(desk, name, lang)
    attempt = sitting.attempt
    who = (attempt.id, attempt.person, attempt.scenario, attempt.edition, attempt.mode)
    rows = []
    for place, turn in enumerate(sitting.state.turns, 1):
        exchange, judged = turn.exchange, turn.exchange.judgement
        lists = (judged.step_ids, judged.method_ids, judged.fault_ids)
        rows.append(
            (
                *(*who, place, turn.at, turn.scene, exchange.customer, exchange.reply),
                turn.choice or None,
                *(" ".join(one) for one in lists),
                " ".join(one.id for one in judged.open),
                *(judged.quality, judged.gradable, round(exchange.seconds, 1), judged.version),
            )
        )
    return Sheet(HEADS, tuple(rows))
