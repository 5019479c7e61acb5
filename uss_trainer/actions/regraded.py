"""What grading stored attempts by today's rubrics gives: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.actions.verified import Again, Version
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.store.contents import Offered

SAME = frozenset(("words", "lines", "guards", "suspected"))
"""What a judgement may differ in without anybody's result or steps being others."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An attempt as it was graded, and as it would be today."""

    attempt: Attempt
    person: str
    """Their name; empty for whoever uses the machine."""

    before: Scorecard
    """The card of the latest grading that is stored."""

    after: Scorecard
    turns: tuple[Again, ...]
    """The replies judged again."""

    parts: tuple[str, ...]
    """The parts of the card that come out otherwise."""

    versions: tuple[Version, ...]
    """What it depends on that isn't what it was."""

    edition: str = ""
    """Digest of the content it was graded by now."""

    contents: tuple[Offered, ...] = ()
    """That content, to be stored with the result."""

    @property
    def changed(self) -> tuple[Again, ...]:
        """The replies that are judged otherwise."""
        return tuple(turn for turn in self.turns if set(turn.differs) - SAME)

    @property
    def moved(self) -> bool:
        """Whether the result is another."""
        return _figures(self.before) != _figures(self.after)

    @property
    def other(self) -> bool:
        """Whether the result or any judgement is another."""
        return self.moved or bool(self.changed)


def _figures(card: Scorecard) -> tuple[object, ...]:
    return card.total, card.total_if_open, card.band, card.passed, card.missed_must


@dataclass(frozen=True, slots=True)
class Regrade:
    """What grading some attempts again came to."""

    looked_at: int
    """Finished attempts with replies that were typed."""

    others: tuple[Moved, ...]
    """Those that come out otherwise."""

    gone: Mapping[str, str]
    """Attempts that can't be graded by today's rubrics, and the technique that has none any more."""

    written: bool
