"""An attempt that was graded elsewhere and comes out otherwise here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.actions.compared import card_differs, differs
from uss_trainer.actions.playing import card
from uss_trainer.actions.regraded import Moved
from uss_trainer.actions.verified import Again, Kind
from uss_trainer.actions.versions import changed_versions
from uss_trainer.player.state import Turn
from uss_trainer.store.convert import from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.regrading import Replayed
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.store.attempts import Event


def arrived_otherwise(here: Replayed, told: Attempt, events: Sequence[Event]) -> Moved:
    """Return what differs between an attempt as a file tells it and as it was played again here."""
    theirs = {one.number: from_json(Turn, one.body) for one in events if one.kind == "turn"}
    standing = here.sitting.state.turns
    turns = tuple(
        _again(theirs[turn.number], turn, place) for place, turn in enumerate(standing, 1)
    )
    judged = tuple(
        replace(turn, exchange=replace(turn.exchange, judgement=one.stored))
        for turn, one in zip(standing, turns, strict=True)
    )
    state = replace(here.sitting.state, turns=judged)
    before, after = card(replace(here.sitting, state=state)), card(here.sitting)
    parts = [*card_differs(before, after)]
    if before.total != told.total:
        parts.append("result")
    return Moved(
        attempt=here.sitting.attempt,
        person=here.sitting.attempt.me,
        before=replace(before, total=told.total, total_if_open=told.total_if_open),
        after=after,
        turns=turns,
        parts=tuple(parts),
        versions=tuple(changed_versions([(one.stored, one.now) for one in turns])),
    )


def _again(theirs: Turn, ours: Turn, place: int) -> Again:
    told, now = theirs.exchange.judgement, ours.exchange.judgement
    # A file may claim any number, and there are points only for 0 to 3.
    then = replace(told, quality=min(max(told.quality, 0), 3))
    kind: Kind = "chosen" if ours.choice else "typed" if ours.exchange.reply else "silent"
    return Again(ours.number, place, kind, then, now, differs(then, now), None)
