"""Many programs that write to one SQLite file at once lose nothing and fail nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from uss_trainer.store.engine import open_database
from uss_trainer.store.tables import attempts, contents, events, step_figures

PROGRAMS = int(os.environ.get("USS_TRAINER_PROGRAMS", "12"))
EACH, TURNS = 3, 4

WRITE = f"""
import sys
from uss_trainer.coaching.attempts import Attempt
from uss_trainer.grading.card import Scorecard, StepScore
from uss_trainer.store.attempts import Closing, Event, add_attempt, add_event
from uss_trainer.store.engine import open_database

url, name = sys.argv[1:]
sys.stdin.read()
database = open_database(url)
step = StepScore("phone/greet", True, 1, 3, 70.0, 70.0, 0, "hello", "", True, False)
card = Scorecard(
    total=70, total_if_open=70, band="close", passed=False, technique="phone",
    coverage=70, coverage_of=70, order=0, order_of=0, methods=0, methods_of=0,
    key_points=0, key_points_of=0, steps=(step,), performed=(), in_order=(),
    key_point_scores=(), deductions=(), missed_must=(), talk_minutes=0, talk_share=0,
    think_seconds=0, open_turns=(), versions={{}},
)
at = "2026-03-02T09:00:00.000+00:00"
for number in range({EACH}):
    attempt = Attempt(f"{{name}}-{{number}}", "call", "p", "phone", "e" * 64, "typed", "en", 1, "L", at)
    add_attempt(database, attempt, {{"edition": ("e" * 64, "edition", "{{}}")}})
    for turn in range(1, {TURNS} + 1):
        closing = Closing(at, "won", "won", card) if turn == {TURNS} else None
        add_event(database, attempt.id, Event(turn, "turn", at, f"{{name}} said {{turn}}"), closing)
"""


def test_many_programs_write_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'trainer.db').as_posix()}"
    pipe = subprocess.PIPE
    programs = [
        subprocess.Popen([sys.executable, "-c", WRITE, url, f"p{number}"], stdin=pipe, stderr=pipe)
        for number in range(PROGRAMS)
    ]
    for one in programs:
        # All wait for their input to end, so that they open the new file at once.
        assert one.stdin is not None
        one.stdin.close()
        one.stdin = None
    failed = [one.communicate(timeout=240)[1] for one in programs]
    troubles = [said.decode() for said, one in zip(failed, programs, strict=True) if one.returncode]
    assert "\n".join(troubles) == ""
    with open_database(url).read() as connection:
        done = connection.execute(select(attempts.c.id, attempts.c.finished_at)).all()
        said = Counter(row.attempt for row in connection.execute(select(events.c.attempt)))
        figures = connection.execute(select(step_figures.c.attempt)).all()
        assert len(connection.execute(select(contents)).all()) == 1
    wanted = {f"p{number}-{call}" for number in range(PROGRAMS) for call in range(EACH)}
    assert {row.id for row in done if row.finished_at} == wanted
    assert said == dict.fromkeys(wanted, TURNS)
    assert {row.attempt for row in figures} == wanted
