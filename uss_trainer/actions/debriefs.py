"""A debrief, put together from a stored attempt, its content and its scorecard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.actions.accounts import (
    band_name,
    key_points_of,
    losses_of,
    parts_of,
    step_result,
    ticks_of,
)
from uss_trainer.actions.debriefed import Debrief, Noted, Ruling
from uss_trainer.actions.lessons import lessons
from uss_trainer.actions.playing import card
from uss_trainer.actions.reviewed import said_to
from uss_trainer.actions.reviewing import Review, review
from uss_trainer.actions.sharing import may_share
from uss_trainer.actions.sittings import read
from uss_trainer.actions.views import past
from uss_trainer.actions.wording import number, span, step_name
from uss_trainer.player.play import begin
from uss_trainer.player.scene import listed, reply_text, text_of

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.actions.viewed import Past
    from uss_trainer.i18n import Lang

BEST = 3
NOTHING = Review()
"""Nobody said anything."""

HARDER = {"guided": "typed", "typed": "self-check"}


def debrief(desk: Desk, attempt_id: str, lang: str) -> Debrief:
    """Return the debrief of an attempt; TrainerError where it isn't stored."""
    sitting = read(desk, attempt_id, lang)
    told = of_sitting(sitting, review(desk, sitting), may_share(desk, sitting.attempt))
    return replace(told, own=sitting.attempt.person == desk.actor.id)


def of_sitting(sitting: Sitting, said: Review = NOTHING, shared: bool | None = None) -> Debrief:
    """Return the debrief of a sitting where it stands, with what trainers said to it."""
    edition, attempt, voice = sitting.edition, sitting.attempt, sitting.voice
    result = card(sitting)
    scenario = edition.scenario
    ending = scenario.ending(sitting.state.position.ending)
    names = {step: step_name(edition, step, voice.lang) for step in result.performed}
    turns = _turns(sitting, said)
    return Debrief(
        attempt=attempt.id,
        title=text_of(edition, scenario.title, voice),
        customer=text_of(edition, scenario.customer.name, voice),
        mode=attempt.mode,
        finished=sitting.state.ended,
        retry_of=attempt.retry_of,
        retry_turn=attempt.retry_turn,
        total=span(result.total, result.total_if_open),
        band=band_name(edition, result, voice.lang),
        passed=result.passed,
        undecided=result.total_if_open != result.total or bool(result.open_turns),
        ending=text_of(edition, ending.title, voice) if ending else "",
        outcome=ending.outcome if ending else "",
        ending_debrief=text_of(edition, ending.debrief, voice) if ending else "",
        parts=parts_of(result),
        losses=losses_of(edition, result, voice.lang),
        steps=tuple(step_result(edition, score, voice) for score in result.steps),
        missed_must=tuple(step_name(edition, step, voice.lang) for step in result.missed_must),
        performed=tuple(names.values()),
        out_of_order=tuple(names[step] for step in result.performed if step not in result.in_order),
        key_points=key_points_of(edition, result, voice.lang),
        ticks=ticks_of(edition, voice.lang),
        minutes=number(result.talk_minutes),
        share=round(result.talk_share * 100),
        think_seconds=round(result.think_seconds),
        turns=turns,
        weakest=_weakest(turns),
        lessons=lessons(edition, result, voice),
        harder=HARDER.get(attempt.mode, "") if result.passed else "",
        ruling=_ruling(sitting, said),
        shared=shared,
    )


def _ruling(sitting: Sitting, said: Review) -> Ruling | None:
    found = said.ruled
    if found is None:
        return None
    band = band_name(sitting.edition, found, sitting.voice.lang)
    moves = found.total_if_open != found.total
    return Ruling(span(found.total, found.total_if_open), band, found.passed, moves)


def _turns(sitting: Sitting, said: Review) -> tuple[Noted, ...]:
    """Return the turns that stand, each with a better listed reply where there is one."""
    shown = past(sitting.edition, sitting.state.turns, sitting.voice)
    told = [said_to(sitting, said, turn, _lang(sitting)) for turn in sitting.state.turns]
    return tuple(
        replace(_noted(sitting, place, one), said=told[place]) for place, one in enumerate(shown)
    )


def _lang(sitting: Sitting) -> Lang:
    return "zh" if sitting.lang == "zh" else "en"


def _noted(sitting: Sitting, place: int, one: Past) -> Noted:
    edition, turns, voice = sitting.edition, sitting.state.turns, sitting.voice
    before = turns[place - 1].after if place else begin(edition).position
    offered = [reply for reply in listed(edition, before) if reply.quality == BEST]
    if one.feedback.quality >= BEST or not offered:
        return Noted(one, "", "")
    return Noted(
        one, reply_text(edition, offered[0], voice), text_of(edition, offered[0].why, voice)
    )


def _weakest(turns: tuple[Noted, ...]) -> int | None:
    """Return the number of the first turn of the lowest quality."""
    worst = min(turns, key=lambda noted: noted.past.feedback.quality, default=None)
    return worst.past.number if worst else None
