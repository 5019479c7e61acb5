"""What the database counts is what the rules say, attempt for attempt; figures are summed there."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from uss_trainer.coaching.assignments import COUNTING, Assignment, Item, progress
from uss_trainer.coaching.attempts import Attempt
from uss_trainer.coaching.people import Change, Note, Person, Team
from uss_trainer.coaching.rulings import Ruled, as_ruled
from uss_trainer.store import people
from uss_trainer.store.assignments import Assignee, add_assignment
from uss_trainer.store.engine import Database, open_database
from uss_trainer.store.heat import people_by_technique, steps_by_team, steps_of_team
from uss_trainer.store.tables import attempts, contents, ruled, ruled_figures, shares, step_figures
from uss_trainer.store.tallies import STATES, tallies

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
BY = people.By("me", NOW.isoformat())
PEOPLE = tuple(Person(f"p{number}", f"P{number}") for number in range(6))
TEAM = Team("t1", "East", members=frozenset({"p1", "p2", "p3"}))


@pytest.fixture
def database(tmp_path: Path) -> Database:
    found = open_database(f"sqlite:///{(tmp_path / 'trainer.db').as_posix()}")
    change = Change(PEOPLE, (TEAM,), (Note("people.add", "p0"),))
    people.change(found, BY, lambda _roster: change)
    with found.write() as connection:
        connection.execute(insert(contents).values(digest="d", kind="edition", body="{}"))
    return found


def attempt(name: str, **more: object) -> Attempt:
    at = NOW.isoformat(timespec="milliseconds")
    fixed = {"scenario": "s", "pack": "p", "technique": "phone", "edition": "d", "mode": "typed"}
    values = {"id": name, "lang": "zh", "seed": 1, "me": "x", "started_at": at, **fixed, **more}
    return Attempt(**values)  # type: ignore[arg-type]


def chance(dice: random.Random, number: int, given: str) -> Attempt:
    """Return an attempt of any kind there can be."""
    begun = NOW + timedelta(minutes=number)
    finished = begun + timedelta(minutes=dice.choice((1, 500))) if dice.random() < 0.8 else None
    total = float(dice.choice((40, 70, 80, 90)))
    return attempt(
        f"a{number:04}",
        scenario=dice.choice(("s1", "s2")),
        person=dice.choice(PEOPLE).id,
        assignment=given,
        started_at=begun.isoformat(timespec="milliseconds"),
        finished_at=finished.isoformat(timespec="milliseconds") if finished else "",
        total=total,
        total_if_open=total + dice.choice((0, 0, 15)),
        missed_musts=dice.choice((0, 0, 0, 1)),
        retry_of="x" if dice.random() < 0.1 else "",
    )


@pytest.mark.parametrize("counting", COUNTING)
@pytest.mark.parametrize("allowed", [0, 2])
def test_the_database_counts_as_the_rules_do(
    database: Database, counting: str, allowed: int
) -> None:
    dice = random.Random(f"{counting}{allowed}")
    week = Assignment(
        "g1", "Week", "typed", (Item("s1", "d"), Item("s2", "d")), attempts=allowed,
        counting=counting, due="2026-03-01", zone="UTC", at=NOW.isoformat(),  # type: ignore[arg-type]
    )  # fmt: skip
    having = tuple(Assignee(one.id, one.id) for one in PEOPLE)
    add_assignment(database, BY, week, having, ())
    made = [chance(dice, number, "g1") for number in range(60)]
    changed = {one.id: Ruled(95.0, 95.0, "pass", True, 0) for one in made[::7] if one.finished}
    with database.write() as connection:
        connection.execute(insert(attempts), [_row(one) for one in made])
        for name, result in changed.items():
            connection.execute(insert(ruled).values(attempt=name, at="", **_row(result)))
    counted = as_ruled(made, changed)
    stands = {
        (one.id, item.scenario): progress(
            week, item.scenario, [each for each in counted if each.person == one.id], NOW
        )
        for one in PEOPLE
        for item in week.items
    }
    for team, members in (("", {one.id for one in PEOPLE}), ("t1", TEAM.members)):
        states: Counter[str] = Counter(
            one.state for (who, _), one in stands.items() if who in members
        )
        given, stand = tallies(database, ["g1"], team)
        tally = given["g1"]
        assert {name: getattr(tally, name) for name in (*STATES, "open")} == {
            name: states[name] for name in (*STATES, "open")
        }
        for each in stand.values():
            own = [one for (who, _), one in stands.items() if who == each.of]
            assert each.overdue == sum(one.overdue for one in own)
            assert each.done == sum(one.state == "done" for one in own)
        assert set(stand) == members


def _row(value: object) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(value)  # type: ignore[call-overload, no-any-return]


def test_figures_are_summed_without_free_practice_and_with_rulings(database: Database) -> None:
    done = {"finished_at": NOW.isoformat(), "total": 50.0}
    made = [
        attempt("given", person="p1", assignment="g", **done),
        attempt("free", person="p1", **done),
        attempt("shared", person="p2", **done),
        attempt("ruled", person="p4", assignment="g", **done),
        attempt("retry", person="p1", assignment="g", retry_of="given", **done),
        attempt("going", person="p1", assignment="g"),
    ]

    def figure(name: str, step: str, earned: float, due: bool = True) -> dict[str, object]:
        return {
            "attempt": name, "step": step, "due": due, "quality": 1, "earned": earned, "possible": 10.0,
        }  # fmt: skip

    with database.write() as connection:
        connection.execute(insert(attempts), [_row(one) for one in made])
        rows = [figure(one.id, "phone/greet", 5.0) for one in made]
        rows += [figure("given", "opening/state_it", 2.0), figure("given", "fbv/x", 9.0, due=False)]
        connection.execute(insert(step_figures), rows)
        connection.execute(insert(ruled_figures), [figure("ruled", "phone/greet", 10.0)])
        result = _row(Ruled(90.0, 90.0, "pass", True, 0))
        connection.execute(insert(ruled).values(attempt="ruled", at="", **result))
        connection.execute(insert(shares).values(attempt="shared", at=""))
    found = people_by_technique(database, [one.id for one in PEOPLE])
    assert {(one.row, one.column): (one.share, one.times) for one in found} == {
        ("p1", "phone"): (0.5, 1),
        ("p1", "opening"): (0.2, 1),
        ("p2", "phone"): (0.5, 1),
        ("p4", "phone"): (1.0, 1),
    }
    steps = {(one.row, one.column): one.times for one in steps_by_team(database, ["t1"])}
    assert steps == {
        ("phone/greet", ""): 3,
        ("opening/state_it", ""): 1,
        ("phone/greet", "t1"): 2,
        ("opening/state_it", "t1"): 1,
    }
    assert {one.row: one.times for one in steps_of_team(database, "t1")} == {
        "phone/greet": 2, "opening/state_it": 1,
    }  # fmt: skip
