"""A real call as read from a file: who said what, when, and which moments that makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from uss_trainer.content.text_joints import glued

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

Form = Literal["lines", "jsonl", "vtt", "srt"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one person says before another speaks, or a part of it."""

    who: str
    """The speaker as the file names them."""

    text: str
    line: int
    """The line of the file on which it begins, from 1."""

    start: float | None = None
    """Seconds from the beginning of the recording; None where the file tells no time."""

    end: float | None = None

    @property
    def seconds(self) -> float | None:
        """How long it took; None where beginning or end isn't told."""
        return None if self.start is None or self.end is None else self.end - self.start


@dataclass(frozen=True, slots=True)
class Transcript:
    """All that was said, in the file's order."""

    form: Form
    utterances: tuple[Utterance, ...]
    left_out: tuple[int, ...] = ()
    """Lines before the first speaker, which belong to nobody."""

    not_speakers: tuple[str, ...] = ()
    """What stands before a colon several times and was read as part of what is said."""

    @property
    def names(self) -> tuple[str, ...]:
        """The speakers in the order they first speak."""
        return tuple(dict.fromkeys(one.who for one in self.utterances))


@dataclass(frozen=True, slots=True)
class Moment:
    """What the customer's side said, and all the salesperson's side said to it before they spoke
    again."""

    customer: tuple[Utterance, ...]
    """Empty where the salesperson speaks first."""

    reply: tuple[Utterance, ...]
    """Empty where the call ends with the customer's words."""

    customer_text: str
    reply_text: str

    @property
    def first(self) -> Utterance:
        """Where the moment is found in the file: the reply's beginning, else the customer's."""
        return (self.reply or self.customer)[0]


def moments(transcript: Transcript, selling: AbstractSet[str]) -> tuple[Moment, ...]:
    """Return the call as pairs of customer's words and reply; `selling` names who sells."""
    pause = "" if transcript.form in ("vtt", "srt") else "\n"
    found: list[Moment] = []
    heard: tuple[Utterance, ...] = ()
    for sells, said in _runs(transcript.utterances, selling):
        if sells:
            found.append(Moment(heard, said, _joined(heard, pause), _joined(said, pause)))
            heard = ()
        else:
            heard = said
    if heard:
        found.append(Moment(heard, (), _joined(heard, pause), ""))
    return tuple(found)


def _runs(
    said: Iterable[Utterance], selling: AbstractSet[str]
) -> Iterator[tuple[bool, tuple[Utterance, ...]]]:
    """Yield what each side says in one go."""
    side, run = False, list[Utterance]()
    for one in said:
        if run and (one.who in selling) != side:
            yield side, tuple(run)
            run = []
        side = one.who in selling
        run.append(one)
    if run:
        yield side, tuple(run)


def _joined(said: Sequence[Utterance], pause: str) -> str:
    """Return utterances as one text; a recorder's cues end anywhere, so nothing marks their ends."""
    texts = [one.text for one in said]
    return pause.join(texts) if pause else glued(texts)
