"""The entry point: the one place where errors become a line on stderr and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from uss_trainer import __version__
from uss_trainer.cli.asked import scan
from uss_trainer.cli.streams import ReaderGoneError, tell, use_utf8, write
from uss_trainer.errors import TrainerError

if TYPE_CHECKING:
    from uss_trainer.errors import Problem
    from uss_trainer.i18n import Lang

OK, PROBLEM, USAGE, UNFINISHED, BUG, INTERRUPTED, READER_GONE = 0, 1, 2, 3, 70, 130, 141
"""Exit codes; `docs/command-line.md` explains them."""


def run() -> NoReturn:
    """Answer the command line and exit."""
    encoding = use_utf8()
    sys.exit(answer(sys.argv[1:], encoding))


def answer(argv: Sequence[str], encoding: str = "utf-8") -> int:
    """Do what `argv` asks for and return the exit code; no error gets past here.

    `encoding` is what stdout had at the start, for `doctor`.
    """
    asked = scan(argv)
    lang: Lang | None = asked.lang
    try:
        if asked.version:
            write(f"uss-trainer {__version__}")
            return OK
        from uss_trainer.cli.here import settle
        from uss_trainer.paths import folders

        here = settle(asked, folders(), encoding)
        lang = here.lang
        if asked.problem:
            raise TrainerError(asked.problem)
        if not asked.rest:
            from uss_trainer.cli.screen import open_screen

            return open_screen(here)
        from uss_trainer.cli.group import dispatch

        return dispatch(here, asked.rest)
    except (Exception, KeyboardInterrupt) as error:
        return _failed(error, lang or _guessed())


def _guessed() -> Lang:
    from uss_trainer.actions.settings import locale_lang

    return locale_lang()


def _failed(error: BaseException, lang: Lang) -> int:
    """Tell what went wrong in one line and return the exit code for it."""
    from uss_trainer.i18n import say

    try:
        if isinstance(error, TrainerError):
            return _refused(error.problem, lang)
        if isinstance(error, ReaderGoneError):
            return READER_GONE
        if isinstance(error, KeyboardInterrupt):
            tell(say("cli.interrupted", lang))
            return INTERRUPTED
        tell(_bug(error, lang))
    except ReaderGoneError:
        return READER_GONE
    return BUG


def _refused(problem: Problem, lang: Lang) -> int:
    from uss_trainer.i18n import sentence

    tell(sentence(problem, lang))
    return USAGE if problem.code.startswith("cli.usage-") else PROBLEM


def _bug(error: BaseException, lang: Lang) -> str:
    from uss_trainer.cli.bugs import keep
    from uss_trainer.i18n import say
    from uss_trainer.paths import folders

    path = keep(error, folders().cache)
    name = f"{type(error).__name__}: {error}"[:200]
    code = "cli.bug" if path else "cli.bug-lost"
    return say(code, lang, error=name, path=path)
