"""How the trainee stands in each deal; Home and the deal's screen ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.i18n import Lang
from uss_trainer.imports import importing

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk


@dataclass(frozen=True, slots=True)
class DealStanding:
    """One deal's run to be shown: the latest unfinished one, else the latest."""

    run: str
    text: str
    """Visit, day and price, or ending and award."""

    finished: bool


def deal_standings(desk: Desk, lang: Lang) -> dict[str, DealStanding]:
    """Return how the trainee stands, by deal; TrainerError where the database fails."""
    with importing():
        from uss_trainer.coaching.deal_runs import standing_runs
        from uss_trainer.store.deals import all_runs

        found = standing_runs(all_runs(desk.database, desk.actor.id))
        if not found:  # Home then needs nothing that reads content
            return {}
        from uss_trainer.actions.deal_views import standing
        from uss_trainer.actions.dealing import open_dealing
    return {
        deal: DealStanding(run.id, standing(open_dealing(desk, run.id, lang), lang), run.finished)
        for deal, run in found.items()
    }


def run_to_show(desk: Desk, deal: str) -> str:
    """Return the id of the run to be shown of a deal; empty where it was never begun."""
    from uss_trainer.coaching.deal_runs import standing_runs
    from uss_trainer.store.deals import all_runs

    run = standing_runs(all_runs(desk.database, desk.actor.id, deal)).get(deal)
    return run.id if run else ""
