"""Assignments: what was given to whom, until when, and which attempt counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal, get_args

from uss_trainer.coaching.people import ZONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uss_trainer.coaching.attempts import Attempt

Counting = Literal["best", "last", "first"]
COUNTING: tuple[Counting, ...] = get_args(Counting)
"""Which of several finished attempts counts."""

State = Literal["open", "begun", "below", "pending", "done", "failed"]
"""`below`: the mark isn't reached yet and attempts are left; `failed`: none is left; `pending`: a
trainer's ruling on replies still open decides."""

PASS_MARK = 80.0


@dataclass(frozen=True, slots=True)
class Item:
    """One scenario of an assignment, in the version it was given."""

    scenario: str
    edition: str
    """Digest of its content."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a trainer asks for."""

    id: str
    title: str
    mode: str
    """The way it has to be played: `guided`, `typed` or `self-check`."""

    items: tuple[Item, ...]
    due: str = ""
    """The last day, ISO 8601; empty where there is none."""

    zone: str = ZONE
    """IANA time zone in which that day ends."""

    pass_mark: float = PASS_MARK
    """The total that has to be reached, with every must-have step done."""

    attempts: int = 0
    """How often each scenario may be begun; 0 for any number."""

    counting: Counting = "best"
    by: str = ""
    """Name of who gave it."""

    at: str = ""
    """When it was given; ISO 8601, UTC."""

    def item(self, scenario: str) -> Item | None:
        """Return the item that is this scenario, or None."""
        return next((item for item in self.items if item.scenario == scenario), None)


@dataclass(frozen=True, slots=True)
class Progress:
    """How somebody stands with one item."""

    state: State
    counted: Attempt | None = None
    """The attempt that counts; None while none is finished."""

    unfinished: Attempt | None = None
    made: int = 0
    """Attempts begun."""

    left: int | None = None
    """Attempts that may still be begun; None for any number."""

    overdue: bool = False
    """Whether the last day is over and nothing that passes, or may yet pass, is there."""

    late: bool = False
    """Whether the attempt that counts was finished after the last day."""

    days: int | None = None
    """Days to the last one, which has 0; negative once it is over; None where there is none."""


def deadline(due: str, zone: str) -> datetime | None:
    """Return the moment at which the day `due` is over in `zone`, in UTC; None where none is set."""
    if not due:
        return None
    from zoneinfo import ZoneInfo

    after = date.fromisoformat(due) + timedelta(days=1)
    return datetime.combine(after, time(), ZoneInfo(zone)).astimezone(UTC)


def days_left(due: str, zone: str, now: datetime) -> int | None:
    """Return the days from today, as the zone's calendars show it, to the last one."""
    if not due:
        return None
    from zoneinfo import ZoneInfo

    return (date.fromisoformat(due) - now.astimezone(ZoneInfo(zone)).date()).days


def counted(attempts: Sequence[Attempt], how: Counting) -> Attempt | None:
    """Return which of the finished attempts counts; of equals the earlier one is the best."""
    finished = sorted((one for one in attempts if one.finished), key=lambda one: one.finished_at)
    if not finished:
        return None
    if how == "best":
        return max(finished, key=lambda one: (one.total_if_open, one.total))
    return finished[-1 if how == "last" else 0]


def progress(
    assignment: Assignment, scenario: str, attempts: Iterable[Attempt], now: datetime
) -> Progress:
    """Return how somebody stands with a scenario, given their attempts.

    Retries and attempts beyond the number allowed don't count.
    """
    mine = sorted(
        (
            one
            for one in attempts
            if one.assignment == assignment.id and one.scenario == scenario and not one.retry_of
        ),
        key=lambda one: one.started_at,
    )
    allowed = mine[: assignment.attempts] if assignment.attempts else mine
    chosen = counted(allowed, assignment.counting)
    left = max(assignment.attempts - len(mine), 0) if assignment.attempts else None
    if assignment.counting == "first" and chosen:
        left = 0
    unfinished = next((one for one in reversed(allowed) if not one.finished), None)
    state = _state(assignment, chosen, unfinished, left)
    end = deadline(assignment.due, assignment.zone)
    return Progress(
        state=state,
        counted=chosen,
        unfinished=unfinished,
        made=len(mine),
        left=left,
        overdue=bool(end and now >= end and state not in ("done", "pending")),
        late=bool(end and chosen and datetime.fromisoformat(chosen.finished_at) >= end),
        days=days_left(assignment.due, assignment.zone, now),
    )


def _state(
    assignment: Assignment, chosen: Attempt | None, unfinished: Attempt | None, left: int | None
) -> State:
    if chosen is None:
        return "begun" if unfinished else "open"
    if reaches(assignment, chosen):
        return "done"
    if chosen.total_if_open >= assignment.pass_mark and chosen.total_if_open > chosen.total:
        return "pending"
    return "failed" if left == 0 and unfinished is None else "below"


def reaches(assignment: Assignment, attempt: Attempt) -> bool:
    """Return whether an attempt passes: the mark reached, no must-have step missed."""
    return attempt.total >= assignment.pass_mark and not attempt.missed_musts
