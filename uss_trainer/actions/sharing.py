"""Showing an attempt of one's own to trainers, and no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.acting import by, own
from uss_trainer.coaching.privacy import official
from uss_trainer.errors import fail
from uss_trainer.store.attempts import attempt_of
from uss_trainer.store.sharing import share as share_in
from uss_trainer.store.sharing import shared

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.attempts import Attempt


def share(desk: Desk, attempt: str, shown: bool) -> tuple[str, bool]:
    """Show an attempt to trainers or no longer; return its id and whether that changed anything.

    TrainerError where it is somebody else's, isn't finished, or was assigned, which trainers read
    anyway.
    """
    who = by(desk, "share-own")
    found = attempt_of(desk.database, attempt)
    own(desk, found)
    if official(found):
        raise fail("rulings.read-anyway", attempt=found.id)
    if not found.finished:
        raise fail("rulings.not-finished", attempt=found.id)
    return found.id, share_in(desk.database, who, found.id, shown)


def may_share(desk: Desk, attempt: Attempt) -> bool | None:
    """Return whether an attempt of one's own is shared; None where there is nothing to decide."""
    if attempt.person != desk.actor.id or official(attempt) or not attempt.finished:
        return None
    return shared(desk.database, attempt.id)
