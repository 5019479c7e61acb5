"""A deal as plain values: the JSON of `deal`, its keys in `docs/command-line.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.playing import card
from uss_trainer.actions.showing import as_plain
from uss_trainer.player.deal import way_of

if TYPE_CHECKING:
    from uss_trainer.actions.deal_scripted import DealOutcome
    from uss_trainer.content.deals import Deal
    from uss_trainer.player.deal_state import Played


def deal_as_plain(outcome: DealOutcome, *, recorded: bool) -> dict[str, object]:
    """Return a deal with its visits, and each visit's attempt as `play` gives it."""
    dealing = outcome.dealing
    state = dealing.state
    return {
        "run": dealing.run.id if recorded else None,
        "deal": dealing.run.deal,
        "mode": dealing.run.mode,
        "at": None if state.over else state.at,
        "day": state.day,
        "pricing": state.pricing,
        "percent": state.percent or None,
        "people": list(state.people),
        "ending": state.ending or None,
        "award": state.award or None,
        "visits": [_visit(dealing.deal, one) for one in state.past],
        "attempts": [as_plain(one, card(one), recorded=recorded) for one in outcome.sittings],
    }


def _visit(deal: Deal, played: Played) -> dict[str, object]:
    way = way_of(deal, played)
    return {
        "visit": played.visit,
        "day": played.day,
        "ending": played.came.ending,
        "total": played.came.score,
        "verified": list(played.verified),
        "prices": [
            {"price": one.price, "percent": one.percent, "agreed": one.agreed}
            for one in played.prices
        ],
        "decision": way.decision if way else None,
        "answer": way.answer if way and way.decision else None,
        "to": way.to if way else None,
    }
