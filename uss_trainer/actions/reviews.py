"""An attempt as trainers read it, and what a ruling on one of its turns can say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import is_shared
from uss_trainer.actions.debriefs import of_sitting
from uss_trainer.actions.reviewing import review, turn_at
from uss_trainer.actions.sittings import read
from uss_trainer.actions.wording import step_name
from uss_trainer.coaching.privacy import may_comment, may_correct
from uss_trainer.coaching.rulings import Ruling
from uss_trainer.store.people import roster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.debriefed import Debrief
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.i18n import Lang


@dataclass(frozen=True, slots=True)
class Reading:
    """An attempt to be read by somebody else."""

    who: str
    """Whose it is; empty for whoever uses the machine."""

    debrief: Debrief
    may_comment: bool
    may_correct: bool


def reading(desk: Desk, attempt: str, lang: Lang) -> Reading:
    """Return an attempt that whoever acts may read."""
    sitting = read(desk, attempt, lang)
    one, actor = sitting.attempt, desk.actor
    shared = is_shared(desk, one)
    names = {person.id: person.name for person in roster(desk.database).people}
    return Reading(
        who=names.get(one.person, ""),
        debrief=of_sitting(sitting, review(desk, sitting)),
        may_comment=one.finished and may_comment(actor, one, shared),
        may_correct=one.finished and may_correct(actor, one, shared),
    )


@dataclass(frozen=True, slots=True)
class Tick:
    """Something a ruling may name."""

    id: str
    name: str
    on: bool
    """Whether the ruling that holds names it, or the machine where there is none."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything a ruling on one turn may say, filled in with what holds now."""

    customer: str
    reply: str
    steps: tuple[Tick, ...]
    """The turn's own technique first."""

    methods: tuple[Tick, ...]
    faults: tuple[Tick, ...]
    quality: int
    why: str
    """Of the ruling that holds; empty where there is none."""

    ruled: bool


def choices(desk: Desk, attempt: str, place: int, lang: Lang) -> Choices:
    """Return what a ruling on a turn may say."""
    sitting = read(desk, attempt, lang)
    turn = turn_at(sitting, place)
    judgement, held = turn.exchange.judgement, review(desk, sitting).ruling_on(turn.number)
    now = held.ruling if held and held.ruling else None
    if now is None:
        ids = (judgement.step_ids, judgement.method_ids, judgement.fault_ids)
        now = Ruling(*ids, judgement.quality)
    rubric = sitting.edition.rubrics[judgement.technique]
    return Choices(
        customer=turn.exchange.customer,
        reply=turn.exchange.reply,
        steps=tuple(_steps(sitting, judgement.technique, now, lang)),
        methods=tuple(
            Tick(one.id, one.name.of(lang), one.id in now.methods) for one in rubric.methods
        ),
        faults=tuple(
            Tick(one.id, one.name.of(lang), one.id in now.faults)
            for one in sitting.edition.faults.faults
        ),
        quality=now.quality,
        why=held.why if held else "",
        ruled=held is not None,
    )


def _steps(sitting: Sitting, technique: str, now: Ruling, lang: Lang) -> Iterator[Tick]:
    rubrics = sitting.edition.rubrics
    for name in sorted(rubrics, key=lambda name: name != technique):
        for step in rubrics[name].steps:
            whole = f"{name}/{step.id}"
            yield Tick(whole, step_name(sitting.edition, whole, lang), whole in now.steps)
