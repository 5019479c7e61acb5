"""Transcripts as people write them: `S: …` and `K: …`, one turn after the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uss_trainer.errors import fail
from uss_trainer.player.transcript import Transcript, Utterance
from uss_trainer.player.transcript_sides import label_of, speakers

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def read_lines(text: str, where: str, sales: Collection[str]) -> Transcript:
    """Return labelled lines as a transcript; a line without a label goes on with what was said.

    TrainerError `score.no-format` where no line begins with a speaker's label.
    """
    lines = text.split("\n")
    labels = [label_of(line) for line in lines]
    full = [one for one, line in zip(labels, lines, strict=True) if line.strip()]
    names = speakers([one.name if one else None for one in full], sales)
    found: list[Utterance] = []
    before: list[int] = []
    for number, (line, label) in enumerate(zip(lines, labels, strict=True), 1):
        if not line.strip():
            continue
        if label is not None and label.name in names:
            found.append(Utterance(label.name, line[label.length :].strip(), number, label.start))
        elif found:
            found[-1] = _longer(found[-1], line.strip())
        else:
            before.append(number)
    if not found:
        raise fail("score.no-format", where)
    often = Counter(one.name for one in full if one and one.name not in names)
    others = tuple(name for name, count in often.items() if count > 1)
    return Transcript("lines", _spoken(found), tuple(before), others)


def _longer(said: Utterance, more: str) -> Utterance:
    return Utterance(said.who, f"{said.text}\n{more}".strip(), said.line, said.start)


def _spoken(found: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """Return what has words; a label alone says nothing."""
    return tuple(one for one in found if one.text)
