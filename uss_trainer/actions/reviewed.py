"""What trainers said to a turn, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.moments import day
from uss_trainer.actions.wording import fault_of, method_name, step_name
from uss_trainer.i18n import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.reviewing import Review
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.coaching.rulings import Correction
    from uss_trainer.content.edition import Yardstick
    from uss_trainer.i18n import Lang
    from uss_trainer.player.state import Turn


def said_to(sitting: Sitting, said: Review, turn: Turn, lang: Lang) -> tuple[str, ...]:
    """Return the ruling on a turn and the comments, each in one text; the ruling comes first."""
    held = said.ruling_on(turn.number)
    ruling = () if held is None else (_ruling(sitting.edition, said, held, lang),)
    return (*ruling, *_comments(said, turn, lang))


def _comments(said: Review, turn: Turn, lang: Lang) -> Iterator[str]:
    for one in said.comments_on(turn.number):
        who = said.name(one.author) or say("rulings.trainer", lang)
        yield say("rulings.comment", lang, who=who, day=day(one.at), text=one.text)


def _ruling(yardstick: Yardstick, said: Review, held: Correction, lang: Lang) -> str:
    who = said.name(held.author) or say("rulings.trainer", lang)
    head = say("rulings.ruling", lang, who=who, day=day(held.at))
    lines = [head, *does(yardstick, held, lang)]
    if held.why:
        lines.append(say("rulings.why", lang, why=held.why))
    return "\n".join(lines)


def does(yardstick: Yardstick, held: Correction, lang: Lang) -> Iterator[str]:
    """Yield what a ruling says the reply does."""
    ruling = held.ruling
    if ruling is None:
        return
    gap = say("feedback.list", lang)
    steps = gap.join(step_name(yardstick, one, lang) for one in ruling.steps)
    none = say("rulings.nothing", lang)
    yield say("rulings.does", lang, steps=steps or none, quality=ruling.quality)
    if ruling.methods:
        names = gap.join(method_name(yardstick, one, lang) for one in ruling.methods)
        yield say("rulings.methods", lang, names=names)
    if ruling.faults:
        found = [(one, fault_of(yardstick, one)) for one in ruling.faults]
        names = gap.join(fault.name.of(lang) if fault else one for one, fault in found)
        yield say("rulings.faults", lang, names=names)
