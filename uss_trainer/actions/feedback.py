"""What one reply did, put together from its judgement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from uss_trainer.actions.wording import fault_of, method_name, step_name
from uss_trainer.content.steps import step_of
from uss_trainer.player.scene import text_of

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition, Yardstick
    from uss_trainer.grading.values import Evidence, Exchange, Reason
    from uss_trainer.player.scene import Voice
    from uss_trainer.player.state import Turn

SHOWN = 60
"""Characters of the words quoted; the rest of longer ones is left out."""

TAIL = " ,;:，；：、"
"""Signs that end a clause and mean nothing in a quotation."""

UNMOVED: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Found:
    """A step, method or fault found in a reply."""

    name: str
    words: str = ""
    """The words that show it; empty where none can be pointed at."""

    about: str = ""
    """What a fault goes against."""

    severity: str = ""
    lacks: tuple[str, ...] = ()
    """What would have made the step better: its criteria that the reply doesn't meet."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reply earned, what it cost and why."""

    steps: tuple[Found, ...]
    methods: tuple[Found, ...]
    faults: tuple[Found, ...]
    suspected: tuple[Found, ...]
    """Faults not certain enough to cost points."""

    open: tuple[Found, ...]
    """Steps that a trainer has to decide on."""

    moved: Mapping[str, int]
    why: str
    """The author's words on the reply; empty where the reply said something else."""

    reason: Reason
    """Why something in it couldn't be graded; empty where everything could."""

    guards: tuple[str, ...]
    quality: int
    because: tuple[str, ...]
    """What moved the quality of a typed reply most."""

    silent: bool
    """Whether the time ran out without a word."""


def feedback(edition: Edition, turn: Turn, voice: Voice) -> Feedback:
    """Return what a turn's reply did."""
    return heard(edition, turn.exchange, voice, turn.moved, _why(edition, turn, voice))


def heard(
    edition: Yardstick,
    exchange: Exchange,
    voice: Voice,
    moved: Mapping[str, int] = UNMOVED,
    why: str = "",
) -> Feedback:
    """Return what a reply did; `moved` and `why` are known only where a scenario was played."""
    judgement = exchange.judgement
    whole = exchange.reply.strip() if judgement.source == "declared" else None

    def steps(found: Iterable[Evidence]) -> tuple[Found, ...]:
        return tuple(_step(edition, one, exchange.reply, whole, voice.lang) for one in found)

    def faults(found: Iterable[Evidence]) -> tuple[Found, ...]:
        return tuple(_fault(edition, one, exchange.reply, whole, voice.lang) for one in found)

    return Feedback(
        steps=steps(judgement.steps),
        methods=tuple(Found(method_name(edition, one.id, voice.lang)) for one in judgement.methods),
        faults=faults(judgement.faults),
        suspected=faults(judgement.suspected),
        open=steps(judgement.open),
        moved=moved,
        why=why,
        reason=judgement.reason,
        guards=judgement.guards,
        quality=judgement.quality,
        because=judgement.because,
        silent=not exchange.reply,
    )


def _quoted(one: Evidence, reply: str, whole: str | None) -> str:
    """Return the words that show it; quoting a chosen reply whole would tell nothing."""
    words = reply[one.start : one.end].strip()
    return "" if words == whole else shortened(words)


def shortened(words: str, limit: int = SHOWN) -> str:
    """Return words on one line, their end left out where they are long."""
    line = " ".join(words.split()).rstrip(TAIL)
    if len(line) <= limit:
        return line
    head = line[:limit]
    blank = head.rfind(" ")
    return (head[:blank] if blank > limit // 2 else head).rstrip(TAIL) + "…"


def _step(edition: Yardstick, one: Evidence, reply: str, whole: str | None, lang: str) -> Found:
    step = step_of(edition.rubrics, one.id)
    criteria = step.criteria if step else []
    # An author's reply is commented on by its own why.
    missed = one.missed if whole is None else ()
    lacks = tuple(known.name.of(lang) for known in criteria if known.id in missed)
    return Found(step_name(edition, one.id, lang), _quoted(one, reply, whole), lacks=lacks)


def _fault(edition: Yardstick, one: Evidence, reply: str, whole: str | None, lang: str) -> Found:
    fault = fault_of(edition, one.id)
    words = _quoted(one, reply, whole)
    if fault is None:
        return Found(one.id, words)
    return Found(fault.name.of(lang), words, fault.about.of(lang), fault.severity)


def _why(edition: Edition, turn: Turn, voice: Voice) -> str:
    scene = edition.scenario.scene(turn.scene) if turn.agrees else None
    replies = scene.replies if scene else []
    wanted = turn.choice or turn.taken
    return next((text_of(edition, one.why, voice) for one in replies if one.id == wanted), "")
