"""An attempt with what trainers say to it: comments, rulings, and the result that counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import by, is_shared
from uss_trainer.actions.playing import card
from uss_trainer.actions.ruling_words import ruling_of, worded
from uss_trainer.actions.sittings import read
from uss_trainer.coaching.privacy import may_comment, may_correct
from uss_trainer.coaching.rulings import Comment, Correction, corrected, holding
from uss_trainer.errors import fail
from uss_trainer.player.state import State
from uss_trainer.store import rulings as store
from uss_trainer.store.people import roster

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.ruling_words import Wish
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.player.state import Turn


@dataclass(frozen=True, slots=True)
class Review:
    """What was said to an attempt, and what the rulings make of it."""

    comments: tuple[Comment, ...] = ()
    """Oldest first."""

    rulings: Mapping[int, Correction] | None = None
    """The one that holds for each turn ruled on, by the turn's number; None where there is none."""

    ruled: Scorecard | None = None
    """The card with the rulings counted; None while no turn is ruled on."""

    names: Mapping[str, str] | None = None
    """Who wrote, by id."""

    def comments_on(self, turn: int) -> tuple[Comment, ...]:
        """Return the comments on a turn, by its number."""
        return tuple(one for one in self.comments if one.turn == turn)

    def ruling_on(self, turn: int) -> Correction | None:
        """Return the ruling on a turn, or None."""
        return (self.rulings or {}).get(turn)

    def name(self, author: str) -> str:
        """Return who somebody is; empty where nobody knows any more."""
        return (self.names or {}).get(author, "")


def review(desk: Desk, sitting: Sitting) -> Review:
    """Return what was said to an attempt that may be read."""
    attempt = sitting.attempt
    if not attempt.finished:
        return Review()
    said = store.comments_of(desk.database, attempt.id)
    held = holding(store.corrections_of(desk.database, attempt.id))
    if not said and not held:
        return Review()
    names = {one.id: one.name for one in roster(desk.database).people}
    return Review(said, held, ruled_card(sitting, held), names)


def ruled_card(sitting: Sitting, held: Mapping[int, Correction]) -> Scorecard | None:
    """Return the card with rulings in the place of the machine's judgements; None without any."""
    if not held:
        return None
    turns = tuple(_ruled(turn, held.get(turn.number)) for turn in sitting.state.turns)
    state = State(sitting.state.position, turns, sitting.state.hinted_in)
    return card(replace(sitting, state=state))


def _ruled(turn: Turn, correction: Correction | None) -> Turn:
    if correction is None or correction.ruling is None:
        return turn
    judgement = corrected(turn.exchange.judgement, correction.ruling)
    return replace(turn, exchange=replace(turn.exchange, judgement=judgement))


def comment(desk: Desk, attempt: str, place: int, text: str, lang: str) -> Comment:
    """Write beside a turn, counted from 1 among those that stand.

    TrainerError where one may not, the conversation still goes on, or no turn is there.
    """
    who = by(desk, "comment")
    sitting = _finished(desk, attempt, lang)
    if not may_comment(desk.actor, sitting.attempt, is_shared(desk, sitting.attempt)):
        raise fail("persons.private", attempt=sitting.attempt.id)
    words = worded(text, "rulings.no-comment")
    turn = turn_at(sitting, place)
    said = Comment(sitting.attempt.id, turn.number, who.actor, who.at, words)
    store.add_comment(desk.database, who, sitting.attempt, said)
    return said


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction led to."""

    sitting: Sitting
    turn: Turn
    correction: Correction
    machine: Scorecard
    ruled: Scorecard | None
    """None where no ruling holds any more."""


def correct(desk: Desk, attempt: str, place: int, wish: Wish | None, lang: str) -> Corrected:
    """Rule on a turn; None takes rulings on it back.

    The machine's judgement stays as it is; the ruling stands beside it and counts for the
    assignment.
    """
    who = by(desk, "correct")
    sitting = _finished(desk, attempt, lang)
    if not may_correct(desk.actor, sitting.attempt, is_shared(desk, sitting.attempt)):
        raise fail("rulings.own", attempt=sitting.attempt.id)
    turn = turn_at(sitting, place)
    made = Correction(sitting.attempt.id, turn.number, who.actor, who.at, "", None)
    if wish is not None:
        ruling = ruling_of(sitting.edition, turn.exchange.judgement, wish)
        made = replace(made, ruling=ruling, why=worded(wish.why, "rulings.no-why"))
    elif turn.number not in holding(store.corrections_of(desk.database, sitting.attempt.id)):
        raise fail("rulings.nothing-to-take-back", turn=str(place))
    ruled = store.add_correction(
        desk.database, who, sitting.attempt, made, partial(_counted, sitting)
    )
    return Corrected(sitting, turn, made, card(sitting), ruled)


def _counted(sitting: Sitting, all_of_them: tuple[Correction, ...]) -> Scorecard | None:
    return ruled_card(sitting, holding(all_of_them))


def _finished(desk: Desk, attempt: str, lang: str) -> Sitting:
    """Return an attempt that is over: while it goes on nobody helps."""
    sitting = read(desk, attempt, lang)
    if not sitting.attempt.finished:
        raise fail("rulings.not-finished", attempt=sitting.attempt.id)
    return sitting


def turn_at(sitting: Sitting, place: int) -> Turn:
    """Return the turn at a place, from 1; TrainerError `rulings.no-such-turn`."""
    turns = sitting.state.turns
    if not 1 <= place <= len(turns):
        raise fail("rulings.no-such-turn", turn=str(place), last=str(len(turns)))
    return turns[place - 1]
