"""What is to be seen of a deal: the map of its visits, where it stands, what can be done now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.deal_map import Note, Stop, Teller, plain_way, stops
from uss_trainer.actions.prices import shown
from uss_trainer.actions.wording import number
from uss_trainer.i18n import Lang, say
from uss_trainer.player.deal import bounds, visit_at

if TYPE_CHECKING:
    from uss_trainer.actions.dealing import Dealing
    from uss_trainer.content.deals import Deal
    from uss_trainer.content.edition import DealEdition

BENCHMARKS = {
    "quick-knife": ("ten-steps", "little-li", "model-knife"),
    "advisor": ("platinum", "model-team", "growing"),
    "strategic": (),
}
"""The mode's awards, the highest first."""

GOOD = 90
"""Total from which a visit needs no second look."""


@dataclass(frozen=True, slots=True)
class DealView:
    """Everything the screen shows of a deal, in one language."""

    title: str
    kind: str
    """Mode of selling, level and days in one line."""

    customer: str
    situation: str
    goal: str
    standing: str = ""
    """Where it stands: visit, day and price."""

    stops: tuple[Stop, ...] = ()
    benchmarks: tuple[Note, ...] = ()
    asks: str = ""
    """What price is to be filled in; empty where none is."""

    ended: str = ""
    """Ending and award; empty while the deal goes on."""

    debrief: tuple[str, ...] = field(default=())


def before(edition: DealEdition, lang: Lang, me: str) -> DealView:
    """Return what is shown before a deal is begun."""
    tell = Teller(edition, lang, me)
    deal = edition.deal
    ahead = [Stop(tell(one.title), "ahead", tell(one.aim)) for one in plain_way(deal)]
    return replace(
        _head(deal, tell),
        standing=say("deal.not-begun", lang, visits=len(ahead), days=deal.days),
        stops=tuple(ahead),
        benchmarks=_benchmarks(deal, "", lang),
    )


def view(dealing: Dealing, lang: Lang) -> DealView:
    """Return what is shown of a run."""
    tell = Teller(dealing.edition, lang, dealing.run.me)
    deal, state = dealing.deal, dealing.state
    ending = deal.ending(state.ending)
    offer = visit_at(deal, state).offer if state.pricing else None
    asks = ""
    if offer:
        least, most = bounds(offer)
        figures = {"least": shown(least), "most": shown(most), "list": shown(offer.list_price)}
        asks = f"{tell(offer.asks)}\n{say('deal.price-bounds', lang, **figures)}"
    return replace(
        _head(deal, tell),
        standing=standing(dealing, lang),
        stops=stops(dealing, tell),
        benchmarks=_benchmarks(deal, state.award, lang),
        asks=asks,
        ended=tell(ending.title) if ending else "",
        debrief=_debrief(dealing, tell) if ending else (),
    )


def standing(dealing: Dealing, lang: Lang) -> str:
    """Return where a run stands in one line: visit, day, price; ending and award once it is over."""
    deal, state = dealing.deal, dealing.state
    tell = Teller(dealing.edition, lang, dealing.run.me)
    day = state.past[-1].day if state.past and (state.over or state.pricing) else state.day
    facts = {"day": day, "days": deal.days, "visits": len(state.past)}
    price = say("deal.at-percent", lang, percent=state.percent) if state.percent else ""
    if ending := deal.ending(state.ending):
        award = say(f"topics.award-{state.award}", lang) if state.award else ""
        parts = (award, tell(ending.title), say("deal.took", lang, **facts), price)
        return " · ".join(part for part in parts if part)
    if state.pricing:
        return " · ".join((say("deal.pricing", lang), say("deal.day", lang, **facts)))
    plain = [one.id for one in plain_way(deal)]
    if state.at in plain:
        place = say("deal.visit-of", lang, place=plain.index(state.at) + 1, of=len(plain))
    else:
        place = tell(visit_at(deal, state).title)
    return " · ".join(part for part in (place, say("deal.day", lang, **facts), price) if part)


def _head(deal: Deal, tell: Teller) -> DealView:
    """Return the view with what is the same all the way through."""
    kind = (
        say(f"topics.mode-{deal.mode}", tell.lang),
        say(f"home.level-{deal.level}", tell.lang),
        say("deal.days", tell.lang, days=deal.days),
    )
    return DealView(
        title=tell(deal.title),
        kind=" · ".join(kind),
        customer=tell(deal.customer),
        situation=tell(deal.briefing),
        goal=tell(deal.goal),
    )


def _benchmarks(deal: Deal, award: str, lang: Lang) -> tuple[Note, ...]:
    """Return the mode's awards, what each takes, and which was earned."""
    return tuple(
        Note(
            say(f"deal.takes-{one}", lang, award=say(f"topics.award-{one}", lang)),
            "good" if one == award else "plain",
        )
        for one in BENCHMARKS[deal.mode]
    )


def _debrief(dealing: Dealing, tell: Teller) -> tuple[str, ...]:
    """Return what a trainer would say of the whole: the end, time, price, and the weakest visit."""
    deal, state, lang = dealing.deal, dealing.state, tell.lang
    ending = deal.ending(state.ending)
    said = [tell(ending.debrief)] if ending else []
    late = max(played.day for played in state.past)
    if late > deal.days:
        said.append(say("deal.too-late", lang, day=late, days=deal.days))
    unmet = sum(not met for played in state.past for met in played.verified)
    checks = sum(len(played.verified) for played in state.past)
    said.append(say("deal.checks-met", lang, met=checks - unmet, of=checks))
    weak = min(state.past, key=lambda played: played.came.score)
    if len(state.past) > 1 and weak.came.score < GOOD:
        visit = next(one for one in deal.visits if one.id == weak.visit)
        total = number(weak.came.score)
        said.append(say("deal.weakest", lang, title=tell(visit.title), total=total))
    return tuple(said)
