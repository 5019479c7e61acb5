"""The first start: who the trainee is, and a short call to try."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.content.clean import clean
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.settings import Settings

LONGEST = 20
"""Characters of a name that a customer can still say."""

TECHNIQUE = "phone"
"""What the call to try practises."""


def introduced(settings: Settings, name: str) -> Settings:
    """Return the settings with the trainee's name; TrainerError where it can't be one."""
    kept = " ".join(clean(name).split())
    if not kept:
        raise fail("start.no-name")
    if len(kept) > LONGEST:
        raise fail("start.long-name", longest=str(LONGEST))
    return replace(settings, name=kept)


def call_to_try(desk: Desk) -> str:
    """Return the id of the shortest call for beginners in the first pack that has calls.

    Later packs may speak for another firm. TrainerError where there is no call.
    """
    from uss_trainer.actions.home import difficulty

    calls = [
        row
        for row in desk.reading.rows(desk)
        if row.playable and not row.hidden and row.technique == TECHNIQUE
    ]
    if not calls:
        raise fail("start.no-call")
    first = [row for row in calls if row.pack == calls[0].pack]
    return min(first, key=lambda row: (difficulty(row), row.minutes, row.scenes)).id
