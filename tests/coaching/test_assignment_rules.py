"""Due dates over zones and clock changes; which attempt counts; where somebody stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from uss_trainer.coaching.assignments import (
    Assignment,
    Item,
    counted,
    days_left,
    deadline,
    progress,
)
from uss_trainer.coaching.attempts import Attempt


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("due", "zone", "over"),
    [
        pytest.param("2026-12-24", "Asia/Shanghai", "2026-12-24T16:00Z", id="east of Greenwich"),
        pytest.param("2026-12-24", "America/Los_Angeles", "2026-12-25T08:00Z", id="west of it"),
        pytest.param("2026-03-28", "Europe/Berlin", "2026-03-28T23:00Z", id="eve of summer time"),
        pytest.param("2026-03-29", "Europe/Berlin", "2026-03-29T22:00Z", id="a day of 23 hours"),
        pytest.param("2026-10-25", "Europe/Berlin", "2026-10-25T23:00Z", id="a day of 25 hours"),
        pytest.param(
            "2026-11-01", "America/New_York", "2026-11-02T05:00Z", id="New York's 25 hours"
        ),
        pytest.param("2026-12-31", "Pacific/Kiritimati", "2026-12-31T10:00Z", id="first of all"),
        pytest.param("2026-02-28", "Asia/Kathmandu", "2026-02-28T18:15Z", id="quarter hours"),
        pytest.param("2024-02-29", "UTC", "2024-03-01T00:00Z", id="leap day"),
        pytest.param(
            "2018-11-03", "America/Sao_Paulo", "2018-11-04T03:00Z", id="a midnight left out"
        ),
    ],
)
def test_a_day_is_over_where_the_team_is(due: str, zone: str, over: str) -> None:
    end = deadline(due, zone)
    assert end == moment(over)


@pytest.mark.parametrize(
    ("due", "zone", "now", "days"),
    [
        ("2026-12-24", "Asia/Shanghai", "2026-12-23T15:59Z", 1),
        ("2026-12-24", "Asia/Shanghai", "2026-12-23T16:00Z", 0),
        ("2026-12-24", "Asia/Shanghai", "2026-12-24T16:00Z", -1),
        ("2026-12-24", "America/Los_Angeles", "2026-12-25T07:59Z", 0),
        ("2026-03-30", "Europe/Berlin", "2026-03-28T22:59Z", 2),
        ("2026-03-30", "Europe/Berlin", "2026-03-28T23:00Z", 1),
        ("2026-10-26", "Europe/Berlin", "2026-10-25T22:30Z", 1),
        ("", "Asia/Shanghai", "2026-12-24T16:00Z", None),
    ],
)
def test_days_are_counted_on_the_teams_calendar(
    due: str, zone: str, now: str, days: int | None
) -> None:
    assert days_left(due, zone, moment(now)) == days


def attempt(number: int, total: float | None, *, most: float = 0.0, **more: object) -> Attempt:
    """Return an attempt of day `number`, finished within it where it has a total."""
    facts: dict[str, object] = {
        "id": f"a{number}",
        "scenario": "call",
        "assignment": "as",
        "started_at": f"2026-12-{number:02}T09:00:00.000+00:00",
    }
    if total is not None:
        facts |= {"finished_at": f"2026-12-{number:02}T10:00:00.000+00:00", "total": total}
        facts |= {"total_if_open": max(most, total)}
    rest = {"pack": "p", "technique": "t", "edition": "e", "mode": "typed", "lang": "en"}
    return Attempt(**{**rest, "seed": 1, "me": "L", **facts, **more})  # type: ignore[arg-type]


A, B, C = attempt(1, 70), attempt(2, 90), attempt(3, 85)


@pytest.mark.parametrize(("how", "found"), [("best", "a2"), ("last", "a3"), ("first", "a1")])
def test_which_attempt_counts(how, found: str) -> None:  # type: ignore[no-untyped-def]
    chosen = counted((C, A, attempt(4, None), B), how)
    assert chosen is not None
    assert chosen.id == found


def given(**more: object) -> Assignment:
    return Assignment("as", "T", "typed", (Item("call", "e"),), due="2026-12-03", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rules", "attempts", "state", "left"),
    [
        pytest.param({}, (), "open", None, id="nothing yet"),
        pytest.param({}, (attempt(1, None),), "begun", None, id="begun"),
        pytest.param({}, (A,), "below", None, id="below the mark"),
        pytest.param({}, (A, B), "done", None, id="the best passes"),
        pytest.param(
            {"counting": "last"}, (B, A), "done", None, id="last by its end, not by order"
        ),
        pytest.param({"counting": "first"}, (A, B), "failed", 0, id="the first decides"),
        pytest.param({"attempts": 1}, (A, B), "failed", 0, id="one too many doesn't count"),
        pytest.param({"attempts": 2}, (A,), "below", 1, id="one is left"),
        pytest.param({"attempts": 2}, (A, attempt(2, None)), "below", 0, id="the last one runs"),
        pytest.param({"pass_mark": 70}, (A,), "done", None, id="a mark of its own"),
        pytest.param({}, (attempt(1, 90, missed_musts=1),), "below", None, id="a must is missing"),
        pytest.param({}, (attempt(1, 75, most=85),), "pending", None, id="open replies decide"),
        pytest.param({}, (attempt(1, 90, retry_of="a0"),), "open", None, id="a retry"),
        pytest.param({}, (attempt(1, 90, assignment=""),), "open", None, id="free practice"),
        pytest.param({}, (attempt(1, 90, scenario="x"),), "open", None, id="another scenario"),
    ],
)
def test_where_somebody_stands(rules, attempts, state: str, left) -> None:  # type: ignore[no-untyped-def]
    stands = progress(given(**rules), "call", attempts, moment("2026-12-02T12:00Z"))
    assert (stands.state, stands.left, stands.overdue) == (state, left, False)


@pytest.mark.parametrize(
    ("attempts", "now", "overdue", "late"),
    [
        pytest.param((A,), "2026-12-03T15:59Z", False, False, id="the last minute"),
        pytest.param((A,), "2026-12-03T16:00Z", True, False, id="over"),
        pytest.param((B,), "2026-12-09T00:00Z", False, False, id="done in time"),
        pytest.param((attempt(5, 95),), "2026-12-09T00:00Z", False, True, id="done late"),
        pytest.param((attempt(1, 75, most=85),), "2026-12-09T00:00Z", False, False, id="pending"),
    ],
)
def test_overdue_and_late(attempts, now: str, overdue: bool, late: bool) -> None:  # type: ignore[no-untyped-def]
    stands = progress(given(), "call", attempts, moment(now))
    assert (stands.overdue, stands.late) == (overdue, late)
