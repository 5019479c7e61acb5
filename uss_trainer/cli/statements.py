"""`report … --format xapi`: statements into a file, a line each, or to a record store."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from uss_trainer.cli.streams import is_terminal, tell, write
from uss_trainer.content.clean import clean
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.reporting import Subject
    from uss_trainer.actions.statements import Statements
    from uss_trainer.cli.here import Here

Plain = dict[str, Any]


def run(here: Here, subject: Subject, named: str, output: str, url: str) -> int:
    """Write the statements, post them, or both."""
    from uss_trainer.actions.statements import told
    from uss_trainer.reports.posting import endpoint, post

    environ = os.environ.get
    keys = (environ("USS_TRAINER_LRS_KEY", ""), environ("USS_TRAINER_LRS_SECRET", ""))
    store = endpoint(url, *keys) if url else None
    home = environ("USS_TRAINER_LRS_HOME", "")
    found = told(here.desk, subject, named, here.lang, home)
    count = 0

    def each() -> Iterator[Plain]:
        nonlocal count
        with _opened(output) as out:
            for one in _shown(here, found):
                line = json.dumps(one, ensure_ascii=False)
                if output == "-":
                    write(line)
                elif out is not None:
                    out.write(line + "\n")
                count += 1
                yield one

    try:
        posted = post(store, each(), time.sleep) if store else None
        if store is None:
            for _ in each():
                pass
    except OSError as error:
        cause = error.strerror or str(error)
        raise fail("cli.cannot-write-file", clean(output), cause=cause) from error
    if output not in ("", "-"):
        tell(here.say("report.written-count", path=output, count=count))
    if posted is not None:
        tell(here.say("report.posted", sent=posted.sent, known=posted.known))
    return 0


def _opened(output: str) -> Any:
    if output in ("", "-"):
        return nullcontext()
    return Path(output).open("w", encoding="utf-8", newline="\n")


def _shown(here: Here, found: Statements) -> Iterator[Plain]:
    """Yield all statements while a bar on stderr counts the attempts."""
    with click.progressbar(
        found.each,
        length=found.attempts,
        label=here.say("report.making"),
        file=sys.stderr,
        hidden=not is_terminal(sys.stderr),
    ) as bar:
        for some in bar:
            yield from some
