"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from uss_trainer.content.near import nearest
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.cli.here import Here


class OneOf(click.ParamType[str]):
    """A word out of a few."""

    name = "word"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word; TrainerError `cli.usage-choice` for any other."""
        if value in self.choices:
            return str(value)
        raise fail(
            "cli.usage-choice",
            option=_name(param),
            value=str(value),
            choices=", ".join(self.choices),
            nearest=nearest(str(value), self.choices),
        )


class Whole(click.ParamType[int]):
    """A whole number from 0 up."""

    name = "number"

    def __init__(self, most: int) -> None:
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; TrainerError `cli.usage-number` for anything else."""
        text = str(value)
        if text.isdecimal() and len(text) < 12 and int(text) <= self.most:
            return int(text)
        raise fail("cli.usage-number", option=_name(param), value=text[:40], most=str(self.most))


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[-1]
    return param.human_readable_name if param else ""


def choice(
    here: Here, option: str, choices: Sequence[str], default: str | None = None
) -> click.Option:
    """Return an option that takes one of a few words."""
    return click.Option(
        [option],
        type=OneOf(choices),
        default=default,
        metavar="|".join(choices),
        help=here.say(f"cli.help{option[1:]}"),
    )


def form(here: Here, *others: str) -> click.Option:
    """Return `--format`, the first of its words being the default."""
    return choice(here, "--format", others or ("text", "json"), (others or ("text",))[0])
