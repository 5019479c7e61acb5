"""Playing a scenario: a state and a reply in, a new state and a record of the turn out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.content.steps import qualify
from uss_trainer.errors import fail
from uss_trainer.grading.lexical import likeness
from uss_trainer.grading.values import Exchange, Judgement
from uss_trainer.player import route as routing
from uss_trainer.player.moving import Move, difference, left_owed, move_of
from uss_trainer.player.scene import (
    Voice,
    customer_line,
    due,
    listed,
    reply_text,
    scene_at,
    technique_of,
)
from uss_trainer.player.state import CustomerLine, Position, State, Turn

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.scenarios import Reply


SAME_WORDS = 60.0
"""Likeness, 0 to 100, from which a typed reply says what a listed one says; honest different
wordings of one thing stay under 50."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the trainee answered."""

    text: str
    """As shown or typed; empty where the time ran out in silence."""

    choice: str = ""
    """Id of the listed reply; empty where it was typed."""

    seconds: float = 0.0
    """Thinking time."""

    speaker: str = "S"
    """Who of the selling team speaks, where it was typed; a listed reply has its own."""


def begin(edition: Edition) -> State:
    """Return the state before the first reply."""
    scenario = edition.scenario
    return State(Position(scene=scenario.first, mood=scenario.mood, facts=scenario.facts))


def reply_of(edition: Edition, state: State, choice: str) -> Reply:
    """Return the offered reply of that id; TrainerError `play.no-such-reply` for any other."""
    for reply in listed(edition, state.position):
        if reply.id == choice:
            return reply
    raise fail("play.no-such-reply", reply=choice, scene=state.position.scene)


def answer(
    edition: Edition,
    state: State,
    given: Given,
    judgement: Judgement,
    *,
    number: int,
    voice: Voice,
    at: str,
) -> tuple[State, Turn]:
    """Return the state after a reply and the record of the turn.

    `number` is the turn's place among all stored for the attempt and `at` its ISO 8601 time.
    TrainerError `play.ended` where the conversation is over.
    """
    if state.ended:
        raise fail("play.ended")
    move = move_of(edition, state.position, _route(edition, state, given, judgement), judgement)
    speaker = _speaker(edition, state, given)
    turn = _turn(edition, move, given, judgement, voice, speaker, number, at)
    return State(move.after, (*state.turns, turn), state.hinted_in), turn


def _turn(
    edition: Edition,
    move: Move,
    given: Given,
    judgement: Judgement,
    voice: Voice,
    speaker: str,
    number: int,
    at: str,
) -> Turn:
    """Return the record of an answer that moved the conversation on."""
    line = customer_line(edition, move.before, voice)
    taken = move.route.taken
    return Turn(
        number=number,
        scene=move.before.scene,
        exchange=_exchange(edition, move, line, given, judgement),
        cue=line.cue,
        choice=given.choice,
        taken=taken,
        agrees=bool(given.choice) or _agrees(edition, move.before, taken, given, voice, judgement),
        moved=difference(move.before, move.after),
        after=move.after,
        at=at,
        who=line.who,
        speaker=speaker,
    )


def _route(edition: Edition, state: State, given: Given, judgement: Judgement) -> routing.Route:
    """Return where an answer leads, chosen or typed."""
    if given.choice:
        return routing.chosen(reply_of(edition, state, given.choice))
    return routing.typed(edition, state.position, judgement)


def _exchange(
    edition: Edition, move: Move, line: CustomerLine, given: Given, judgement: Judgement
) -> Exchange:
    """Return what a score needs of an answer."""
    scene = scene_at(edition, move.before)
    return Exchange(
        customer=line.text,
        reply=given.text,
        judgement=judgement,
        due=due(edition, scene),
        fits=tuple(scene.fits.methods) if scene.fits else (),
        owed=left_owed(edition, move, judgement),
        seconds=given.seconds,
    )


def _speaker(edition: Edition, state: State, given: Given) -> str:
    return reply_of(edition, state, given.choice).speaker if given.choice else given.speaker


def _agrees(
    edition: Edition,
    position: Position,
    taken: str,
    given: Given,
    voice: Voice,
    judgement: Judgement,
) -> bool:
    """Return whether a typed reply does what a listed one does, in words like its own.

    A `why` speaks about the listed reply's words; who said the same otherwise didn't say them.
    """
    reply = next((reply for reply in listed(edition, position) if reply.id == taken), None)
    if reply is None:
        return False
    technique = technique_of(edition, scene_at(edition, position))
    steps = {qualify(step, technique) for step in reply.steps}
    same = steps == set(judgement.step_ids) and set(reply.faults) == set(judgement.fault_ids)
    if not same or reply.quality != judgement.quality:
        return False
    return likeness(given.text, reply_text(edition, reply, voice)) >= SAME_WORDS


def hint(state: State) -> State:
    """Return the state with one more hint taken; a second hint in the same scene is free."""
    return (
        state
        if state.hinted
        else replace(state, hinted_in=(*state.hinted_in, state.position.scene))
    )


def rewind(edition: Edition, state: State, number: int) -> State:
    """Return the state before turn `number`; later turns no longer stand.

    TrainerError `play.no-such-turn` where no standing turn has that number.
    """
    kept = tuple(turn for turn in state.turns if turn.number < number)
    if len(kept) == len(state.turns):
        raise fail("play.no-such-turn", turn=str(number))
    position = kept[-1].after if kept else begin(edition).position
    return State(position, kept, state.hinted_in)
