"""The queue of replies that couldn't be graded, for trainers to rule on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.oversight import chosen_team
from uss_trainer.actions.sittings import read
from uss_trainer.actions.wording import step_name
from uss_trainer.coaching.rulings import holding
from uss_trainer.errors import TrainerError
from uss_trainer.grading.tally import undecided
from uss_trainer.player.scene import text_of
from uss_trainer.store.people import roster
from uss_trainer.store.practice import undecided_attempts
from uss_trainer.store.rulings import corrections_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.grading.values import Reason
    from uss_trainer.i18n import Lang
    from uss_trainer.player.state import Turn

MOST = 100
"""Attempts looked into at most; the next come up once those are ruled on."""


@dataclass(frozen=True, slots=True)
class Ungraded:
    """One reply that waits for a ruling."""

    attempt: Attempt
    name: str
    """Who said it; empty for whoever uses the machine."""

    title: str
    place: int
    """The turn, from 1."""

    number: int
    customer: str
    reply: str
    reason: Reason
    steps: tuple[str, ...]
    """What it may have performed, by id."""

    names: tuple[str, ...]
    """The same by name."""


def ungraded(desk: Desk, lang: Lang, team: str = "") -> tuple[Ungraded, ...]:
    """Return the replies, oldest first, that could still move a total trainers may read."""
    allow(desk, "results")
    everybody = roster(desk.database)
    one = chosen_team(desk, everybody, team)
    names = {person.id: person.name for person in everybody.people}
    found = undecided_attempts(desk.database, one.id if one else "", MOST)
    return tuple(row for each in found for row in _open_in(desk, each, names[each.person], lang))


def _open_in(desk: Desk, attempt: Attempt, name: str, lang: Lang) -> Iterator[Ungraded]:
    try:
        sitting = read(desk, attempt.id, lang)
    except TrainerError:
        return  # What may not be read yet waits, and doesn't keep the others from being shown.
    held = holding(corrections_of(desk.database, attempt.id))
    edition = sitting.edition
    title = text_of(edition, edition.scenario.title, sitting.voice)
    for place, turn in enumerate(sitting.state.turns, 1):
        steps = _steps(turn)
        if steps and turn.number not in held:
            yield Ungraded(
                attempt=attempt,
                name=name,
                title=title,
                place=place,
                number=turn.number,
                customer=turn.exchange.customer,
                reply=turn.exchange.reply,
                reason=turn.exchange.judgement.reason,
                steps=steps,
                names=tuple(step_name(edition, step, lang) for step in steps),
            )


def _steps(turn: Turn) -> tuple[str, ...]:
    return tuple(sorted(undecided(turn.exchange)))
