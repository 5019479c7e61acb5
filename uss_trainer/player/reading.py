"""Tell what form a transcript has, and read it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.content.clean import blank, clean
from uss_trainer.errors import fail
from uss_trainer.player.transcript_cues import read_cues
from uss_trainer.player.transcript_lines import read_lines
from uss_trainer.player.transcript_rows import read_rows

if TYPE_CHECKING:
    from collections.abc import Collection

    from uss_trainer.player.transcript import Transcript

LONGEST = 20_000
"""Characters in a line; nobody says more in a breath."""

MOST = 5_000
"""Utterances in a call: a whole day of talk."""

MOST_LINES = 100_000

_SUBRIP = re.compile(r"\s*\d+[ \t]*\n[ \t]*\d[\d:., \t]*-->")


def read_transcript(text: str, where: str, sales: Collection[str] = ()) -> Transcript:
    """Return a call written down in any of the known forms.

    `sales` are the names of those who sell. TrainerError `score.…` names what keeps it from being
    read, with its line.
    """
    # Counted before anything else is done with a file that may be no transcript at all.
    if text.count("\n") > MOST_LINES:
        raise fail("score.too-many-lines", where, most=f"{MOST_LINES:,}")
    plain = clean(text)
    if blank(plain):
        raise fail("score.empty", where)
    for number, line in enumerate(plain.split("\n"), 1):
        if len(line) > LONGEST:
            raise fail("score.long-line", f"{where}:{number}", most=f"{LONGEST:,}")
    found = _read(plain, where, sales)
    if len(found.utterances) > MOST:
        raise fail("score.too-many", where, count=f"{len(found.utterances):,}", most=f"{MOST:,}")
    for one in found.utterances:
        if len(one.text) > LONGEST:
            raise fail("score.long-line", f"{where}:{one.line}", most=f"{LONGEST:,}")
    said = tuple(one for one in found.utterances if not blank(one.text))
    if not said:
        raise fail("score.empty", where)
    return replace(found, utterances=said)


def _read(plain: str, where: str, sales: Collection[str]) -> Transcript:
    head = plain.lstrip()
    if head.startswith("WEBVTT") or _SUBRIP.match(plain):
        return read_cues(plain, where, sales)
    if head.startswith("{"):
        return read_rows(plain, where)
    # A time before a name may stand in brackets too.
    if head.startswith("[") and head[1:].lstrip()[:1] in ("{", "]"):
        raise fail("score.json-list", where)
    return read_lines(plain, where, sales)
