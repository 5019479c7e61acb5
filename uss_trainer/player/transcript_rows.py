"""Transcripts as JSONL: `{"speaker", "text", "start", "end"}`, one utterance a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from uss_trainer.errors import fail
from uss_trainer.player.transcript import Transcript, Utterance

if TYPE_CHECKING:
    from collections.abc import Mapping

SHAPE = '{"speaker": "S", "text": "…", "start": 0.0, "end": 2.5}'


def read_rows(text: str, where: str) -> Transcript:
    """Return JSON lines as a transcript; TrainerError names the line that isn't one."""
    found = [
        _row(line, number, f"{where}:{number}")
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    return Transcript("jsonl", tuple(one for one in found if one.text))


def _row(line: str, number: int, where: str) -> Utterance:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise fail("score.not-json", where, shape=SHAPE) from error
    if not isinstance(row, dict):
        raise fail("score.not-json", where, shape=SHAPE)
    for key in ("speaker", "text"):
        if not isinstance(row.get(key), str) or (key == "speaker" and not row[key].strip()):
            raise fail("score.not-text", where, key=key, shape=SHAPE)
    start, end = (_seconds(row, key, where) for key in ("start", "end"))
    if start is not None and end is not None and end < start:
        raise fail("score.ends-before", where)
    return Utterance(row["speaker"].strip(), row["text"].strip(), number, start, end)


def _seconds(row: Mapping[str, object], key: str, where: str) -> float | None:
    """Return a time in seconds; None where there is none."""
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e6:
        raise fail("score.not-seconds", where, key=key)
    return float(value)
