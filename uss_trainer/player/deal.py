"""Playing a deal: what a visit came to goes in, where the deal stands then comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uss_trainer.content.shapes import Range
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.content.deals import Deal, DealEnding, DealWhen, Offer, Visit, Way
    from uss_trainer.content.scenarios import Scenario


@dataclass(frozen=True, slots=True)
class Came:
    """What one visit came to."""

    ending: str
    """The scenario's ending."""

    score: float
    """Total, 0 to 100; the lower bound where something is open."""

    facts: Mapping[str, int | bool] = field(default_factory=dict)
    mood: Mapping[str, int] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    """Steps earned, `technique/step`."""

    people: tuple[str, ...] = ("S",)
    """Who of the selling team spoke."""

    attempt: str = ""


@dataclass(frozen=True, slots=True)
class Priced:
    """A price filled in and the answer to it."""

    price: int
    """In yuan."""

    percent: int
    """Of the list price, whole per cents, rounded down."""

    agreed: bool
    answer: int = -1
    """Place of the answer among the offer's `accepts`; -1 where it was refused."""


@dataclass(frozen=True, slots=True)
class Played:
    """A visit that is over."""

    visit: str
    day: int
    came: Came
    verified: tuple[bool, ...]
    """Which of the visit's checks are met."""

    prices: tuple[Priced, ...] = ()
    way: int = -1
    """Place of the way taken among the visit's `next`; -1 while a price is to be filled in."""


@dataclass(frozen=True, slots=True)
class DealState:
    """A deal so far."""

    at: str
    """The visit that is next or being played; the last one where the deal is over."""

    day: int = 1
    """The day of that visit."""

    facts: Mapping[str, int | bool] = field(default_factory=dict)
    mood: Mapping[str, int] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    percent: int = 0
    """What the agreed price is of the list price; 0 while none is agreed."""

    past: tuple[Played, ...] = ()
    ending: str = ""
    award: str = ""

    @property
    def pricing(self) -> bool:
        """Whether a price is to be filled in now."""
        return bool(self.past) and self.past[-1].way < 0

    @property
    def over(self) -> bool:
        """Whether an ending was reached."""
        return bool(self.ending)


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


def holds(when: DealWhen | None, state: DealState) -> bool:
    """Return whether every condition holds after the visit last played."""
    if when is None:
        return True
    last = state.past[-1] if state.past else None
    figures = (
        (when.score, int(last.came.score) if last else 0),
        (when.visits, len(state.past)),
        (when.day, last.day if last else state.day),
        (when.percent, state.percent),
        (when.people, len(state.people)),
    )
    mood = {**(last.came.mood if last else {}), **state.mood}
    return (
        (not when.ending or (last is not None and last.came.ending in when.ending))
        and all(_fact_is(state.facts.get(name, 0), want) for name, want in when.facts.items())
        and all(want.holds(mood.get(name, 0)) for name, want in when.mood.items())
        and set(when.done) <= set(state.done)
        and not set(when.not_done) & set(state.done)
        and set(when.been) <= {played.visit for played in state.past}
        and all(want is None or want.holds(value) for want, value in figures)
    )


def _fact_is(value: int | bool, want: Range | bool) -> bool:
    return want.holds(int(value)) if isinstance(want, Range) else bool(value) == want
