"""Where a trainer's rulings enter what a conversation, and an exam, comes to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.coaching.rulings import corrected, holding
from uss_trainer.store.rulings import corrections_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.coaching.rulings import Correction
    from uss_trainer.player.state import Turn


def ruled(desk: Desk, sitting: Sitting) -> Sitting:
    """Return a sitting with the rulings that hold in place of the judgements they correct.

    Whoever stores a ruling on a turn of an exam calls `exam_results.settle` afterwards.
    """
    return with_rulings(sitting, holding(corrections_of(desk.database, sitting.attempt.id)))


def with_rulings(sitting: Sitting, held: Mapping[int, Correction]) -> Sitting:
    """Return a sitting with these rulings, by the turn's number, in place of judgements."""
    turns = tuple(_ruled(turn, held.get(turn.number)) for turn in sitting.state.turns)
    return replace(sitting, state=replace(sitting.state, turns=turns))


def _ruled(turn: Turn, correction: Correction | None) -> Turn:
    if correction is None or correction.ruling is None:
        return turn
    judgement = corrected(turn.exchange.judgement, correction.ruling)
    return replace(turn, exchange=replace(turn.exchange, judgement=judgement))
