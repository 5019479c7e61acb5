"""A scenario about to be written: what a trainer starts from, gaps included."""

from __future__ import annotations

from dataclasses import dataclass

from uss_trainer.content.todo import TODO


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages; `todo` where one has still to be written."""

    zh: str = TODO
    en: str = TODO


@dataclass(frozen=True, slots=True)
class DraftReply:
    """One listed reply."""

    id: str
    text: Text
    quality: int
    goto: str
    steps: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    why: Text = Text()
    notes: tuple[tuple[str, str], ...] = ()
    """Comments for its author: a code of `i18n`'s `new` with what fills it."""


@dataclass(frozen=True, slots=True)
class DraftScene:
    """One moment: what the customer says, what is due, what may be answered."""

    id: str
    says: Text
    due: tuple[str, ...]
    replies: tuple[DraftReply, ...]
    otherwise: str
    """Where typed replies lead that earn nothing."""

    cue: Text | None = None


@dataclass(frozen=True, slots=True)
class DraftEnding:
    """One way to close."""

    id: str
    outcome: str
    title: Text
    debrief: Text
    says: Text | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything a scenario's file needs."""

    id: str
    technique: str
    title: Text
    customer: dict[str, Text]
    """`name`, `role`, `company` and `about`."""

    briefing: Text
    goal: Text
    scenes: tuple[DraftScene, ...]
    endings: tuple[DraftEnding, ...]
    least: int = 0
    """The total that the best way through promises."""

    @property
    def best(self) -> tuple[str, ...]:
        """The best reply of each scene, as one goes from the first to the last."""
        return tuple(max(scene.replies, key=lambda one: one.quality).id for scene in self.scenes)
