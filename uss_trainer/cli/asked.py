"""Read the options that belong to every command, before anything heavy is imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.errors import Problem
from uss_trainer.i18n import LANGS

if TYPE_CHECKING:
    from uss_trainer.i18n import Lang

_VALUED = ("--packs", "--db", "--as", "--lang")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says."""

    packs: str = ""
    """A folder of packs to look at first."""

    db: str = ""
    """A database URL."""

    person: str = ""
    """Who acts."""

    lang: Lang | None = None
    """The language asked for; None takes the one in the settings."""

    version: bool = False
    rest: tuple[str, ...] = ()
    """The command and what belongs to it; empty where the screen is wanted."""

    problem: Problem | None = None
    """What is wrong with these options."""


def scan(argv: Sequence[str]) -> Asked:
    """Take the common options out of `argv`, wherever they stand before a `--`."""
    found: dict[str, str] = {}
    rest: list[str] = []
    words = list(argv)
    version = False
    problem: Problem | None = None
    while words:
        word = words.pop(0)
        option, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
            break
        if word == "--version" and not rest:
            version = True
        elif option not in _VALUED:
            rest.append(word)
        elif equals or words:
            found[option] = value if equals else words.pop(0)
        else:
            problem = Problem("cli.usage-needs-value", "", {"option": option})
    lang = next((one for one in LANGS if one == found.get("--lang")), None)
    return Asked(
        packs=found.get("--packs", ""),
        db=found.get("--db", ""),
        person=found.get("--as", ""),
        lang=lang,
        version=version,
        rest=tuple(rest),
        problem=problem or _no_language(found.get("--lang", lang)),
    )


def _no_language(named: str | None) -> Problem | None:
    """Return that a language named isn't one of ours."""
    if named is None or named in LANGS:
        return None
    facts = {"option": "--lang", "value": named, "choices": ", ".join(LANGS)}
    return Problem("cli.usage-choice", "", facts)
