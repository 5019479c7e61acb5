"""A command that holds commands, such as `people add`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.content.near import nearest
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.cli.here import Here


class Area(Spoken, click.Group):
    """Commands about one thing; without a command the first is run."""

    def __init__(self, here: Here, name: str, words: str, parts: dict[str, click.Command]) -> None:
        first = next(iter(parts.values()))

        def run() -> Any:
            context = click.get_current_context()
            return None if context.invoked_subcommand else context.invoke(first)

        super().__init__(
            here,
            name,
            words=words,
            callback=run,
            commands=parts,
            invoke_without_command=True,
        )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named; TrainerError names the nearest where there is none."""
        if args[0] not in self.commands:
            near = nearest(args[0], self.commands)
            raise fail("cli.usage-no-part", name=args[0], command=ctx.command_path, nearest=near)
        return args[0], self.commands[args[0]], args[1:]


def part(
    here: Here, area: str, name: str, run: Callable[..., int], *params: click.Parameter
) -> click.Command:
    """Return one command of an area, its help under `AREA.help-NAME`."""
    words = here.say(f"{area}.help-{name}")
    return Spoken(here, name, words=words, callback=run, params=list(params))


def option(here: Here, area: str, name: str, metavar: str, **more: Any) -> click.Option:
    """Return an option of an area, its help under `AREA.help-NAME` without the dashes."""
    words = here.say(f"{area}.help{name[1:]}")
    return click.Option([name], metavar=metavar, help=words, **more)


def flag(here: Here, area: str, name: str) -> click.Option:
    """Return an option that is there or not."""
    return click.Option([name], is_flag=True, help=here.say(f"{area}.help{name[1:]}"))
