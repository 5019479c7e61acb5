"""An attempt: one person playing one scenario once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from uss_trainer.coaching.people import ME


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is known of an attempt without its turns."""

    id: str
    scenario: str
    pack: str
    technique: str
    edition: str
    """Digest of the content it plays on."""

    mode: str
    """`guided`, `typed`, `self-check` or `exam`."""

    lang: str
    """The language it was begun in."""

    seed: int
    me: str
    """The trainee's name as the customer hears it."""

    started_at: str
    """ISO 8601, UTC."""

    retry_of: str = ""
    """The attempt this one goes on from; a retry never counts as best."""

    retry_turn: int = 0
    """Number of the turn in that attempt which is tried again."""

    finished_at: str = ""
    """Empty while the conversation goes on."""

    ending: str = ""
    outcome: str = ""
    total: float = 0.0
    total_if_open: float = 0.0
    band: str = ""
    passed: bool = False
    person: str = ME
    """Id of who plays."""

    assignment: str = ""
    """Id of the assignment it was begun for; empty for practice of one's own."""

    missed_musts: int = 0
    """How many must-have steps that were due are missing."""

    exam: str = ""
    """Id of the exam it is a part of; empty for any other."""

    @property
    def finished(self) -> bool:
        """Whether an ending was reached."""
        return bool(self.finished_at)

    @property
    def counts(self) -> bool:
        """Whether it may be somebody's best or last result."""
        return self.finished and not self.retry_of


@dataclass(frozen=True, slots=True)
class Results:
    """How somebody has done in one scenario."""

    best: Attempt | None = None
    last: Attempt | None = None
    unfinished: Attempt | None = None
    """The latest attempt still open."""


def results(attempts: Iterable[Attempt]) -> dict[str, Results]:
    """Return best, last and unfinished attempt by scenario; `attempts` come oldest first.

    What was played in an exam is no practice and left out.
    """
    found: dict[str, Results] = {}
    for attempt in attempts:
        if attempt.exam:
            continue
        known = found.get(attempt.scenario, Results())
        if not attempt.finished:
            known = Results(known.best, known.last, attempt)
        elif attempt.counts:
            better = known.best is None or attempt.total > known.best.total
            known = Results(attempt if better else known.best, attempt, known.unfinished)
        found[attempt.scenario] = known
    return found
