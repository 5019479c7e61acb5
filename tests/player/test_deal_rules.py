"""A deal's rules: what a visit came to goes in, where the deal stands comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from uss_trainer.content.deals import Deal
from uss_trainer.content.library import open_library
from uss_trainer.errors import TrainerError
from uss_trainer.player.deal import begin_deal, bounds, opened, priced, visited
from uss_trainer.player.deal_state import Came, DealState

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def deal() -> Deal:
    return open_library([TESTS / "deals", TESTS / "packs"]).deal("two-calls").deal


def came(ending: str = "booked", score: float = 90, **facts: bool) -> Came:
    return Came(ending, score, {"appointment": ending == "booked", **facts}, {"trust": 4})


def played(deal: Deal, *steps: Came | int) -> DealState:
    """Play visits and fill in prices, one after the other."""
    state = begin_deal(deal)
    for one in steps:
        state = priced(deal, state, one) if isinstance(one, int) else visited(deal, state, one)
    return state


@pytest.mark.parametrize(
    ("steps", "at", "day", "ending", "award"),
    [
        pytest.param((), "first", 1, "", "", id="begun"),
        pytest.param((came(),), "second", 4, "", "", id="yes at the decision"),
        pytest.param((came("gone"),), "first", 3, "", "", id="no: the way back"),
        pytest.param((came("gone"), came("gone")), "first", 3, "lost", "", id="no again"),
        pytest.param((came(), came()), "second", 4, "", "", id="a price is to be filled in"),
        pytest.param((came(), came("gone")), "second", 4, "lost", "", id="no price asked for"),
        pytest.param((came(), came(), 15999), "second", 4, "signed", "", id="just below 80"),
        pytest.param((came(), came(), 16000), "second", 4, "signed", "model-knife", id="80"),
        pytest.param((came(), came(), 20000), "second", 4, "", "", id="refused once"),
        pytest.param((came(), came(), 20000, 17001), "second", 4, "lost", "", id="refused twice"),
        pytest.param(
            (came(), came(score=95), 18000), "second", 4, "signed", "little-li", id="90 in two"
        ),
        pytest.param(
            (came("gone"), came(), came(score=95), 20000),
            "second",
            6,
            "signed",
            "model-knife",
            id="full price in three",
        ),
    ],
)
def test_where_visits_and_prices_lead(
    deal: Deal, steps: tuple[Came | int, ...], at: str, day: int, ending: str, award: str
) -> None:
    state = played(deal, *steps)
    assert (state.at, state.day, state.ending, state.award) == (at, day, ending, award)


def test_the_next_visit_begins_where_the_last_one_ended(deal: Deal) -> None:
    library = open_library([TESTS / "packs"])
    scenario = library.edition("short-call").scenario
    begun = opened(scenario, played(deal, came()))
    assert begun.facts == {"appointment": True}
    assert begun.mood == {**scenario.mood, "trust": 4}
    assert opened(scenario, begin_deal(deal)).mood["trust"] == 1


def test_checks_are_met_by_what_the_customer_shows(deal: Deal) -> None:
    assert played(deal, came()).past[0].verified == (True, True)
    assert played(deal, came("gone")).past[0].verified == (False, True)


@pytest.mark.parametrize(
    ("steps", "price", "code"),
    [
        ((came(), came()), 13999, "deal.price-range"),
        ((came(), came()), 20001, "deal.price-range"),
        ((came(),), 18000, "deal.no-price"),
    ],
)
def test_a_price_that_cannot_be_offered(
    deal: Deal, steps: tuple[Came, ...], price: int, code: str
) -> None:
    with pytest.raises(TrainerError) as caught:
        priced(deal, played(deal, *steps), price)
    assert caught.value.problem.code == code


def test_nothing_goes_on_before_the_price_or_after_the_end(deal: Deal) -> None:
    for steps, code in (((came(), came()), "price-first"), ((came(), came("gone")), "over")):
        with pytest.raises(TrainerError) as caught:
            visited(deal, played(deal, *steps), came())
        assert caught.value.problem.code == f"deal.{code}"
    offer = deal.visits[1].offer
    assert offer is not None
    assert bounds(offer) == (14000, 20000)
