"""`preview`: play a scenario while it is being written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import choice
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.cli.here import Here

WORDS = {"yes": True, "no": False, "true": True, "false": False}


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(
        scenario: str, scene: str | None, mood: tuple[str, ...], fact: tuple[str, ...], mode: str
    ) -> int:
        return _run(here, scenario, scene or "", mood, fact, mode)

    def option(names: list[str], metavar: str, *, multiple: bool = False) -> click.Option:
        words = here.say(f"cli.help-preview{names[0][1:]}")
        return click.Option(names, metavar=metavar, multiple=multiple, help=words)

    return Spoken(
        here,
        "preview",
        callback=run,
        params=[
            click.Argument(["scenario"]),
            option(["--from", "scene"], "SCENE"),
            option(["--mood"], "NAME=N", multiple=True),
            option(["--fact"], "NAME=VALUE", multiple=True),
            choice(here, "--mode", ("guided", "typed"), "guided"),
        ],
    )


def _run(
    here: Here, scenario: str, scene: str, moods: Sequence[str], facts: Sequence[str], mode: str
) -> int:
    from uss_trainer.actions.previewing import found
    from uss_trainer.actions.replaying import Start
    from uss_trainer.cli.screen import open_preview

    start = Start(
        scene,
        {name: _whole("--mood", value) for name, value in _pairs("--mood", moods)},
        {name: _fact(value) for name, value in _pairs("--fact", facts)},
    )
    path: Path = found(here.desk, scenario)
    return open_preview(here, path, start, "typed" if mode == "typed" else "guided")


def _pairs(option: str, given: Sequence[str]) -> list[tuple[str, str]]:
    """Return names and values; TrainerError for what isn't `name=value`."""
    for one in given:
        if not all(one.partition("=")):
            raise _refused(option, one)
    return [(name, value) for name, _, value in (one.partition("=") for one in given)]


def _whole(option: str, value: str) -> int:
    """Return a mood, -5 to 5."""
    if not value.lstrip("-").isdecimal() or len(value) > 2 or not -5 <= int(value) <= 5:
        raise _refused(option, value)
    return int(value)


def _fact(value: str) -> int | bool:
    """Return yes, no or a whole number."""
    if value in WORDS:
        return WORDS[value]
    if not value.lstrip("-").isdecimal() or len(value) > 12:
        raise _refused("--fact", value)
    return int(value)


def _refused(option: str, value: str) -> Exception:
    example = {"--mood": "trust=2 (-5 … 5)", "--fact": "appointment=yes"}[option]
    return fail("cli.usage-pair", option=option, value=value[:40], example=example)
