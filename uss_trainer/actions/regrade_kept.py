"""Gradings after the first: stored beside it, and read back in its place."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.actions.packing import unpacked
from uss_trainer.coaching.people import Note
from uss_trainer.grading.values import Judgement
from uss_trainer.store import regrades as store
from uss_trainer.store.convert import from_json, to_json

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.regraded import Moved
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.store.people import By


def regraded(desk: Desk, attempt: str) -> tuple[store.Kept, ...]:
    """Return how an attempt was graded again, oldest first; who asks may read it already."""
    return store.regrades_of(desk.database, attempt)


def as_graded(desk: Desk, sitting: Sitting, kept: store.Kept) -> Sitting:
    """Return a sitting with its latest grading in place of its first."""
    judged = {int(number): one for number, one in json.loads(kept.judgements).items()}
    turns = tuple(
        replace(turn, exchange=replace(turn.exchange, judgement=_read(judged[turn.number])))
        if turn.number in judged
        else turn
        for turn in sitting.state.turns
    )
    state = replace(sitting.state, turns=turns)
    return replace(sitting, state=state, edition=unpacked(desk, kept.edition))


def _read(judgement: object) -> Judgement:
    return from_json(Judgement, json.dumps(judgement))


def keep(desk: Desk, who: By, others: tuple[Moved, ...]) -> None:
    """Store what grading again gave, each with its line in the audit log."""
    parts = {part[0]: part for one in others for part in one.contents}
    made = [_kept(desk, who, one) for one in others]
    notes = [Note("attempts.regrade", one.attempt.id, _told(one)) for one in others]
    store.add_regrades(desk.database, who, made, [*parts.values()], notes)


def _told(one: Moved) -> dict[str, str]:
    return {"before": f"{one.before.total:g}", "after": f"{one.after.total:g}"}


def _kept(desk: Desk, who: By, one: Moved) -> store.Kept:
    judged = {turn.number: json.loads(to_json(turn.now)) for turn in one.turns}
    card = one.after
    return store.Kept(
        id=desk.new_id(),
        attempt=one.attempt.id,
        at=who.at,
        by=who.actor,
        edition=one.edition,
        total=card.total,
        total_if_open=card.total_if_open,
        band=card.band,
        passed=card.passed,
        missed_musts=len(card.missed_must),
        judgements=json.dumps(judged, ensure_ascii=False),
    )
