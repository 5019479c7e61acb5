"""What is to be seen of a deal: the map of its visits, where it stands, what can be done now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from uss_trainer.actions.prices import shown
from uss_trainer.actions.wording import number
from uss_trainer.content.names import fill
from uss_trainer.i18n import Lang, say
from uss_trainer.player.deal import bounds, visit_at, way_of

if TYPE_CHECKING:
    from uss_trainer.actions.dealing import Dealing
    from uss_trainer.content.deals import Deal, Visit
    from uss_trainer.content.edition import DealEdition
    from uss_trainer.content.shapes import Words
    from uss_trainer.player.deal import Played

Place = Literal["done", "now", "ahead"]
Kind = Literal["good", "bad", "plain", "said"]
BENCHMARKS = {
    "quick-knife": ("ten-steps", "little-li", "model-knife"),
    "advisor": ("platinum", "model-team", "growing"),
    "strategic": (),
}
"""The mode's awards, the highest first."""

GOOD = 90
"""Total from which a visit needs no second look."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line beside a visit: a check, a decision, a price, what became known."""

    text: str
    kind: Kind = "plain"


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit on the map."""

    title: str
    place: Place
    aim: str
    notes: tuple[Note, ...] = ()
    attempt: str = ""
    """The attempt it was played in; empty while it wasn't."""

    total: str = ""


@dataclass(frozen=True, slots=True)
class DealView:
    """Everything the screen shows of a deal, in one language."""

    title: str
    kind: str
    """Mode of selling, level and days in one line."""

    customer: str
    situation: str
    goal: str
    standing: str
    """Where it stands: visit, day and price."""

    stops: tuple[Stop, ...]
    benchmarks: tuple[Note, ...]
    asks: str = ""
    """What price is to be filled in; empty where none is."""

    ended: str = ""
    """Ending and award; empty while the deal goes on."""

    debrief: tuple[str, ...] = field(default=())


def teller(edition: DealEdition, lang: Lang, me: str) -> Teller:
    """Return what words a deal's texts in one language."""
    return Teller(edition, lang, me)


@dataclass(frozen=True, slots=True)
class Teller:
    """Words a deal's texts."""

    edition: DealEdition
    lang: Lang
    me: str

    def __call__(self, words: Words | None) -> str:
        """Return a text as shown; empty where there is none."""
        if words is None:
            return ""
        return fill(words.of(self.lang), self.edition.company, self.me, self.lang)


def before(edition: DealEdition, lang: Lang, me: str) -> DealView:
    """Return what is shown before a deal is begun."""
    tell = teller(edition, lang, me)
    deal = edition.deal
    ahead = [Stop(tell(one.title), "ahead", tell(one.aim)) for one in _plain(deal)]
    return DealView(
        standing=say("deal.not-begun", lang, visits=len(ahead), days=deal.days),
        stops=tuple(ahead),
        benchmarks=_benchmarks(deal, "", lang),
        **_head(deal, tell),
    )


def view(dealing: Dealing, lang: Lang) -> DealView:
    """Return what is shown of a run."""
    tell = teller(dealing.edition, lang, dealing.run.me)
    deal, state = dealing.deal, dealing.state
    ending = deal.ending(state.ending)
    offer = visit_at(deal, state).offer if state.pricing else None
    asks = ""
    if offer:
        least, most = bounds(offer)
        figures = {"least": shown(least), "most": shown(most), "list": shown(offer.list_price)}
        asks = f"{tell(offer.asks)}\n{say('deal.price-bounds', lang, **figures)}"
    return DealView(
        standing=standing(dealing, lang),
        stops=_stops(dealing, tell),
        benchmarks=_benchmarks(deal, state.award, lang),
        asks=asks,
        ended=tell(ending.title) if ending else "",
        debrief=_debrief(dealing, tell) if ending else (),
        **_head(deal, tell),
    )


def standing(dealing: Dealing, lang: Lang) -> str:
    """Return where a run stands in one line: visit, day, price; ending and award once it is over."""
    deal, state = dealing.deal, dealing.state
    tell = teller(dealing.edition, lang, dealing.run.me)
    day = state.past[-1].day if state.past and (state.over or state.pricing) else state.day
    facts = {"day": day, "days": deal.days, "visits": len(state.past)}
    price = say("deal.at-percent", lang, percent=state.percent) if state.percent else ""
    if ending := deal.ending(state.ending):
        award = say(f"deal.award-{state.award}", lang) if state.award else ""
        parts = (award, tell(ending.title), say("deal.took", lang, **facts), price)
        return " · ".join(part for part in parts if part)
    if state.pricing:
        return " · ".join((say("deal.pricing", lang), say("deal.day", lang, **facts)))
    plain = [one.id for one in _plain(deal)]
    if state.at in plain:
        place = say("deal.visit-of", lang, place=plain.index(state.at) + 1, of=len(plain))
    else:
        place = tell(visit_at(deal, state).title)
    return " · ".join(part for part in (place, say("deal.day", lang, **facts), price) if part)


def _plain(deal: Deal) -> list[Visit]:
    """Return the visits of the way nothing goes wrong on."""
    return [visit for visit in deal.visits if not visit.turnaround]


def _head(deal: Deal, tell: Teller) -> dict[str, str]:
    kind = (
        say(f"deal.mode-{deal.mode}", tell.lang),
        say(f"home.level-{deal.level}", tell.lang),
        say("deal.days", tell.lang, days=deal.days),
    )
    return {
        "title": tell(deal.title),
        "kind": " · ".join(kind),
        "customer": tell(deal.customer),
        "situation": tell(deal.briefing),
        "goal": tell(deal.goal),
    }


def _stops(dealing: Dealing, tell: Teller) -> tuple[Stop, ...]:
    """Return the visits made, the one that is next, and those ahead."""
    deal, state = dealing.deal, dealing.state
    stops = [_made(deal, played, tell) for played in state.past]
    if state.over:
        return tuple(stops)
    rest = [one for one in _plain(deal) if one.id not in {played.visit for played in state.past}]
    if not state.pricing:
        here = visit_at(deal, state)
        note = (Note(say("deal.open", tell.lang)),) if dealing.attempt else ()
        tools = (Note(say("deal.tools", tell.lang, tools=tell(here.tools))),) if here.tools else ()
        stops.append(Stop(tell(here.title), "now", tell(here.aim), (*tools, *note)))
        rest = [one for one in rest if one.id != here.id]
    return (*stops, *(Stop(tell(one.title), "ahead", tell(one.aim)) for one in rest))


def _made(deal: Deal, played: Played, tell: Teller) -> Stop:
    visit = next(one for one in deal.visits if one.id == played.visit)
    lang = tell.lang
    settled = played.verified if played.way >= 0 else ()
    notes = [
        Note(say(f"deal.check-{'met' if met else 'unmet'}", lang, check=tell(one.check)), kind)
        for one, met in zip(visit.verified, settled, strict=False)
        for kind in (("good" if met else "bad"),)
    ]
    notes += _prices(visit, played, tell)
    if way := way_of(deal, played):
        if way.decision:
            answer = say(f"deal.answer-{'yes' if way.answer else 'no'}", lang)
            name = say(f"deal.decision-{way.decision}", lang)
            text = say("deal.decision", lang, name=name, answer=answer)
            notes.append(Note(text, "good" if way.answer else "bad"))
        if way.says:
            notes.append(Note(tell(way.says), "said"))
    title = say("deal.on-day", lang, title=tell(visit.title), day=played.day)
    total = number(played.came.score)
    return Stop(title, "done", tell(visit.aim), tuple(notes), played.came.attempt, total)


def _prices(visit: Visit, played: Played, tell: Teller) -> list[Note]:
    notes = []
    for told in played.prices if visit.offer else ():
        assert visit.offer is not None
        accepted = visit.offer.accepts[told.answer].says if told.agreed else visit.offer.refuses
        code = "deal.price-agreed" if told.agreed else "deal.price-refused"
        facts = {"price": shown(told.price), "percent": told.percent, "says": tell(accepted)}
        notes.append(Note(say(code, tell.lang, **facts), "good" if told.agreed else "bad"))
    return notes


def _benchmarks(deal: Deal, award: str, lang: Lang) -> tuple[Note, ...]:
    """Return the mode's awards, what each takes, and which was earned."""
    return tuple(
        Note(
            say(f"deal.takes-{one}", lang, award=say(f"deal.award-{one}", lang)),
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
