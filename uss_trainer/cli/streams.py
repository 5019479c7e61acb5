"""Standard input, output and error: UTF-8 whatever the locale says, no traceback when they go."""

from __future__ import annotations

import errno
import os
import sys

from uss_trainer.errors import fail


class ReaderGoneError(Exception):
    """Whoever read our output has stopped reading; there is nobody left to tell."""


def use_utf8() -> str:
    """Write UTF-8 from now on and return the encoding stdout had.

    What no encoding can hold becomes an escape, which JSON reads back.
    """
    before = getattr(sys.stdout, "encoding", None) or ""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return before


def write(text: str) -> None:
    """Write one result to stdout, with a line's end; TrainerError `cli.cannot-write`."""
    if sys.stdout is None:
        raise fail("cli.cannot-write", cause="stdout is closed")
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except OSError as error:
        _let_go()
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            raise ReaderGoneError from error
        raise fail("cli.cannot-write", cause=error.strerror or str(error)) from error


def tell(line: str) -> None:
    """Write one line to stderr."""
    from uss_trainer.content.clean import clean

    if sys.stderr is None:
        return
    try:
        sys.stderr.write(" ".join(clean(line).split("\n")) + "\n")
        sys.stderr.flush()
    except OSError as error:
        raise ReaderGoneError from error


def is_terminal(stream: object) -> bool:
    """Tell whether a stream is a terminal; it may be missing or closed."""
    try:
        return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False


def _let_go() -> None:
    """Point stdout at nothing, so that Python's own last flush can't complain."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
    except (OSError, ValueError) as error:
        raise ReaderGoneError from error
