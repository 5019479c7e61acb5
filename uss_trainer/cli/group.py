"""The commands, put into words in the language shown; click's own errors become ours."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import click

from uss_trainer.content.near import nearest
from uss_trainer.errors import TrainerError, fail

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here

COMMANDS = (
    "list",
    "play",
    "drill",
    "deal",
    "practise",
    "exam",
    "history",
    "show",
    "verify",
    "regrade",
    "check",
    "test",
    "walk",
    "graph",
    "coverage",
    "grade",
    "score",
    "new",
    "preview",
    "pack",
    "schema",
    "people",
    "assign",
    "open",
    "results",
    "desk",
    "comment",
    "correct",
    "share",
    "unshare",
    "report",
    "export-me",
    "forget",
    "backup",
    "restore",
    "paths",
    "doctor",
)
PROGRAM = "uss-trainer"


def dispatch(here: Here, argv: Sequence[str]) -> int:
    """Run one command and return its exit code; TrainerError where it can't be understood."""
    group = Commands(here)
    try:
        # Not `group.main`: it prints a line of its own when interrupted.
        with group.make_context(PROGRAM, list(argv)) as context:
            return int(group.invoke(context) or 0)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        raise _ours(error) from error


def _ours(error: click.UsageError) -> TrainerError:
    """Return a usage error in our own words."""
    command = error.ctx.command_path if error.ctx else PROGRAM
    if isinstance(error, click.NoSuchOption):
        names = [name for param in _params(error) for name in param.opts]
        near = nearest(error.option_name, names)
        return fail("cli.usage-no-option", option=error.option_name, command=command, nearest=near)
    if isinstance(error, click.MissingParameter):
        named = error.param.human_readable_name if error.param else ""
        return fail("cli.usage-missing", name=named, command=command)
    if isinstance(error, click.BadOptionUsage):
        return fail("cli.usage-needs-value", option=error.option_name)
    return fail("cli.usage-other", said=error.format_message(), command=command)


def _params(error: click.UsageError) -> list[click.Parameter]:
    return error.ctx.command.get_params(error.ctx) if error.ctx else []


class Formatter(click.HelpFormatter):
    """Writes help with its headings in the language shown."""

    here: Here

    def write_heading(self, heading: str) -> None:
        """Write a section's heading."""
        code = f"cli.heading-{heading.lower().replace(' ', '-')}"
        self.write(f"{'':>{self.current_indent}}{self.here.say(code)}\n")

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, prefix or self.here.say("cli.heading-usage") + " ")


class Spoken(click.Command):
    """A command that speaks the language shown."""

    def __init__(self, here: Here, name: str, *, words: str = "", **options: Any) -> None:
        words = words or here.say(f"cli.help-{name}")
        options.setdefault("epilog", here.say("cli.help-common"))
        settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
        super().__init__(name, help=words, short_help=words, context_settings=settings, **options)
        self.here = here

    def get_help(self, ctx: click.Context) -> str:
        """Return the help text, its headings translated."""
        formatter = Formatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
        formatter.here = self.here
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`, explained in the language shown."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.here.say("cli.help-help")
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and name words that belong to nothing."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            raise fail("cli.usage-extra", words=" ".join(rest), command=ctx.command_path)
        return rest


class Commands(Spoken, click.Group):
    """All commands; a command's module is imported when it is named."""

    def __init__(self, here: Here) -> None:
        super().__init__(here, "program", params=_common(here))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"uss_trainer.cli.commands.{cmd_name.replace('-', '_')}")
        return cast("click.Command", module.command(self.here))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named; TrainerError names the nearest where there is none."""
        name = args[0]
        command = self.get_command(ctx, name)
        if command is None:
            raise fail("cli.usage-no-command", name=name, nearest=nearest(name, COMMANDS))
        return name, command, args[1:]


def _common(here: Here) -> list[click.Parameter]:
    """Return the options that every command takes; they have been read before click sees any."""
    names = (("--packs", "DIR"), ("--db", "URL"), ("--as", "PERSON"), ("--lang", "zh|en"))
    options: list[click.Parameter] = []
    for name, metavar in names:
        words = here.say(f"cli.help{name[1:]}")
        options.append(click.Option([name], metavar=metavar, expose_value=False, help=words))
    version = click.Option(
        ["--version"], is_flag=True, expose_value=False, help=here.say("cli.help-version")
    )
    return [*options, version]
