"""The desk's pages as plain values: the JSON of `desk`, its keys in `docs/command-line.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.actions.boards import Board
    from uss_trainer.actions.dossiers import Dossier, Seen
    from uss_trainer.actions.heat_maps import PeopleMap, StepMap
    from uss_trainer.actions.oversight import AssignmentRow, Overview, PersonRow
    from uss_trainer.actions.ungraded import Ungraded
    from uss_trainer.coaching.desk_figures import Heat, Practice, Tally
    from uss_trainer.coaching.people import Person

Plain = dict[str, object]


def overview_as_plain(found: Overview) -> Plain:
    """Return the overview."""
    return {
        "team": found.team.name if found.team else None,
        "assignments": [_assignment(row) for row in found.assignments],
        "people": [_behind(row) for row in found.people],
    }


def _tally(tally: Tally) -> Plain:
    names = ("given", "done", "pending", "failed", "below", "begun", "open")
    return {name: getattr(tally, name) for name in names}


def _assignment(row: AssignmentRow) -> Plain:
    one = row.assignment
    due = {"due": one.due or None, "days": row.days, "overdue": row.overdue}
    return {"assignment": one.id, "title": one.title, **due, **_tally(row.tally)}


def _behind(row: PersonRow) -> Plain:
    return {
        **_person(row.person),
        "teams": list(row.teams),
        "overdue": row.tally.overdue,
        **_tally(row.tally),
        "practice": _practice(row.practice),
    }


def _person(one: Person) -> Plain:
    return {"person": one.id, "name": one.name, "number": one.number or None}


def _practice(one: Practice) -> Plain:
    return {"attempts": one.attempts, "shared": one.shared, "drills": one.drills}


def _heat(one: Heat) -> Plain:
    return {"share": round(one.share, 3), "times": one.times}


def map_as_plain(people: PeopleMap, steps: StepMap) -> Plain:
    """Return both heat maps."""
    return {
        "people": [
            {**_person(one), "techniques": {name: _heat(heat) for name, heat in known.items()}}
            for one, known in people.rows
        ],
        "steps": [
            {
                "step": row.step,
                "name": row.name,
                "all": _heat(row.all) if row.all else None,
                "teams": {
                    team.name: _heat(row.teams[team.id])
                    for team in steps.teams
                    if team.id in row.teams
                },
            }
            for row in steps.rows
        ],
    }


def dossier_as_plain(found: Dossier) -> Plain:
    """Return one person's page."""
    from uss_trainer.actions.results import results_as_plain

    return {
        **_person(found.person),
        "teams": list(found.teams),
        "practice": _practice(found.practice),
        "techniques": {heat.column: _heat(heat) for _, heat in found.techniques},
        **results_as_plain(found.results),
        "attempts": [_seen(one) for one in found.attempts],
    }


def _seen(one: Seen) -> Plain:
    attempt, ruled = one.attempt, one.ruled
    done = attempt.finished
    return {
        "attempt": attempt.id,
        "scenario": attempt.scenario,
        "title": one.title,
        "mode": attempt.mode,
        "shared": not one.official,
        "started_at": attempt.started_at,
        "finished_at": attempt.finished_at or None,
        "total": attempt.total if done else None,
        "total_if_open": attempt.total_if_open if done else None,
        "ruled_total": ruled.total if ruled else None,
        "band": (ruled.band if ruled else attempt.band) or None,
    }


def queue_as_plain(found: Iterable[Ungraded]) -> Plain:
    """Return the queue."""
    return {
        "queue": [
            {
                "attempt": one.attempt.id,
                "person": one.attempt.person,
                "name": one.name,
                "scenario": one.attempt.scenario,
                "assignment": one.attempt.assignment or None,
                "turn": one.place,
                "customer": one.customer,
                "reply": one.reply,
                "reason": one.reason or None,
                "steps": list(one.steps),
            }
            for one in found
        ]
    }


def boards_as_plain(found: Iterable[Board]) -> Plain:
    """Return boards."""
    return {
        "boards": [
            {
                "team": board.team.name,
                "on": board.on,
                "people": [
                    {"name": row.name, "me": row.me, "given": row.given, "done": row.done}
                    for row in board.rows
                ],
            }
            for board in found
        ]
    }
