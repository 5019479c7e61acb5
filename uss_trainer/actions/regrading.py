"""Playing a stored conversation again from what was said alone: judged, routed and added up anew."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.playing import answered, closing_of, declared_of, judged
from uss_trainer.actions.sittings import Sitting
from uss_trainer.content.clean import clean
from uss_trainer.errors import fail
from uss_trainer.grading.values import Judgement
from uss_trainer.i18n import LANGS
from uss_trainer.player.play import Given
from uss_trainer.player.play import begin as first_state
from uss_trainer.player.play import hint as take_hint
from uss_trainer.player.play import rewind as go_back
from uss_trainer.player.roles import in_role
from uss_trainer.player.scene import Voice, customer_line, scene_at, technique_of
from uss_trainer.player.state import Turn
from uss_trainer.store.attempts import Closing, Event
from uss_trainer.store.convert import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.content.edition import Edition


LONGEST = 24 * 3600
"""Seconds that somebody may have thought about a reply; more than that is taken for none."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A conversation played again."""

    sitting: Sitting
    events: tuple[Event, ...]
    closing: Closing | None
    """How it ended; None where it didn't."""


def replay(desk: Desk, attempt: Attempt, edition: Edition, events: Sequence[Event]) -> Replayed:
    """Play an attempt again on its content; nothing of the stored judgements or routes is used.

    TrainerError `tasks.bad-attempt` where it can't have happened so.
    """
    begun = replace(attempt, finished_at="")
    sitting = Sitting(begun, edition, first_state(edition), 0, attempt.lang)
    made: list[Event] = []
    closing = None
    for number, event in enumerate(events, 1):
        if event.number != number or sitting.state.ended:
            raise fail("tasks.bad-attempt", attempt=attempt.id)
        sitting, again = _step(desk, sitting, event)
        made.append(again)
        if sitting.state.ended:
            closing = closing_of(sitting, sitting.state.turns[-1])
    return Replayed(sitting, tuple(made), closing)


def _step(desk: Desk, sitting: Sitting, event: Event) -> tuple[Sitting, Event]:
    if event.kind == "turn":
        return _said(desk, sitting, event)
    if sitting.attempt.mode != "guided":
        raise fail("tasks.bad-attempt", attempt=sitting.attempt.id)
    if event.kind == "hint":
        state = take_hint(sitting.state)
    else:
        state = go_back(sitting.edition, sitting.state, json.loads(event.body)["to"])
    return replace(sitting, state=state, stored=event.number), event


def _said(desk: Desk, sitting: Sitting, event: Event) -> tuple[Sitting, Event]:
    told = from_json(Turn, event.body)
    spoken = sitting.speaking(_language(sitting, told.exchange.customer))
    given, judgement = _judged(desk, spoken, told)
    after, turn = answered(spoken, given, judgement, event.number, event.at)
    return after, Event(event.number, "turn", event.at, to_json(turn))


def _judged(desk: Desk, sitting: Sitting, told: Turn) -> tuple[Given, Judgement]:
    """Return what was said, and its judgement; a choice's words are its author's."""
    told_seconds = told.exchange.seconds
    seconds = told_seconds if 0 <= told_seconds <= LONGEST else 0.0
    if told.choice:
        if sitting.attempt.mode != "guided":
            raise fail("tasks.bad-attempt", attempt=sitting.attempt.id)
        words, judgement = declared_of(sitting, told.choice)
        return Given(words, told.choice, seconds), judgement
    scene = scene_at(sitting.edition, sitting.state.position)
    words = clean(told.exchange.reply).strip()
    if words:
        judgement = in_role(scene, told.speaker, judged(desk, sitting, words))
        return Given(words, "", seconds, told.speaker), judgement
    return Given("", "", seconds), Judgement(technique_of(sitting.edition, scene), "typed")


def _language(sitting: Sitting, heard: str) -> str:
    """Return the language in which the customer's line was shown."""
    for lang in (sitting.lang, *LANGS):
        voice = Voice(lang, sitting.attempt.me)
        if customer_line(sitting.edition, sitting.state.position, voice).text == heard:
            return lang
    return sitting.lang
