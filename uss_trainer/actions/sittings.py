"""A sitting: an attempt being played, rebuilt from the store or just begun."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow, mine, own, readable
from uss_trainer.actions.packing import Parts, packed, unpacked
from uss_trainer.coaching.attempts import Attempt
from uss_trainer.coaching.people import ME
from uss_trainer.player.play import begin as first_state
from uss_trainer.player.play import hint as take_hint
from uss_trainer.player.play import rewind as go_back
from uss_trainer.player.scene import Voice
from uss_trainer.player.state import State, Turn
from uss_trainer.store import attempts as store
from uss_trainer.store.convert import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.edition import Edition


@dataclass(frozen=True, slots=True)
class Sitting:
    """An attempt with its content and where it stands; actions return the next one."""

    attempt: Attempt
    edition: Edition
    state: State
    stored: int
    """How many events are stored; the next gets the number after it."""

    lang: str
    """The language shown now; it may change between turns."""

    @property
    def voice(self) -> Voice:
        """Language and name for texts."""
        return Voice(self.lang, self.attempt.me)

    def speaking(self, lang: str) -> Sitting:
        """Return the same sitting shown in another language."""
        return replace(self, lang=lang)


def begin(
    desk: Desk,
    scenario: str,
    *,
    mode: str,
    lang: str,
    me: str,
    seed: int | None = None,
    record: bool = True,
    assignment: str = "",
) -> Sitting:
    """Begin an attempt and store it with the content it plays on; `record=False` stores nothing.

    For an `assignment` (its id) that is the version it was given. TrainerError where no attempt is
    left or another mode is asked for, the scenario is unknown or broken, or the database fails.
    """
    if assignment:
        from uss_trainer.actions.assigned import admitted

        edition = unpacked(desk, admitted(desk, assignment, scenario, mode).edition)
    else:
        edition = desk.library.edition(scenario)
    person = allow(desk, "practise").id if record else ME
    sitting, parts = prepared(desk, edition, mode=mode, lang=lang, me=me, seed=seed, person=person)
    if not record:
        return sitting
    given = replace(sitting.attempt, assignment=assignment)
    return replace(sitting, attempt=store.add_attempt(desk.database, given, parts))


def prepared(
    desk: Desk,
    edition: Edition,
    *,
    mode: str,
    lang: str,
    me: str,
    seed: int | None = None,
    person: str = ME,
) -> tuple[Sitting, Parts]:
    """Return a sitting about to begin on `edition`, and what has to be stored with it."""
    digest, parts = packed(edition)
    attempt = Attempt(
        id=desk.new_id(),
        scenario=edition.scenario.id,
        pack=edition.pack,
        technique=edition.scenario.technique,
        edition=digest,
        mode=mode,
        lang=lang,
        seed=desk.new_seed() if seed is None else seed,
        me=me,
        started_at=desk.at(),
        person=person,
    )
    return Sitting(attempt, edition, first_state(edition), 0, lang), parts


def retry(desk: Desk, attempt: str, number: int, lang: str) -> Sitting:
    """Begin a new attempt at turn `number` of an old one, on the same content.

    It is marked as a retry and never counts as best; of what was played in an exam it is practice,
    typed. TrainerError `play.no-such-turn` where no standing turn has that number.
    """
    old = read(desk, attempt, lang)
    mine(desk, old.attempt)
    state = go_back(old.edition, old.state, number)
    kept = [replace(turn, number=place) for place, turn in enumerate(state.turns, 1)]
    again = replace(
        old.attempt,
        id=desk.new_id(),
        lang=lang,
        started_at=desk.at(),
        retry_of=old.attempt.id,
        retry_turn=number,
        finished_at="",
        ending="",
        outcome="",
        total=0.0,
        total_if_open=0.0,
        band="",
        passed=False,
        assignment="",
        missed_musts=0,
        exam="",
        mode="typed" if old.attempt.exam else old.attempt.mode,
    )
    events = [store.Event(turn.number, "turn", turn.at, to_json(turn)) for turn in kept]
    again = store.add_attempt(desk.database, again, {}, events)
    state = State(state.position, tuple(kept))
    return Sitting(again, old.edition, state, len(events), lang)


def resume(desk: Desk, attempt: str, lang: str) -> Sitting:
    """Return an attempt of one's own where it stands, from its stored turns and stored content.

    TrainerError `persons.not-yours` for somebody else's.
    """
    sitting = read(desk, attempt, lang)
    own(desk, sitting.attempt)
    return sitting


def read(desk: Desk, attempt: str, lang: str) -> Sitting:
    """Return an attempt to be read: one's own, or one assigned where one may see results."""
    found = store.attempt_of(desk.database, attempt)
    readable(desk, found)
    edition = unpacked(desk, found.edition)
    events = store.events_of(desk.database, found.id)
    return Sitting(found, edition, replayed(edition, events), len(events), lang)


def replayed(edition: Edition, events: Sequence[store.Event]) -> State:
    """Return the state that the stored events lead to; nothing is judged or routed again."""
    state = first_state(edition)
    for event in events:
        if event.kind == "turn":
            turn = from_json(Turn, event.body)
            state = State(turn.after, (*state.turns, turn), state.hinted_in)
        elif event.kind == "hint":
            state = take_hint(state)
        else:
            state = go_back(edition, state, json.loads(event.body)["to"])
    return state
