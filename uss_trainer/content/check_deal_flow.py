"""The way through a deal: what can be come to, what can be left, which awards can be earned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from uss_trainer.content.deals import Awarded, Deal, DealWhen, Visit
    from uss_trainer.content.events import Key
    from uss_trainer.content.read import Document
    from uss_trainer.content.scenarios import Scenario


def check_deal_flow(
    deal: Deal, document: Document, scenario: Callable[[str], Scenario | None]
) -> Iterator[Problem]:
    """Yield visits and endings nothing leads to, ways that end nowhere, awards out of reach."""
    steps = _visits_before(deal)
    leaving = _leaving(deal)
    for number, visit in enumerate(deal.visits):
        path: Key = ("visits", number)
        place = document.place((*path, "id"))
        if visit.id not in steps:
            yield Problem("check.visit-unreachable", place, {"id": visit.id})
        if visit.id not in leaving:
            yield Problem("check.deal-no-way-out", place, {"id": visit.id})
        yield from _dead_ends(visit, document, path, scenario(visit.play))
        yield from _refusing(visit, document, path)
    for number, ending in enumerate(deal.endings):
        if ending.id not in steps:
            place = document.place(("endings", number, "id"))
            yield Problem("check.ending-unreachable", place, {"id": ending.id})
            continue
        for at, awarded in enumerate(ending.awards):
            if not _within_reach(awarded, deal, steps[ending.id]):
                place = document.place(("endings", number, "awards", at))
                yield Problem("check.award-unreachable", place, {"id": awarded.award})


def _visits_before(deal: Deal) -> dict[str, int]:
    """Return the least number of visits played before each visit or ending that can be reached."""
    found = {deal.visits[0].id: 0}
    waiting = [deal.visits[0].id]
    while waiting:
        name = waiting.pop(0)
        visit = deal.visit(name)
        for way in visit.next if visit else ():
            if way.to not in found:
                found[way.to] = found[name] + 1
                waiting.append(way.to)
    return found


def _leaving(deal: Deal) -> set[str]:
    """Return every visit from which some way leads to an ending."""
    out = {ending.id for ending in deal.endings}
    grown = True
    while grown:
        more = {one.id for one in deal.visits if any(way.to in out for way in one.next)} - out
        out |= more
        grown = bool(more)
    return out


def _dead_ends(
    visit: Visit, document: Document, path: Key, scenario: Scenario | None
) -> Iterator[Problem]:
    """Yield the endings of a visit's scenario after which no way is sure to hold."""
    endings = [ending.id for ending in scenario.endings] if scenario else []
    lost = [one for one in endings if not any(_sure(way.when, one) for way in visit.next)]
    if lost:
        facts = {"id": ", ".join(lost), "visit": visit.id}
        yield Problem("check.visit-leads-nowhere", document.place((*path, "next")), facts)


def _sure(when: DealWhen | None, ending: str) -> bool:
    """Return whether a condition holds after that ending whatever else has happened."""
    if when is None:
        return True
    asked = when.model_dump(exclude_defaults=True).keys()
    return not asked or (asked == {"ending"} and ending in when.ending)


def _refusing(visit: Visit, document: Document, path: Key) -> Iterator[Problem]:
    """Yield that the customer may have no answer to a price."""
    if visit.offer and all(answer.when for answer in visit.offer.accepts):
        yield Problem("check.accepts-may-fail", document.place((*path, "offer", "accepts")))


def _within_reach(awarded: Awarded, deal: Deal, least: int) -> bool:
    """Return whether an award's figures can be come to: visits, people and price."""
    when = awarded.when
    prices = [answer.most for one in deal.visits if one.offer for answer in one.offer.accepts]
    tops = [one.offer.most for one in deal.visits if one.offer]
    best = min(max(prices, default=0), max(tops, default=0))
    return not (
        (when.visits and when.visits.max is not None and when.visits.max < least)
        or (when.percent and when.percent.min is not None and when.percent.min > best)
        or (when.people and when.people.min is not None and when.people.min > len(deal.team))
    )
