"""`walk`: play a scenario a thousand times over and tell what is never seen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import Whole, form
from uss_trainer.cli.streams import is_terminal, tell, write
from uss_trainer.cli.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.walking import Walked, WalkRun, Walks
    from uss_trainer.cli.here import Here

PLAYS = 1000
BAR = 8
"""Cells of the longest bar."""


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(scenario: str, plays: int, seed: int, format: str) -> int:
        return _run(here, scenario, plays, seed, format)

    numbers = [
        click.Option([f"--{name}"], type=Whole(most), default=usual, help=here.say(f"walk.{name}"))
        for name, most, usual in (("plays", 100_000, PLAYS), ("seed", 999_999_999, 7))
    ]
    params = [click.Argument(["scenario"]), *numbers, form(here)]
    return Spoken(here, "walk", callback=run, params=params)


def _run(here: Here, scenario: str, plays: int, seed: int, form: str) -> int:
    from uss_trainer.actions.walking import walk_run

    run = walk_run(here.desk, scenario, plays=plays, seed=seed, lang=here.lang)
    with click.progressbar(
        length=run.length,
        label=here.say("walk.walking"),
        file=sys.stderr,
        hidden=not is_terminal(sys.stderr),
    ) as bar:
        walks = run.results(bar.update)
    if form == "json":
        here.write(_plain(run, walks))
    else:
        _tables(here, run, walks)
    for one in walks.runaways:
        walker = here.say(f"walk.walker-{one.walker}")
        tell(here.say("walk.runaway", walker=walker, scenes=", ".join(one.scenes)))
    return int(bool(walks.runaways))


def _tables(here: Here, run: WalkRun, walks: Walks) -> None:
    from uss_trainer.actions.walking import spread

    facts = {"scenario": run.scenario, "plays": run.plays, "seed": run.seed, "turns": walks.turns}
    write(here.say("walk.title", **facts))
    names = ("walker", "least", "lower", "median", "upper", "most", "passed")
    rows = []
    for one in _scored(walks):
        figures = [f"{figure:g}" for figure in spread(play.total for play in one.played)]
        rows.append([_name(here, one), *figures, _percent(one)])
    for line in table([here.say(f"walk.column-{name}") for name in names], rows):
        write(line)
    write("")
    for line in _histogram(here, walks):
        write(line)
    write("")
    for line in (*_ended(here, run, walks), *_counted(here, walks), *_unseen(here, walks)):
        write(line)


def _scored(walks: Walks) -> list[Walked]:
    return [one for one in walks.walked if one.played]


def _name(here: Here, one: Walked) -> str:
    return here.say(f"walk.walker-{one.walker}")


def _percent(one: Walked) -> str:
    return f"{100 * sum(play.passed for play in one.played) / len(one.played):.0f} %"


def _histogram(here: Here, walks: Walks) -> Iterator[str]:
    """Yield how each walker's totals lie, ten points a line, the longest bar for its commonest."""
    from uss_trainer.actions.walking import buckets

    scored = _scored(walks)
    columns = [buckets(play.total for play in one.played) for one in scored]
    rows = []
    for place in range(9, -1, -1):
        if any(column[place] for column in columns):
            bars = [_bar(column[place], max(column)) for column in columns]
            rows.append([f"{10 * place}-{100 if place == 9 else 10 * place + 9}", *bars])
    yield from table([here.say("walk.column-points"), *(_name(here, one) for one in scored)], rows)


def _bar(count: int, most: int) -> str:
    """Return a bar; the least count that is any shows a half."""
    halves = max(1, round(2 * BAR * count / most)) if count else 0
    return ("█" * (halves // 2) + "▌" * (halves % 2)).ljust(BAR)


def _ended(here: Here, run: WalkRun, walks: Walks) -> Iterator[str]:
    """Yield how often each walker came to each ending."""
    scored = _scored(walks)
    rows = []
    for ending in run.edition.scenario.endings:
        counts = [sum(play.ending == ending.id for play in one.played) for one in scored]
        rows.append([ending.id, *(str(count) for count in counts)])
    yield from table([here.say("walk.column-ending"), *(_name(here, one) for one in scored)], rows)


def _counted(here: Here, walks: Walks) -> Iterator[str]:
    """Yield what looking at every way of choosing came to."""
    every = walks.every
    yield ""
    if every.played:
        least = min(play.total for play in every.played)
        most = max(play.total for play in every.played)
        facts = {"ways": every.ways, "least": f"{least:g}", "most": f"{most:g}"}
        yield here.say("walk.every-scored", **facts)
    elif every.ways:
        yield here.say("walk.every-counted", ways=every.ways, places=every.places)
    elif every.complete:
        yield here.say("walk.every-circles", places=every.places)
    else:
        yield here.say("walk.every-capped", places=every.places)


def _unseen(here: Here, walks: Walks) -> Iterator[str]:
    if not walks.unseen:
        yield here.say("walk.all-seen")
    for kind in ("scenes", "lines", "replies", "feedback", "endings"):
        if some := getattr(walks.unseen, kind):
            yield here.say(f"walk.unseen-{kind}", ids=", ".join(some))


def _plain(run: WalkRun, walks: Walks) -> dict[str, object]:
    from dataclasses import asdict

    every = walks.every
    return {
        "scenario": run.scenario,
        "plays": run.plays,
        "seed": run.seed,
        "turns": walks.turns,
        "walkers": [_walker(run, one) for one in walks.walked],
        "every_way": {"places": every.places, "complete": every.complete, "ways": every.ways},
        "unseen": asdict(walks.unseen),
        "runaways": [asdict(one) for one in walks.runaways],
    }


def _walker(run: WalkRun, one: Walked) -> dict[str, object]:
    from uss_trainer.actions.walking import buckets, spread

    totals = [play.total for play in one.played]
    figures = spread(totals) if totals else [None] * 5
    return {
        "walker": one.walker,
        "plays": len(totals),
        "runaways": one.runaways,
        **dict(zip(("least", "lower", "median", "upper", "most"), figures, strict=True)),
        "passed": sum(play.passed for play in one.played),
        "histogram": list(buckets(totals)),
        "endings": [
            {"ending": end.id, "plays": sum(play.ending == end.id for play in one.played)}
            for end in run.edition.scenario.endings
        ],
    }
