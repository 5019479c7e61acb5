"""Where a trainer's rulings enter what an exam comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting


def ruled(desk: Desk, sitting: Sitting) -> Sitting:
    """Return a sitting with rulings in place of the judgements they correct; it has none yet.

    Whoever stores a ruling on a turn of an exam calls `exam_results.settle` afterwards.
    """
    return sitting
