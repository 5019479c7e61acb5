"""Transcripts from meeting recorders: WebVTT (W3C) and SubRip cues with speakers' names."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.text_joints import glued
from uss_trainer.errors import fail
from uss_trainer.player.transcript import Transcript, Utterance
from uss_trainer.player.transcript_sides import label_of, seconds_of, speakers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = re.compile(rf"^\s*({_CLOCK})\s*-->\s*({_CLOCK})(?:\s.*)?$")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAGS = re.compile(r"</?(?:[cibuv]|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<[\d:.]+>|\{\\[^}]*\}", re.I)


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    end: float
    line: int
    """Where its words begin."""

    words: tuple[str, ...]


def read_cues(text: str, where: str, sales: Collection[str]) -> Transcript:
    """Return a recorder's cues as a transcript; consecutive cues of one speaker are one utterance.

    A cue without a name goes on with the speaker before it. TrainerError `score.…` where a time
    can't be read or nobody is named.
    """
    form = "vtt" if text.lstrip().startswith("WEBVTT") else "srt"
    said = _said(list(_cues(text.split("\n"), where)), sales)
    named = [one for one in said if one.who]
    if not named:
        raise fail("score.no-names", where)
    if not said[0].who:
        raise fail("score.nobody", f"{where}:{said[0].line}")
    return Transcript("vtt" if form == "vtt" else "srt", tuple(_joined(said)))


def _cues(lines: Sequence[str], where: str) -> Iterator[_Cue]:
    """Yield the cues; headers, notes and styles hold no times and are passed over."""
    for number, line in enumerate(lines):
        if "-->" not in line:
            continue
        found = _TIMES.match(line)
        start, end = (seconds_of(found[1]), seconds_of(found[2])) if found else (None, None)
        if start is None or end is None:
            raise fail("score.bad-time", f"{where}:{number + 1}")
        if end < start:
            raise fail("score.ends-before", f"{where}:{number + 1}")
        yield _Cue(start, end, number + 2, tuple(_words(lines, number + 1)))


def _words(lines: Sequence[str], first: int) -> Iterator[str]:
    """Yield a cue's lines up to a blank one or the next cue."""
    for place in range(first, len(lines)):
        if not lines[place].strip() or "-->" in lines[place]:
            return
        yield lines[place]


def _said(cues: Sequence[_Cue], sales: Collection[str]) -> list[Utterance]:
    """Return each cue's words with the speaker they name, empty where they name none."""
    if any(_VOICE.search(line) for cue in cues for line in cue.words):
        return [part for cue in cues for part in _voices(cue)]
    heads = [label_of(_bare(line)) for cue in cues for line in cue.words]
    names = speakers([head.name if head else None for head in heads], sales)
    return [part for cue in cues for part in _labelled(cue, names)]


def _voices(cue: _Cue) -> Iterator[Utterance]:
    """Yield a cue's words by `<v Name>`."""
    whole = "\n".join(cue.words)
    head, *rest = _VOICE.split(whole)
    parts = [("", head), *zip(rest[::2], rest[1::2], strict=True)]
    for who, words in parts:
        if text := glued(_bare(line) for line in words.split("\n")):
            yield Utterance(html.unescape(who).strip(), text, cue.line, cue.start, cue.end)


def _labelled(cue: _Cue, names: frozenset[str]) -> Iterator[Utterance]:
    """Yield a cue's words by `Name: …`; a dialogue may stand in one cue."""
    parts: list[tuple[str, list[str]]] = []
    for line in map(_bare, cue.words):
        label = label_of(line)
        if label is not None and label.name in names:
            parts.append((label.name, [line[label.length :]]))
        elif parts:
            parts[-1][1].append(line)
        else:
            parts.append(("", [line]))
    for who, words in parts:
        if text := glued(words):
            yield Utterance(who, text, cue.line, cue.start, cue.end)


def _bare(line: str) -> str:
    """Return a cue's line without its markup."""
    return html.unescape(_TAGS.sub("", line)).replace("\xa0", " ").strip()


def _joined(said: Sequence[Utterance]) -> Iterator[Utterance]:
    """Yield utterances with the cues of one speaker in a row put together."""
    runs: list[list[Utterance]] = []
    for one in said:
        if runs and one.who in ("", runs[-1][0].who):
            runs[-1].append(one)
        else:
            runs.append([one])
    for run in runs:
        text = glued(part.text for part in run)
        yield Utterance(run[0].who, text, run[0].line, run[0].start, run[-1].end)
