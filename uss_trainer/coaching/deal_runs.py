"""A run of a deal: one person selling one deal once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from uss_trainer.coaching.people import ME


@dataclass(frozen=True, slots=True)
class DealRun:
    """What is known of a run without what happened in it."""

    id: str
    deal: str
    pack: str
    content: str
    """Digest of the manifest of the content it plays on."""

    mode: str
    """How its visits are played: `guided`, `typed` or `self-check`."""

    lang: str
    seed: int
    me: str
    started_at: str
    """ISO 8601, UTC."""

    finished_at: str = ""
    """Empty while the deal goes on."""

    ending: str = ""
    award: str = ""
    person: str = ME
    """Whose run it is."""

    @property
    def finished(self) -> bool:
        """Whether an ending was reached."""
        return bool(self.finished_at)


def standing_runs(runs: Iterable[DealRun]) -> dict[str, DealRun]:
    """Return by deal the run to show: the latest unfinished one, else the latest; oldest come first."""
    found: dict[str, DealRun] = {}
    for run in runs:
        known = found.get(run.deal)
        if known is None or known.finished or not run.finished:
            found[run.deal] = run
    return found
