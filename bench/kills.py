"""Kill the program at seeded moments and look whether anything that was committed is lost.

    python bench/kills.py 1000        # the seeds 1 to 1000
    python bench/kills.py 500 501     # the seeds 501 to 1000

A child process plays attempt after attempt by seeded choices and reports every turn once it is
committed. It is killed in the middle; then everything it reported must be in the database, and every
attempt must go on to its end.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting

ROOT = Path(__file__).resolve().parent.parent
PACKS = ROOT / "tests" / "packs"
SCENARIO = "quick-knife-first-visit"
LONGEST = 0.8
"""Seconds after the first attempt has begun within which the child is killed."""


@dataclass(frozen=True)
class Kill:
    """What one kill showed."""

    seed: int
    turns: int
    """Turns the child had reported as committed."""

    attempts: int
    lost: tuple[str, ...]
    """What was reported and isn't there, or can't go on."""


def desk_in(home: Path) -> Desk:
    """Return a desk whose data lies in `home`."""
    from uss_trainer.actions.desk import Desk
    from uss_trainer.paths import Folders

    return Desk(Folders(home / "data", home / "cache", home / "config", packs=(PACKS,)))


def played(desk: Desk, sitting: Sitting, chance: random.Random) -> Iterator[Sitting]:
    """Yield the sitting after each reply chosen by chance, to the end."""
    from uss_trainer.actions.playing import choose
    from uss_trainer.player.scene import choices

    seed = sitting.attempt.seed
    while not sitting.state.ended:
        offered = choices(sitting.edition, sitting.state.position, sitting.voice, seed)
        sitting = choose(desk, sitting, chance.choice(offered).id)
        yield sitting


def child(home: Path, seed: int) -> None:
    """Play for ever, one line to stdout for every commit: the attempt and its number of events."""
    from uss_trainer.actions.sittings import begin

    desk, chance = desk_in(home), random.Random(seed)
    while True:
        sitting = begin(desk, SCENARIO, mode="guided", lang="zh", me="小李", seed=seed)
        print(sitting.attempt.id, 0, flush=True)
        for later in played(desk, sitting, chance):
            print(later.attempt.id, later.stored, flush=True)


def reported(home: Path, seed: int) -> dict[str, int]:
    """Start a child, kill it at a moment that `seed` decides, and return what it had reported."""
    process = subprocess.Popen(
        [sys.executable, __file__, "--child", str(home), str(seed)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    timer = threading.Timer(random.Random(f"kill {seed}").uniform(0, LONGEST), process.kill)
    timer.start()
    lines += process.stdout.readlines()
    timer.join()
    process.wait()
    process.stdout.close()
    # A line that the kill cut short was never reported.
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {attempt: int(number) for attempt, number in whole}


def look(home: Path, seed: int, told: dict[str, int]) -> Iterator[str]:
    """Yield what is missing of what the child had reported, and attempts that can't go on."""
    from uss_trainer.actions.sittings import resume
    from uss_trainer.coaching.people import ME
    from uss_trainer.store.attempts import all_attempts, attempt_of, events_of

    desk = desk_in(home)
    stored = {attempt.id for attempt in all_attempts(desk.database, ME)}
    yield from (f"attempt {attempt} is gone" for attempt in told if attempt not in stored)
    if len(stored) > len(told) + 1:
        yield f"{len(stored)} attempts stored, {len(told)} reported"
    for attempt in sorted(stored):
        numbers = [event.number for event in events_of(desk.database, attempt)]
        if numbers != [*range(1, len(numbers) + 1)] or len(numbers) < told.get(attempt, 0):
            yield f"attempt {attempt}: {told.get(attempt)} turns reported, stored {numbers}"
        if not attempt_of(desk.database, attempt).finished:
            last = list(played(desk, resume(desk, attempt, "zh"), random.Random(seed)))[-1]
            if not (last.state.ended and attempt_of(desk.database, attempt).finished):
                yield f"attempt {attempt} can't be played to its end"
    with desk.database.read() as connection:
        verdict = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    if verdict != "ok":
        yield f"the database says {verdict}"


def kill(seed: int, home: Path) -> Kill:
    """Kill one child and look at what is left."""
    told = reported(home, seed)
    lost = tuple(look(home, seed, told)) if told else ("the child reported nothing",)
    return Kill(seed, sum(told.values()), len(told), lost)


def main(count: int, first: int) -> int:
    """Kill `count` children, by the seeds from `first` on, and return the exit code."""
    turns = attempts = bad = 0
    for seed in range(first, first + count):
        home = Path(tempfile.mkdtemp(prefix="uss-kill-"))
        done = kill(seed, home)
        shutil.rmtree(home, ignore_errors=True)
        turns, attempts, bad = turns + done.turns, attempts + done.attempts, bad + bool(done.lost)
        for lost in done.lost:
            print(f"seed {seed}: {lost}", flush=True)
        kills = seed - first + 1
        if kills == count or kills % 25 == 0:
            line = f"kills {kills}, attempts {attempts}, turns {turns}, losses {bad}"
            print(line, flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]), int(sys.argv[3]))
    given = [int(word) for word in sys.argv[1:3]]
    sys.exit(main(*given, *(20, 1)[len(given) :]))
