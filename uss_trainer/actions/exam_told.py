"""An exam as plain values: the JSON of `exam`, its keys in `docs/command-line.md`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from uss_trainer.actions.exam_rating import to_rate
from uss_trainer.actions.exam_reported import RATINGS
from uss_trainer.actions.exam_results import result
from uss_trainer.actions.exams import stands
from uss_trainer.store.exams import exams_of

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.exam_results import Held, Result
    from uss_trainer.coaching.exams import Exam
    from uss_trainer.i18n import Lang

Plain = dict[str, object]


def own_exams(desk: Desk) -> tuple[Exam, ...]:
    """Return the exams of whoever acts, oldest first."""
    return exams_of(desk.database, desk.actor.id)


def exam_as_plain(desk: Desk, name: str, lang: Lang) -> Plain:
    """Return an exam; before it is rated without anything that tells how it went."""
    going = stands(desk, name)
    exam, rules = going.exam, going.rules
    rated = result(desk, name, lang) if exam.stage == "rated" else None
    if rated:
        exam = rated.exam
    return {
        **listed(exam),
        "pass_mark": rules.pass_mark,
        "tolerance": rules.tolerance,
        "minutes": rules.minutes,
        "breaks": exam.breaks,
        "techniques": [asdict(one) for one in rated.parts] if rated else [],
        "conversations": [_held(one) for one in rated.held]
        if rated
        else [
            {"place": one.place, "technique": one.technique, "scenario": one.scenario}
            for one in going.items
            if one.attempt
        ],
        "steps": _steps(desk, exam, rated, lang),
    }


def listed(exam: Exam) -> Plain:
    """Return what is known of an exam without its conversations."""
    rated = bool(exam.rated_at)
    return {
        "exam": exam.id,
        "pack": exam.pack,
        "person": exam.person,
        "seed": exam.seed,
        "stage": exam.stage,
        "verdict": exam.verdict if rated else None,
        "total": exam.total if rated else None,
        "total_if_open": exam.total_if_open if rated else None,
        "started_at": exam.started_at,
        "ends_at": exam.ends_at,
        "ended_at": exam.ended_at or None,
        "ended_by": exam.ended_by or None,
        "rated_at": exam.rated_at or None,
    }


def _held(one: Held) -> Plain:
    card = one.card
    turns = one.sitting.state.turns if one.sitting else ()
    return {
        "place": one.item.place,
        "technique": one.item.technique,
        "scenario": one.item.scenario,
        "attempt": one.item.attempt or None,
        "finished": bool(one.sitting and one.sitting.state.ended),
        "total": card.total if card else 0.0,
        "total_if_open": card.total_if_open if card else 0.0,
        "open_turns": [turns[place].number for place in card.open_turns] if card else [],
    }


def _steps(desk: Desk, exam: Exam, rated: Result | None, lang: Lang) -> list[Plain]:
    if rated:
        return [
            {
                "place": row.place,
                "step": row.step,
                "rating": RATINGS[row.rating],
                "done": RATINGS[row.done],
                "open": row.open,
                "off": row.off,
            }
            for row in rated.rated
        ]
    if exam.stage == "going":
        return []
    rows = to_rate(desk, exam.id, lang)
    return [{"place": row.place, "step": row.step} for row in rows]
