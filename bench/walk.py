"""How fast scenarios are walked by choosing, as a rate and as a ratio to the least a turn can cost.

Run as `python bench/walk.py [SCENARIO ...]`. The floor is a walk that throws the same dice and copies
one position a turn, without conditions, texts or scores.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition

USUAL = ("cold-call", "seal-on-the-desk", "two-at-the-table", "too-dear", "month-end")
PLAYS = 1000
ROUNDS = 3


def main() -> None:
    """Print turns a second, scorecards included, and the ratio to the floor."""
    from uss_trainer.content.library import open_library

    library = open_library([])
    print(f"choosing walkers, {PLAYS} plays each, scorecards included; median of {ROUNDS}")
    rates = []
    for name in sys.argv[1:] or USUAL:
        edition = library.edition(name)
        pairs = [(walked(edition), floor(edition)) for _ in range(ROUNDS)]
        (turns, seconds), least = median(pair[0] for pair in pairs), median(p[1] for p in pairs)
        rates.append(turns / seconds)
        cost = seconds / turns / least
        print(f"{name:<20} {turns:6} turns {rates[-1]:8.0f} a second {cost:6.2f} × the floor")
    print(f"{'all':<20} {'':12} {median(rates):8.0f} a second   (target 20,000)")


def walked(edition: Edition) -> tuple[int, float]:
    """Return how many turns the choosing walkers took, and the processor seconds."""
    from uss_trainer.authoring.course import Course
    from uss_trainer.authoring.noted import Noted
    from uss_trainer.authoring.walk import walk
    from uss_trainer.authoring.walkers import WALKERS

    start = process_time()
    found = walk(Course(edition, "zh"), WALKERS[:-1], PLAYS, 7, Noted())
    return found.turns, process_time() - start


def floor(edition: Edition) -> float:
    """Return the processor seconds of one turn that only throws dice and copies a position."""
    from uss_trainer.player.play import begin

    dice, position, count = Random(7), begin(edition).position, 20_000
    replies = edition.scenario.scenes[0].replies
    start = process_time()
    for _ in range(count):
        reply = replies[int(dice.random() * len(replies))]
        position = replace(position, came=reply.id)
    return (process_time() - start) / count


if __name__ == "__main__":
    main()
