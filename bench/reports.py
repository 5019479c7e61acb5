"""How long each figure of the reports takes on 10,000 people and 1,000,000 turns.

Run as `python bench/reports.py [FILE] [--turns N] [--people N]`; FILE is kept and used again. Each
figure is asked for several times, the median is printed, in seconds and as a ratio to the floor: SQLite
counting the attempts. `--plans` prints how the database goes about each.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "bench"))

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk

ROUNDS = 3
LIMIT = 1.0
"""Seconds a page may take."""


def main() -> None:
    """Make the database where it isn't there, and print what each figure takes."""
    asked = argparse.ArgumentParser()
    asked.add_argument("file", nargs="?", type=Path)
    asked.add_argument("--turns", type=int, default=1_000_000)
    asked.add_argument("--people", type=int, default=10_000)
    asked.add_argument("--plans", action="store_true")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.file or Path(folder) / "many.db"
        desk = desk_on(path, Path(folder))
        if not path.exists():
            from many import fill

            start = perf_counter()
            fill(desk, options.people, options.turns)
            print(f"made in {perf_counter() - start:.0f} s, {path.stat().st_size / 2**20:.0f} MB")
        print("\n".join(f"{name}: {many:,}" for name, many in counts(desk).items()))
        if options.plans:
            show_plans(desk)
        over = measure(desk)
        desk.database.close()
    raise SystemExit(f"over {LIMIT:g} s: {', '.join(over)}" if over else 0)


def desk_on(path: Path, folder: Path) -> Desk:
    """Return a desk on a database file, without folders of its own."""
    from uss_trainer.actions.desk import Desk
    from uss_trainer.paths import Folders

    here = Folders(folder / "data", folder / "cache", folder / "config")
    return Desk(here, db=f"sqlite:///{path.as_posix()}")


def counts(desk: Desk) -> dict[str, int]:
    """Return how many rows the large tables hold."""
    names = ("people", "attempts", "events", "step_figures", "turn_figures")
    with desk.database.read() as connection:
        return {
            name: connection.exec_driver_sql(f"select count(*) from {name}").scalar() or 0
            for name in names
        }


def figures(desk: Desk) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    from uss_trainer.actions.assigned import tasks
    from uss_trainer.actions.reporting import page
    from uss_trainer.actions.results import results
    from uss_trainer.actions.standings import standings
    from uss_trainer.coaching.figures import Scope
    from uss_trainer.reports.html import as_html
    from uss_trainer.store import figures as store
    from uss_trainer.store import items

    base, own = desk.database, replace(desk, named="p00042")
    scopes = {
        "person": Scope("me", person="p00042"),
        "team of 100": Scope("me", team="t007"),
        "team of 1,000": Scope("me", team="area"),
        "pack": Scope("me", pack="phone"),
    }
    found: dict[str, Callable[[], object]] = {}
    for name, scope in scopes.items():
        for ask in (
            store.whole, store.by_scenario, store.by_technique, store.by_month, store.by_step,
            store.people_by_technique, store.editions, store.graders,
        ):  # fmt: skip
            found[f"{name}: {ask.__name__}"] = lambda ask=ask, scope=scope: ask(base, scope)
    for ask in (items.first_scores, items.step_moments, items.first_replies):
        found[f"pack: {ask.__name__}"] = lambda ask=ask: ask(base, scopes["pack"])
    found["all teams: teams_by_technique"] = lambda: store.teams_by_technique(base, Scope("me"))
    found["all teams, a pack: teams_by_step"] = lambda: store.teams_by_step(base, scopes["pack"])
    for subject, name in (
        ("person", "p00042"),
        ("team", "t007"),
        ("team", "area"),
        ("pack", "phone"),
    ):
        title = f"page of a {subject}, {name}"
        found[title] = lambda subject=subject, name=name: as_html(page(desk, subject, name, "zh"))
    found["tasks on Home, 7 packs given"] = lambda: tasks(own, "zh")
    found["standings on Home"] = lambda: standings(own, "zh")
    found["results of one assignment, 60,000 lines"] = lambda: results(desk, "a-phone")
    return found


def measure(desk: Desk) -> list[str]:
    """Print each figure's time and return the names of those over the limit."""
    floor = seconds(lambda: counts(desk))[1]
    print(
        f"floor (counting the rows of five tables): {floor:.3f} s; of the processor, then by the clock"
    )
    over = []
    for name, ask in figures(desk).items():
        clock, own = seconds(ask)
        print(f"{name:<45} {own:7.3f} s {own / floor:6.1f} × the floor {clock:7.3f} s")
        if own > LIMIT:
            over.append(name)
    return over


def seconds(ask: Callable[[], object]) -> tuple[float, float]:
    """Return the median time of asking: by the clock, and of this process alone."""
    clocks, own = [], []
    for _ in range(ROUNDS):
        start, used = perf_counter(), process_time()
        ask()
        clocks.append(perf_counter() - start)
        own.append(process_time() - used)
    return median(clocks), median(own)


def show_plans(desk: Desk) -> None:
    """Print the plan of each statement as SQLite explains it."""
    from sqlalchemy import event

    engine, seen = desk.database._engine, set()

    @event.listens_for(engine, "before_cursor_execute")
    def _explain(connection, cursor, statement, parameters, context, many):  # type: ignore[no-untyped-def]
        if statement.startswith("SELECT") and statement not in seen:
            seen.add(statement)
            cursor.execute("EXPLAIN QUERY PLAN " + statement, parameters)
            print("   ", *(row[3] for row in cursor.fetchall()), sep="\n      ")

    for name, ask in figures(desk).items():
        print(name)
        ask()
    event.remove(engine, "before_cursor_execute", _explain)


if __name__ == "__main__":
    main()
