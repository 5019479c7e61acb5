"""`doctor`: whether this machine has what the program needs."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import is_terminal, tell, write

if TYPE_CHECKING:
    from uss_trainer.actions.doctor import Finding, Terminal
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(format: str) -> int:
        return _run(here, format)

    return Spoken(here, "doctor", callback=run, params=[form(here)])


def _run(here: Here, form: str) -> int:
    from uss_trainer.actions.doctor import examine

    plain = []
    for finding in examine(here.desk, _terminal(here)):
        name, text = _name(here, finding), _words(here, finding)
        if form == "text":
            mark = here.say("doctor.ok" if finding.ok else "doctor.problem")
            write(here.say("doctor.line", mark=mark, name=name, text=text))
        plain.append({"name": finding.name, "ok": finding.ok, "text": text})
    bad = sum(not one["ok"] for one in plain)
    if form == "json":
        here.write({"ok": not bad, "findings": plain})
    if bad:
        tell(here.say("doctor.summary", count=bad))
    return int(bool(bad))


def _name(here: Here, finding: Finding) -> str:
    try:
        return here.say(f"doctor.name-{finding.name}")
    except KeyError:
        return finding.name


def _words(here: Here, finding: Finding) -> str:
    from uss_trainer.i18n import sentence

    if finding.problem:
        return sentence(finding.problem, here.lang)
    return here.say(finding.code, **finding.facts)


def _terminal(here: Here) -> Terminal:
    from uss_trainer.actions.doctor import Terminal

    interactive = is_terminal(sys.stdin) and is_terminal(sys.stdout)
    size = os.terminal_size((0, 0))
    if interactive:
        with suppress(OSError, ValueError):
            size = os.get_terminal_size(sys.stdout.fileno())
    return Terminal(here.encoding, size.columns, size.lines, interactive)
