"""`desk`: the trainer's desk, as a screen or printed; boards for teams."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.area import option
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import OneOf, choice
from uss_trainer.cli.streams import is_terminal, write
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uss_trainer.cli.here import Here

PAGES = ("overview", "map", "person", "queue", "board")
BOARD = ("on", "off", "join", "leave")


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(page: str | None, name: str, team: str, format: str | None) -> int:
        if not (page or format) and is_terminal(sys.stdin) and is_terminal(sys.stdout):
            from uss_trainer.cli.screen import open_desk

            return open_desk(here, team)
        if page == "board" and name:
            return _board(here, name, team)
        if page == "person" and not name:
            raise fail("cli.usage-missing", name="PERSON", command="uss-trainer desk person")
        if name and page != "person":
            raise fail("cli.usage-extra", words=name, command=f"uss-trainer desk {page}")
        shown = _PRINTED[page or "overview"](here, name, team, format == "json")
        for line in shown:
            write(line)
        return 0

    return Spoken(
        here,
        "desk",
        words=here.say("desk.help-desk"),
        callback=run,
        params=[
            click.Argument(["page"], required=False, type=OneOf(PAGES)),
            click.Argument(["name"], required=False, default=""),
            option(here, "desk", "--team", "TEAM", default=""),
            choice(here, "--format", ("text", "json")),
        ],
    )


def _overview(here: Here, _name: str, team: str, plain: bool) -> Iterator[str]:
    from uss_trainer.actions.oversight import overview
    from uss_trainer.actions.oversight_plain import overview_as_plain
    from uss_trainer.cli.desk_text import overview_lines

    found = overview(here.desk, team)
    yield from [here.json(overview_as_plain(found))] if plain else overview_lines(here, found)


def _map(here: Here, _name: str, team: str, plain: bool) -> Iterator[str]:
    from uss_trainer.actions.heat_maps import people_map, step_map
    from uss_trainer.actions.oversight_plain import map_as_plain
    from uss_trainer.cli.desk_text import map_lines

    people, steps = people_map(here.desk, here.lang, team), step_map(here.desk, here.lang, team)
    yield from [here.json(map_as_plain(people, steps))] if plain else map_lines(here, people, steps)


def _person(here: Here, name: str, _team: str, plain: bool) -> Iterator[str]:
    from uss_trainer.actions.dossiers import dossier
    from uss_trainer.actions.oversight_plain import dossier_as_plain
    from uss_trainer.cli.desk_text import dossier_lines

    found = dossier(here.desk, name, here.lang)
    yield from [here.json(dossier_as_plain(found))] if plain else dossier_lines(here, found)


def _queue(here: Here, _name: str, team: str, plain: bool) -> Iterator[str]:
    from uss_trainer.actions.oversight_plain import queue_as_plain
    from uss_trainer.actions.ungraded import ungraded
    from uss_trainer.cli.desk_text import queue_lines

    found = ungraded(here.desk, here.lang, team)
    yield from [here.json(queue_as_plain(found))] if plain else queue_lines(here, found)


def _boards(here: Here, _name: str, team: str, plain: bool) -> Iterator[str]:
    from uss_trainer.actions.boards import boards
    from uss_trainer.actions.oversight_plain import boards_as_plain
    from uss_trainer.cli.desk_text import board_lines

    found = boards(here.desk, team)
    yield from [here.json(boards_as_plain(found))] if plain else board_lines(here, found)


_PRINTED: dict[str, Callable[[Here, str, str, bool], Iterator[str]]] = {
    "overview": _overview,
    "map": _map,
    "person": _person,
    "queue": _queue,
    "board": _boards,
}


def _board(here: Here, what: str, team: str) -> int:
    """Turn a team's board on or off, or stand on one's teams' boards or on none."""
    from uss_trainer.actions.boards import list_me, switch_board

    what = OneOf(BOARD).convert(what, None, None)
    if what in ("join", "leave"):
        changed = list_me(here.desk, what == "join")
        write(here.say(f"board.{what}" if changed else "persons.nothing-changed"))
        return 0
    if not team:
        raise fail("cli.usage-missing", name="--team", command=f"uss-trainer desk board {what}")
    found, changed = switch_board(here.desk, team, what == "on")
    code = f"board.{what}" if changed else "persons.nothing-changed"
    write(here.say(code, team=found.name) if changed else here.say(code))
    return 0
