"""How long both sides of a real call spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.called import Talked
from uss_trainer.grading.text import speech_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.content.rubrics import Scale
    from uss_trainer.player.transcript import Moment, Transcript, Utterance


def talked_in(moments: Sequence[Moment], transcript: Transcript, scale: Scale) -> Talked:
    """Return how long both sides spoke: told by the file, else estimated from the words."""

    def seconds(said: Sequence[Utterance]) -> float:
        return sum(_seconds(one, scale) for one in said)

    own = [seconds(moment.reply) for moment in moments]
    longest = max(range(len(own)), key=lambda place: own[place], default=None)
    return Talked(
        sales=round(sum(own), 1),
        customer=round(sum(seconds(moment.customer) for moment in moments), 1),
        measured=all(one.seconds is not None for one in transcript.utterances),
        longest=longest,
        longest_seconds=round(own[longest], 1) if longest is not None else 0.0,
    )


def _seconds(said: Utterance, scale: Scale) -> float:
    told = said.seconds
    return speech_minutes(said.text, scale) * 60 if told is None else told
