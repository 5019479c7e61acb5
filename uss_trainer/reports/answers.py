"""One reply as an xAPI interaction: a choice among the listed replies, or words of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from uss_trainer.content.clean import clean
from uss_trainer.player.play import begin
from uss_trainer.player.scene import Voice, listed, reply_text

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition
    from uss_trainer.player.state import Position, Turn

Plain = dict[str, Any]

BEST, WELL = 3, 2
"""Qualities, 0 to 3: the best there is, and from where a reply counts as right."""

NAME = 60
"""Characters of the customer's line that name a question."""


@dataclass(frozen=True, slots=True)
class Where:
    """Addresses that stand for things."""

    activity: str
    """The question."""

    reply: str
    """The extension that holds a chosen reply in full, whose response is only an id."""


def answered(
    edition: Edition, turn: Turn, before: Position | None, where: Where, language: str, me: str
) -> tuple[Plain, Plain]:
    """Return an activity, the customer's line, and a result, the reply."""
    said, judged = turn.exchange, turn.exchange.judgement
    line = clean(said.customer)
    kind = "choice" if turn.choice else "long-fill-in"
    definition: Plain = {
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "interactionType": kind,
        "name": {language: line[:NAME] or turn.scene},
        "description": {language: line or turn.scene},
    }
    if turn.choice:
        definition |= _choices(edition, turn, before or begin(edition).position, language, me)
    # Silence is no response: xAPI allows no empty text.
    response = turn.choice or clean(said.reply)
    result: Plain = {"response": response} if response else {}
    if judged.gradable:
        result["success"] = judged.quality >= WELL
        result["score"] = {"scaled": round(judged.quality / BEST, 4)}
    if said.seconds:
        result["duration"] = f"PT{said.seconds:.2f}S"
    if turn.choice:
        result["extensions"] = {where.reply: clean(said.reply)}
    return {"objectType": "Activity", "id": where.activity, "definition": definition}, result


def _choices(edition: Edition, turn: Turn, before: Position, language: str, me: str) -> Plain:
    """Return what could be chosen and what is right, in xAPI's notation."""
    voice = Voice(language[:2], me)
    offered = {one.id: clean(reply_text(edition, one, voice)) for one in listed(edition, before)}
    # What was chosen was there, whatever today's rules for showing it say.
    offered[turn.choice] = clean(turn.exchange.reply)
    right = [one.id for one in listed(edition, before) if one.quality >= WELL]
    return {
        **({"correctResponsesPattern": right} if right else {}),
        "choices": [
            {"id": name, "description": {language: text}} for name, text in offered.items()
        ],
    }
