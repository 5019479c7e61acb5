"""Score a real call: read it, judge what the salesperson says, lay it along the steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from uss_trainer.actions.called import Call, Missing, Owed, Talked
from uss_trainer.actions.talk_time import talked_in
from uss_trainer.content.edition import Yardstick
from uss_trainer.grading.alignment import aligned, best_path, visits, windows
from uss_trainer.grading.judge import ungradable
from uss_trainer.grading.rubric import qualified
from uss_trainer.grading.scorecard import scorecard
from uss_trainer.grading.speech import HEARD, judged
from uss_trainer.grading.tally import plan
from uss_trainer.grading.values import Exchange, Judgement
from uss_trainer.player.reading import read_transcript
from uss_trainer.player.transcript import moments
from uss_trainer.player.transcript_sides import selling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.grading import Bench
    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.content.terms import Relationship
    from uss_trainer.grading.alignment import Visit
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.player.transcript import Moment, Transcript

CALLED = 0.7
"""How surely a customer's words must call for a step before it counts as owed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A transcript read, with who sells; what is judged next."""

    where: str
    transcript: Transcript
    selling: frozenset[str]
    moments: tuple[Moment, ...]


def hear(text: str, where: str, sales: Collection[str] = ()) -> Heard:
    """Return a transcript with its moments; TrainerError `score.…` where it can't be read."""
    found = read_transcript(text, where, sales)
    sells = selling(found, sales, where)
    return Heard(where, found, sells, moments(found, sells))


def judgements(bench: Bench, heard: Iterable[Moment]) -> Iterator[Judgement]:
    """Yield what each moment's reply does, one by one, so that progress can be shown."""
    for moment in heard:
        if not moment.reply_text:
            yield Judgement(bench.rubric.technique, "typed")
        elif bench.grader is None:
            yield ungradable(bench.rubric, "encoder-missing")
        else:
            yield judged(bench.grader, bench.faults, moment.reply_text, moment.customer_text)


def scored(
    desk: Desk,
    bench: Bench,
    heard: Heard,
    found: Sequence[Judgement],
    relationship: Relationship = "new",
) -> Call:
    """Return a call's card and where its steps stand, from the judgement of each moment."""
    yardstick = _yardstick(desk, bench)
    owed = tuple(_owed(bench, heard.moments, found))
    waived = _waived(bench.rubric, relationship)
    due = _due(bench.rubric, waived, owed)
    exchanges, path = _placed(heard.moments, found, yardstick.rubrics, due, owed)
    talked = talked_in(heard.moments, heard.transcript, yardstick.scale)
    card = _card(yardstick, exchanges, owed, talked)
    return Call(
        where=heard.where,
        transcript=heard.transcript,
        selling=heard.selling,
        yardstick=yardstick,
        moments=heard.moments,
        exchanges=exchanges,
        card=card,
        path=path,
        missing=tuple(_missing(due, card.performed, exchanges)),
        out_of_order=tuple(step for step in card.performed if step not in card.in_order),
        owed=owed,
        waived=waived,
        talked=talked,
    )


def _yardstick(desk: Desk, bench: Bench) -> Yardstick:
    rubrics = {bench.rubric.technique: bench.rubric}
    return Yardstick(rubrics, bench.faults, desk.library.scale, desk.library.company)


def _card(
    yardstick: Yardstick, exchanges: Sequence[Exchange], owed: Sequence[Owed], talked: Talked
) -> Scorecard:
    """Return the card; steps that aren't always owed may come at any time."""
    return scorecard(
        exchanges,
        yardstick.rubrics,
        yardstick.faults,
        yardstick.scale,
        ordered=partial(aligned, free={one.step for one in owed}),
        timed=(talked.sales / 60, (talked.sales + talked.customer) / 60),
    )


def _due(rubric: Rubric, waived: Sequence[str], owed: Sequence[Owed]) -> tuple[str, ...]:
    """Return the steps this call should have performed, in the rubric's order."""
    off = {*waived, *(one.step for one in owed if not one.due)}
    every = (qualified(rubric, step.id) for step in rubric.steps)
    return tuple(step for step in every if step not in off)


def _waived(rubric: Rubric, relationship: Relationship) -> tuple[str, ...]:
    """Return the steps that needn't be performed towards such a customer."""
    return tuple(
        qualified(rubric, step.id)
        for step in rubric.steps
        if step.waived and step.waived.relationship == relationship
    )


def _placed(
    heard: Sequence[Moment],
    found: Sequence[Judgement],
    rubrics: Mapping[str, Rubric],
    due: Sequence[str],
    owed: Sequence[Owed],
) -> tuple[tuple[Exchange, ...], tuple[Visit, ...]]:
    """Return the exchanges, each with what of `due` could come there in order, and the path."""
    bare = [
        Exchange(moment.customer_text, moment.reply_text, judgement)
        for moment, judgement in zip(heard, found, strict=True)
    ]
    given = plan(bare, rubrics)
    since = {one.step: one.moment or 0 for one in owed}
    said = [one for one in visits(bare, given) if one.step not in since]
    path = best_path(said, given.rank)

    def due_at(turn: int, low: int, high: int) -> Iterator[str]:
        for step in due:
            if since[step] <= turn if step in since else low <= given.rank[step] <= high:
                yield step

    spread = windows(len(bare), path, given.rank)
    exchanges = tuple(
        replace(one, due=tuple(due_at(turn, *spread[turn]))) for turn, one in enumerate(bare)
    )
    return exchanges, path


def _owed(bench: Bench, heard: Sequence[Moment], found: Sequence[Judgement]) -> Iterator[Owed]:
    """Yield, for each step that isn't always owed, whether this call owes it and since when."""
    asked = [step for step in bench.rubric.steps if step.when_due]
    lines = [moment.customer_text[-HEARD:] for moment in heard]
    shares = [bench.grader.calls(line) for line in lines] if bench.grader and asked else []
    done = {step for judgement in found for step in judgement.step_ids}
    for step in asked:
        name = qualified(bench.rubric, step.id)
        rows = [share[step.id] for share in shares if step.id in share]
        first = next((place for place, share in enumerate(rows) if share >= CALLED), None)
        why = "called" if first is not None else "done" if name in done else ""
        yield Owed(name, why or ("not-called" if rows else "unknown"), first)


def _missing(
    due: Sequence[str], performed: Collection[str], exchanges: Sequence[Exchange]
) -> Iterator[Missing]:
    """Yield the steps nobody performed, and between which moments each would have come in order."""
    for step in due:
        places = [place for place, one in enumerate(exchanges) if step in one.due]
        if step not in performed and places:
            yield Missing(step, places[0], places[-1])


__all__ = ["Heard", "hear", "judgements", "scored"]
