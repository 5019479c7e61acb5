"""Play a deal from lists of replies, one a visit, without anybody at a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from uss_trainer.actions.dealing import Dealing, begin_dealing, price, take_in, visit
from uss_trainer.actions.prices import price_in
from uss_trainer.actions.scripted import Script, ScriptLine, at_line, played

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting

from uss_trainer.errors import TrainerError


@dataclass(frozen=True, slots=True)
class DealOutcome:
    """A deal played by scripts, or as far as they reached."""

    dealing: Dealing
    sittings: tuple[Sitting, ...]
    """The visits, the last one perhaps unfinished."""

    left: tuple[tuple[str, ScriptLine], ...]
    """Lines for which there was no turn and no price any more, each with its file."""

    unused: tuple[str, ...]
    """Files for which there was no visit any more."""


def play_deal(
    desk: Desk,
    deal: str,
    scripts: Sequence[Script],
    *,
    mode: str,
    lang: str,
    me: str,
    seed: int | None,
    record: bool,
) -> DealOutcome:
    """Play `deal`, a script for each visit; lines after a visit's end are prices to be filled in.

    It is rehearsed first and stored only when every line could be played.
    """
    if seed is None:
        seed = desk.new_seed()
    start = partial(begin_dealing, desk, deal, mode=mode, lang=lang, me=me, seed=seed)
    begun = start(record=False)
    outcome = _through(desk, begun, scripts, record=False)
    if not record:
        return outcome
    return _through(desk, start(), scripts, record=True)


def _through(
    desk: Desk, dealing: Dealing, scripts: Sequence[Script], *, record: bool
) -> DealOutcome:
    sittings: list[Sitting] = []
    left: list[tuple[str, ScriptLine]] = []
    for used, script in enumerate(scripts):
        if dealing.state.over or dealing.attempt or dealing.state.pricing:
            unused = tuple(one.where for one in scripts[used:])
            return DealOutcome(dealing, tuple(sittings), tuple(left), unused)
        dealing, sitting = visit(desk, dealing, record=record)
        outcome = played(desk, sitting, script, record=record)
        sittings.append(outcome.sitting)
        if not outcome.sitting.state.ended:
            continue
        dealing = take_in(desk, dealing, outcome.sitting, record=record)
        for line in outcome.left:
            if dealing.state.pricing:
                dealing = _priced(desk, dealing, script, line, record)
            else:
                left.append((script.where, line))
    return DealOutcome(dealing, tuple(sittings), tuple(left), ())


def _priced(
    desk: Desk, dealing: Dealing, script: Script, line: ScriptLine, record: bool
) -> Dealing:
    try:
        return price(desk, dealing, price_in(line.text), record=record)
    except TrainerError as error:
        raise at_line(error, f"{script.where}:{line.number}") from error
