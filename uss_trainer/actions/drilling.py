"""Doing a drill: begin it, answer it, see an old answer again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.packing import packed_drill
from uss_trainer.coaching.drilled import Drilled
from uss_trainer.content.clean import blank, clean
from uss_trainer.content.drill_edition import drill_from
from uss_trainer.content.drills import SayDrill
from uss_trainer.errors import TrainerError, fail
from uss_trainer.grading.drill_values import Given, Marks
from uss_trainer.grading.drills import mark
from uss_trainer.grading.firms import firms_of
from uss_trainer.grading.said_drill import due_steps, mark_said

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.cards import Review
    from uss_trainer.content.drill_edition import DrillEdition
    from uss_trainer.content.drills import Drill
    from uss_trainer.content.shapes import Words
    from uss_trainer.grading.values import Judgement

    Parts = Mapping[str, tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Going:
    """A drill being done."""

    edition: DrillEdition
    drill: Drill
    """With its names filled in, as the trainee reads it."""

    seed: int
    me: str


@dataclass(frozen=True, slots=True)
class Done:
    """An answered drill."""

    drill: Drill
    given: Given
    marks: Marks
    drilled: Drilled
    recorded: bool = True
    names: Mapping[str, Words] = field(default_factory=dict)
    """What the steps and faults of a drill that is said are called, by id."""

    reviews: tuple[Review, ...] = ()
    """What it has written into the spaced schedule."""

    @property
    def listed(self) -> bool:
        """Whether its pack lists it, so that it can be done again; cards of the schedule aren't."""
        return bool(self.drilled.pack)


def begin(desk: Desk, drill: str, *, me: str, seed: int | None = None) -> Going:
    """Begin a drill; nothing is stored before it is answered.

    TrainerError where the drill is unknown or has mistakes.
    """
    edition = desk.library.drill(drill)
    return Going(edition, edition.filled(me), desk.new_seed() if seed is None else seed, me)


def answer(
    desk: Desk,
    going: Going,
    given: Given,
    *,
    lang: str,
    seconds: float = 0.0,
    record: bool = True,
) -> Done:
    """Score an answer and store it; TrainerError `play.empty-reply` where nothing is said."""
    marks, judgement = _marks(desk, going, given, lang)
    edition, parts = packed_drill(going.drill, going.edition.scale)
    drilled = _drilled(desk, going, marks, edition=edition, lang=lang, seconds=seconds)
    if not record:
        return Done(going.drill, given, marks, drilled, record, _names(desk, going.drill))
    drilled = replace(drilled, person=allow(desk, "practise").id)
    done = Done(going.drill, given, marks, drilled, record, _names(desk, going.drill))
    return replace(done, reviews=_store(desk, done, parts, judgement))


def _drilled(
    desk: Desk, going: Going, marks: Marks, *, edition: str, lang: str, seconds: float
) -> Drilled:
    """Return an answer of whoever uses the machine, without the answer itself."""
    return Drilled(
        id=desk.new_id(),
        drill=going.drill.id,
        pack=going.edition.pack,
        kind=going.drill.kind,
        edition=edition,
        lang=lang,
        seed=going.seed,
        me=going.me,
        at=desk.at(),
        seconds=round(seconds, 1),
        total=marks.total,
        total_if_open=marks.total_if_open,
        band=marks.band,
        passed=marks.passed,
    )


def _store(desk: Desk, done: Done, parts: Parts, judgement: Judgement | None) -> tuple[Review, ...]:
    """Store an answer and what it shows, which is returned."""
    from uss_trainer.actions.cards import drill_reviews
    from uss_trainer.store.convert import to_json
    from uss_trainer.store.drills import Kept, add_drilled

    due = due_steps(done.drill) if isinstance(done.drill, SayDrill) else ()
    shown = drill_reviews(desk, done.drilled.id, due, judgement)
    kept = Kept(done.drilled, to_json(done.given), to_json(done.marks))
    add_drilled(desk.database, kept, parts, shown)
    return shown


def _names(desk: Desk, drill: Drill) -> dict[str, Words]:
    """Return what steps and faults are called; nothing where the rubric can't be read any more."""
    if not isinstance(drill, SayDrill):
        return {}
    try:
        rubric, faults = desk.library.scoring.plain(drill.technique), desk.library.faults
    except TrainerError:
        return {}
    steps = {f"{rubric.technique}/{step.id}": step.name for step in rubric.steps}
    return {**steps, **{fault.id: fault.name for fault in faults.faults}}


def _marks(desk: Desk, going: Going, given: Given, lang: str) -> tuple[Marks, Judgement | None]:
    """Return what an answer is worth, and for one that was said how it was judged."""
    drill, edition = going.drill, going.edition
    if not isinstance(drill, SayDrill):
        return mark(drill, given, edition.scale), None
    text = clean(given.text).strip()
    if blank(text):
        raise fail("play.empty-reply")
    judgement = _judged(desk, edition, drill, text, lang)
    return mark_said(drill, judgement, edition.faults, edition.scale), judgement


def _judged(desk: Desk, edition: DrillEdition, drill: SayDrill, text: str, lang: str) -> Judgement:
    from uss_trainer.grading.judge import ungradable

    rubric = edition.rubrics[drill.technique]
    grader = desk.judges.grader(rubric, edition.faults, desk.folders.cache)
    if grader is None:
        return ungradable(rubric, "encoder-missing")
    firms = firms_of(edition.company)
    return grader.judge(text, drill.says.of(lang), due_steps(drill), firms)


def warm_up(desk: Desk, going: Going) -> bool:
    """Make the grader ready while the trainee reads; False where the encoder is missing."""
    drill, edition = going.drill, going.edition
    if not isinstance(drill, SayDrill):
        return True
    rubric = edition.rubrics[drill.technique]
    return desk.judges.grader(rubric, edition.faults, desk.folders.cache) is not None


def review(desk: Desk, name: str) -> Done:
    """Return a stored answer with the drill as it was then."""
    from uss_trainer.store.contents import content
    from uss_trainer.store.convert import from_json
    from uss_trainer.store.drills import drilled_of

    kept = drilled_of(desk.database, name)
    edition = kept.drilled.edition
    parts = json.loads(content(desk.database, [edition])[edition])
    body = content(desk.database, [parts["drill"]])[parts["drill"]]
    given, marks = from_json(Given, kept.given), from_json(Marks, kept.marks)
    drill = drill_from(body)
    return Done(drill, given, marks, kept.drilled, names=_names(desk, drill))


def following(desk: Desk, drilled: Drilled) -> str:
    """Return the pack's next drill that can be done, as Home lists them; empty after the last."""
    from uss_trainer.actions.home import in_order, rows_at_once

    rows = [row for row in in_order(rows_at_once(desk) or ()) if row.pack == drilled.pack]
    ids = [row.id for row in rows if row.kind.startswith("drill") and row.playable]
    at = ids.index(drilled.drill) if drilled.drill in ids else -1
    return next(iter(ids[at + 1 :]), "")
