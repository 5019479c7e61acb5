"""What graded replies show about the steps that were due: one recall a step, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.coaching.cards import Recall, Review

if TYPE_CHECKING:
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.cards import Source, Way
    from uss_trainer.grading.values import Judgement
    from uss_trainer.player.state import State, Turn


@dataclass(frozen=True, slots=True)
class Seen:
    """Whose reply it was, and when."""

    person: str
    at: str
    """ISO 8601, UTC."""

    day: str
    """The day it was for them, ISO 8601."""


def in_drill(due: Iterable[str], judgement: Judgement) -> tuple[Recall, ...]:
    """Return what a drill that was said shows; nothing about steps nobody could judge."""
    return tuple(
        Recall(step, "named", step in judgement.step_ids, _quality(step, judgement))
        for step in due
        if not _undecided(step, judgement)
    )


def in_attempt(attempt: Attempt, state: State) -> tuple[Recall, ...]:
    """Return what a finished conversation shows about each step that was due.

    The first typed reply to a moment at which a step was due decides. A reply that was chosen
    shows nothing: to know it again is not to produce it. Neither does a retry, which follows the
    debrief.
    """
    if attempt.retry_of:
        return ()
    steps = dict.fromkeys(step for turn in state.turns for step in turn.exchange.due)
    guided = attempt.mode == "guided"
    found = (_over(step, state.turns, state.hinted_in, guided) for step in steps)
    return tuple(recall for recall in found if recall)


def _over(step: str, turns: Sequence[Turn], hinted: Sequence[str], guided: bool) -> Recall | None:
    """Return what the turns show about one step."""
    missed = helped = False
    for turn in turns:
        judgement = turn.exchange.judgement
        done, typed = step in judgement.step_ids, judgement.source == "typed"
        if done and not typed:
            break
        if done:
            way: Way = "helped" if helped or guided or turn.scene in hinted else "alone"
            return Recall(step, way, True, judgement.quality)
        if step in turn.exchange.due:
            # The customer asks for what is missing, or the conversation has moved on to it.
            helped = True
            missed = missed or (typed and not _undecided(step, judgement))
    return Recall(step, "helped" if guided else "alone", False) if missed else None


def _undecided(step: str, judgement: Judgement) -> bool:
    """Return whether nobody can say yet if a step was performed."""
    if step in judgement.step_ids:
        return False
    return judgement.reason not in ("", "uncertain") or step in {one.id for one in judgement.open}


def _quality(step: str, judgement: Judgement) -> int:
    return judgement.quality if step in judgement.step_ids else 0


def reviews(recalls: Iterable[Recall], source: Source, ref: str, by: Seen) -> tuple[Review, ...]:
    """Return recalls as reviews of somebody's cards."""
    return tuple(
        Review(
            person=by.person,
            step=one.step,
            at=by.at,
            day=by.day,
            source=source,
            ref=ref,
            way=one.way,
            done=one.done,
            quality=one.quality,
            rating=one.rating,
        )
        for one in recalls
    )
