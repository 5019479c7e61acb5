"""A database of many people's attempts: each a copy of a conversation that was really played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting

PLAYS = 12
"""Different conversations a scenario."""

LONGEST = 40
"""Turns after which a play by chance is given up."""

TEAM = 100
"""People of a team; one more holds an area, and one everybody."""

AREA = 1000
"""People of a large team."""

AT_ONCE = 2000
START = datetime(2025, 1, 1, 8, tzinfo=UTC)


def fill(desk: Desk, people: int, turns: int) -> None:
    """Write people, teams, one assignment a pack for everybody, and attempts until `turns`.

    Half of the attempts belong to the assignments.
    """
    from uss_trainer.store import tables

    dice = Random(7)
    sittings = [one for name in _scenarios(desk) for one in _plays(desk, name, dice)]
    with desk.database.write() as connection:
        _write(connection, tables.people, _people(people))
        groups = [f"t{at:03}" for at in range(people // TEAM)]
        teams = {name: range(at * TEAM, (at + 1) * TEAM) for at, name in enumerate(groups)}
        teams |= {"area": range(AREA), "all": range(people)}
        names = [{"id": one, "name": f"Team {one}", "zone": "Asia/Shanghai"} for one in teams]
        _write(connection, tables.teams, names)
        both = ((team, f"p{at:05}") for team, places in teams.items() for at in places)
        _write(connection, tables.members, ({"team": t, "person": one} for t, one in both))
        _assign(connection, sittings, people)
        _attempts(connection, sittings, people, turns, dice)


def _scenarios(desk: Desk) -> list[str]:
    return [one.id for pack in desk.library.packs for one in pack.scenarios if one.playable]


def _plays(desk: Desk, scenario: str, dice: Random) -> Iterator[Sitting]:
    """Yield finished conversations, good and bad."""
    from uss_trainer.actions.playing import choose
    from uss_trainer.actions.sittings import begin
    from uss_trainer.player.scene import choices

    found = 0
    while found < PLAYS:
        sitting = begin(desk, scenario, mode="guided", lang="zh", me="王丽", record=False)
        skill = dice.random()
        for _ in range(LONGEST):
            if sitting.state.ended:
                found += 1
                yield sitting
                break
            offered = choices(sitting.edition, sitting.state.position, sitting.voice, 7)
            here = sitting.edition.scenario.scene(sitting.state.position.scene)
            quality = {one.id: one.quality for one in here.replies} if here else {}
            best = max(offered, key=lambda one: quality.get(one.id, 0))
            one = best if dice.random() < skill else dice.choice(offered)
            sitting = choose(desk, sitting, one.id, seconds=dice.uniform(2, 30), record=False)


def _people(many: int) -> Iterator[dict[str, Any]]:
    for at in range(many):
        yield {
            "id": f"p{at:05}", "name": f"学员 {at:05}", "number": f"{at:05}", "role": "trainee",
            "active": True, "added_at": START.isoformat(),
        }  # fmt: skip


def _assign(connection: Connection, sittings: Sequence[Sitting], people: int) -> None:
    """Give each pack to everybody."""
    from uss_trainer.actions.sittings import packed
    from uss_trainer.coaching.assignments import Assignment
    from uss_trainer.store import tables
    from uss_trainer.store.contents import add_contents

    packs: dict[str, dict[str, str]] = {}
    for one in sittings:
        digest, parts = packed(one.edition)
        if one.attempt.scenario not in packs.setdefault(one.edition.pack, {}):
            add_contents(connection, parts.values())
        packs[one.edition.pack][one.attempt.scenario] = digest
    for pack, items in packs.items():
        given = asdict(Assignment(f"a-{pack}", pack, "guided", (), "2025-12-31", at=str(START)))
        del given["items"]
        _write(connection, tables.assignments, [given])
        rows = [
            {"assignment": f"a-{pack}", "place": at, "scenario": name, "edition": digest}
            for at, (name, digest) in enumerate(items.items())
        ]
        _write(connection, tables.assignment_items, rows)
        has = ({"assignment": f"a-{pack}", "person": f"p{at:05}"} for at in range(people))
        _write(connection, tables.assignees, ({**one, "known_as": one["person"]} for one in has))


def _attempts(
    connection: Connection, sittings: Sequence[Sitting], people: int, turns: int, dice: Random
) -> None:
    from uss_trainer.actions.playing import card
    from uss_trainer.store import tables

    known: dict[str, dict[str, list[tuple[Any, ...]]]] = {}
    for one in sorted(sittings, key=lambda one: card(one).total):
        pack = known.setdefault(one.edition.pack, {})
        pack.setdefault(one.attempt.scenario, []).append(tuple(_copied(one)))
    kinds: tuple[Table, ...] = (
        tables.attempts,
        tables.events,
        tables.step_figures,
        tables.turn_figures,
        tables.judged_by,
    )
    waiting: list[list[Mapping[str, Any]]] = [[] for _ in kinds]
    written = 0
    for number, (person, given, plays) in enumerate(_played(known, people, dice)):
        one, *parts = plays
        name = f"{dice.getrandbits(48):012x}"
        at = START + timedelta(minutes=number * 3)
        times = {"started_at": at, "finished_at": at + timedelta(minutes=9)}
        own = {"id": name, "person": person, "assignment": given}
        waiting[0].append({**one, **own, **{key: when.isoformat() for key, when in times.items()}})
        for rows, some in zip(waiting[1:], parts, strict=True):
            rows.extend({**row, "attempt": name} for row in some)
        written += len(parts[0])
        if len(waiting[0]) >= AT_ONCE or written >= turns:
            for table, rows in zip(kinds, waiting, strict=True):
                _write(connection, table, rows)
                rows.clear()
        if written >= turns:
            return


def _played(
    known: Mapping[str, Mapping[str, Sequence[tuple[Any, ...]]]], people: int, dice: Random
) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Yield person, assignment and conversation without end; who has skill plays better ones."""
    skills = [dice.gauss(0.5, 0.2) for _ in range(people)]
    packs = list(known)
    while True:
        at, pack = dice.randrange(people), dice.choice(packs)
        given = dice.random() < 0.5
        for plays in known[pack].values():
            place = (skills[at] + dice.gauss(0, 0.15)) * len(plays)
            yield (
                f"p{at:05}",
                f"a-{pack}" if given else "",
                plays[max(0, min(len(plays) - 1, int(place)))],
            )


def _copied(sitting: Sitting) -> Iterator[Any]:
    """Yield what a played conversation is stored as: its attempt, events and figures."""
    from uss_trainer.actions.playing import closing_of
    from uss_trainer.actions.sittings import packed
    from uss_trainer.store.convert import to_json

    turns = sitting.state.turns
    closing = closing_of(sitting, turns[-1])
    card = closing.card
    yield asdict(
        replace(
            sitting.attempt,
            edition=packed(sitting.edition)[0],
            ending=closing.ending,
            outcome=closing.outcome,
            total=card.total,
            total_if_open=card.total_if_open,
            band=card.band,
            passed=card.passed,
            missed_musts=len(card.missed_must),
        )
    )
    yield [
        {"number": one.number, "kind": "turn", "at": one.at, "body": to_json(one)} for one in turns
    ]
    columns = ("step", "due", "quality", "earned", "possible")
    yield [{name: getattr(one, name) for name in columns} for one in card.steps]
    yield [{"place": at, **asdict(one)} for at, one in enumerate(closing.turns, 1)]
    yield [{"technique": sitting.attempt.technique, "version": "grader-2 rubric-db0766b8005d"}]


def _write(connection: Connection, table: Table, rows: Iterator[Any] | Sequence[Any]) -> None:
    """Insert many rows, a bound list at a time."""
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        connection.execute(table.insert(), some)
