"""The map of a deal: the visits made with what they led to, the next one, and those ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from uss_trainer.actions.prices import shown
from uss_trainer.actions.wording import number
from uss_trainer.content.names import fill
from uss_trainer.i18n import Lang, say
from uss_trainer.player.deal import visit_at, way_of

if TYPE_CHECKING:
    from uss_trainer.actions.dealing import Dealing
    from uss_trainer.content.deals import Deal, Visit
    from uss_trainer.content.edition import DealEdition
    from uss_trainer.content.shapes import Words
    from uss_trainer.player.deal_state import Played

Place = Literal["done", "now", "ahead"]
Kind = Literal["good", "bad", "plain", "said"]


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


def plain_way(deal: Deal) -> list[Visit]:
    """Return the visits of the way nothing goes wrong on."""
    return [visit for visit in deal.visits if not visit.turnaround]


def stops(dealing: Dealing, tell: Teller) -> tuple[Stop, ...]:
    """Return the visits made, the one that is next, and those ahead."""
    deal, state = dealing.deal, dealing.state
    found = [_made(deal, played, tell) for played in state.past]
    if state.over:
        return tuple(found)
    rest = [one for one in plain_way(deal) if one.id not in {played.visit for played in state.past}]
    if not state.pricing:
        here = visit_at(deal, state)
        note = (Note(say("deal.open", tell.lang)),) if dealing.attempt else ()
        tools = (Note(say("deal.tools", tell.lang, tools=tell(here.tools))),) if here.tools else ()
        notes = (_activities(here, tell.lang), *tools, *note)
        found.append(Stop(tell(here.title), "now", tell(here.aim), notes))
        rest = [one for one in rest if one.id != here.id]
    return (*found, *(Stop(tell(one.title), "ahead", tell(one.aim)) for one in rest))


def drills(dealing: Dealing) -> tuple[tuple[str, str], ...]:
    """Return the drills that now follow up a visit or prepare one: code of the words, and id."""
    deal, state = dealing.deal, dealing.state
    found: list[tuple[str, str]] = []
    last = deal.visit(state.past[-1].visit) if state.past and not state.pricing else None
    if last and not dealing.attempt:
        found += [("deal.drill-after", name) for name in last.after]
    if not (state.over or state.pricing or dealing.attempt):
        found += [("deal.drill-before", name) for name in visit_at(deal, state).before]
    return tuple(found)


def _activities(visit: Visit, lang: Lang) -> Note:
    names = (say(f"topics.activity-{one}", lang) for one in visit.activities)
    return Note(say("deal.activities", lang, names=" · ".join(names)))


def _made(deal: Deal, played: Played, tell: Teller) -> Stop:
    visit = next(one for one in deal.visits if one.id == played.visit)
    lang = tell.lang
    settled = played.verified if played.way >= 0 else ()
    notes = [_activities(visit, lang)]
    notes += [
        Note(say(f"deal.check-{'met' if met else 'unmet'}", lang, check=tell(one.check)), kind)
        for one, met in zip(visit.verified, settled, strict=False)
        for kind in (("good" if met else "bad"),)
    ]
    notes += _prices(visit, played, tell)
    if way := way_of(deal, played):
        if way.decision:
            answer = say(f"deal.answer-{'yes' if way.answer else 'no'}", lang)
            name = say(f"topics.decision-{way.decision}", lang)
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
