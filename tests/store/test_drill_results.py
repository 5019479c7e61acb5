"""Answered drills in and out, and a database from before there were any."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from uss_trainer.coaching.drilled import Drilled, best_and_last
from uss_trainer.errors import TrainerError
from uss_trainer.store.drills import Kept, add_drilled, all_drilled, drilled_of
from uss_trainer.store.engine import Database, open_database

PARTS = {"edition": ("d1", "edition", "{}")}
ONE = Drilled(
    "r1", "five-steps", "basics", "order", "d1", "zh", 7, "小秦", "2026-03-02T09:00", 12.5,
    75.0, 75.0, "close", False,
)  # fmt: skip


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_database(f"sqlite:///{tmp_path / 'trainer.db'}")


def test_what_was_answered_comes_back_in_order(database: Database) -> None:
    later = replace(ONE, id="r0", at="2026-03-03T09:00", total=100.0, passed=True)
    other = replace(ONE, id="r2", drill="awards", at="2026-03-01T09:00")
    for one in (ONE, later, other):
        add_drilled(database, Kept(one, '{"ids":[]}', "{}"), PARTS)
    assert all_drilled(database, "me") == (other, ONE, later)
    assert all_drilled(database, "me", 2) == (ONE, later)
    assert all_drilled(database, "me", drill="awards") == (other,)
    assert drilled_of(database, "r1") == Kept(ONE, '{"ids":[]}', "{}")
    assert best_and_last(all_drilled(database, "me"))["five-steps"] == (later, later)
    with pytest.raises(TrainerError, match=r"store\.no-such-attempt"):
        drilled_of(database, "r")


def test_the_first_of_equals_is_best_and_the_latest_last() -> None:
    lower = replace(ONE, id="r9", total=20.0)
    again = replace(ONE, id="r3")
    assert best_and_last([ONE, again, lower])["five-steps"] == (ONE, lower)
