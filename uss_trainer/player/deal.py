"""Playing a deal: what a visit came to goes in, where the deal stands then comes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.errors import fail
from uss_trainer.player.deal_state import Came, DealState, Played, Priced, holds

if TYPE_CHECKING:
    from uss_trainer.content.deals import Deal, DealEnding, Offer, Visit, Way
    from uss_trainer.content.scenarios import Scenario


def begin_deal(deal: Deal) -> DealState:
    """Return the state before the first visit."""
    return DealState(deal.visits[0].id, facts=deal.facts, mood=deal.mood)


def opened(scenario: Scenario, state: DealState) -> Scenario:
    """Return a visit's scenario with moods and facts begun as the deal has them."""
    mood = {**scenario.mood, **state.mood}
    facts = {name: state.facts.get(name, value) for name, value in scenario.facts.items()}
    return scenario.model_copy(update={"mood": mood, "facts": facts})


def visited(deal: Deal, state: DealState, came: Came) -> DealState:
    """Return the state after a visit; TrainerError `deal.over` or `deal.price-first`."""
    if state.over:
        raise fail("deal.over")
    if state.pricing:
        raise fail("deal.price-first")
    visit = visit_at(deal, state)
    facts = {name: came.facts.get(name, value) for name, value in state.facts.items()}
    mood = {name: came.mood.get(name, value) for name, value in state.mood.items()}
    after = replace(
        state,
        facts=facts,
        mood=mood,
        done=tuple(dict.fromkeys((*state.done, *came.done))),
        people=tuple(dict.fromkeys((*state.people, *came.people))),
        past=(*state.past, Played(visit.id, state.day, came, ())),
    )
    if visit.offer and holds(visit.offer.when, after):
        return _verified(visit, after)
    return _onward(deal, visit, after)


def priced(deal: Deal, state: DealState, price: int) -> DealState:
    """Return the state after a price; TrainerError where none is asked for or it can't be offered."""
    visit = visit_at(deal, state)
    offer = visit.offer
    if offer is None or not state.pricing:
        raise fail("deal.no-price")
    least, most = bounds(offer)
    if not least <= price <= most:
        raise fail("deal.price-range", price=str(price), least=str(least), most=str(most))
    percent = price * 100 // offer.list_price
    place = next(n for n, one in enumerate(offer.accepts) if holds(one.when, state))
    agreed = price * 100 <= offer.accepts[place].most * offer.list_price
    last = state.past[-1]
    told = Priced(price, percent, agreed, place if agreed else -1)
    last = replace(last, prices=(*last.prices, told))
    after = replace(
        state, past=(*state.past[:-1], last), percent=percent if agreed else state.percent
    )
    if agreed or len(last.prices) >= offer.tries:
        return _onward(deal, visit, after)
    return after


def bounds(offer: Offer) -> tuple[int, int]:
    """Return the lowest and highest price that may be filled in, in yuan."""
    least, most = (offer.list_price * percent for percent in (offer.least, offer.most))
    return -(-least // 100), most // 100


def visit_at(deal: Deal, state: DealState) -> Visit:
    """Return the visit a deal stands at; KeyError where the deal has none of that name."""
    visit = deal.visit(state.at)
    if visit is None:
        raise KeyError(state.at)
    return visit


def way_of(deal: Deal, played: Played) -> Way | None:
    """Return the way that a visit took; None while a price is to be filled in."""
    visit = deal.visit(played.visit)
    return visit.next[played.way] if visit and played.way >= 0 else None


def _verified(visit: Visit, state: DealState) -> DealState:
    met = tuple(holds(check.when, state) for check in visit.verified)
    return replace(state, past=(*state.past[:-1], replace(state.past[-1], verified=met)))


def _onward(deal: Deal, visit: Visit, state: DealState) -> DealState:
    """Take the first way that holds; `check` has seen to it that one does."""
    state = _verified(visit, state)
    ways = enumerate(visit.next)
    place = next((n for n, way in ways if holds(way.when, state)), len(visit.next) - 1)
    way = visit.next[place]
    past = (*state.past[:-1], replace(state.past[-1], way=place))
    state = replace(state, past=past)
    ending = deal.ending(way.to)
    if ending is None:
        return replace(state, at=way.to, day=state.day + way.days)
    return replace(state, ending=ending.id, award=_award(ending, state))


def _award(ending: DealEnding, state: DealState) -> str:
    return next((one.award for one in ending.awards if holds(one.when, state)), "")
