"""Dealing: a deal being played, rebuilt from the store or just begun; each act is stored first."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow
from uss_trainer.actions.packing import Parts, packed, unpacked
from uss_trainer.actions.playing import card
from uss_trainer.actions.sittings import prepared, resume
from uss_trainer.coaching.deal_runs import DealRun
from uss_trainer.coaching.people import ME
from uss_trainer.content.deals import Deal
from uss_trainer.content.digest import canonical, digest, written
from uss_trainer.content.edition import DealEdition, Edition
from uss_trainer.content.packs import Company
from uss_trainer.errors import fail
from uss_trainer.player import deal as rules
from uss_trainer.player.deal_state import Came, DealState
from uss_trainer.store import deals as store
from uss_trainer.store.attempts import attempt_of
from uss_trainer.store.contents import content
from uss_trainer.store.convert import from_json, to_json

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting


@dataclass(frozen=True, slots=True)
class Dealing:
    """A run with its content and where it stands; actions return the next one."""

    run: DealRun
    edition: DealEdition
    plays: dict[str, str]
    """Digest of the stored edition of each scenario; empty where nothing is recorded."""

    state: DealState
    stored: int
    """How many events are stored; the next gets the number after it."""

    lang: str
    attempt: str = ""
    """The attempt at the visit begun; empty between visits."""

    @property
    def deal(self) -> Deal:
        """What is played."""
        return self.edition.deal


def begin_dealing(
    desk: Desk,
    deal: str,
    *,
    mode: str,
    lang: str,
    me: str,
    seed: int | None = None,
    record: bool = True,
) -> Dealing:
    """Begin a run and store it with everything it plays on; TrainerError as for an attempt."""
    edition = desk.library.deal(deal)
    plays, parts = _content(desk, edition) if record else ({}, {})
    run = DealRun(
        id=desk.new_id(),
        deal=edition.deal.id,
        pack=edition.pack,
        content=parts["manifest"][0] if record else "",
        mode=mode,
        lang=lang,
        seed=desk.new_seed() if seed is None else seed,
        me=me,
        started_at=desk.at(),
        person=allow(desk, "practise").id if record else ME,
    )
    if record:
        store.add_run(desk.database, run, parts)
    return Dealing(run, edition, plays, rules.begin_deal(edition.deal), 0, lang)


def _content(desk: Desk, edition: DealEdition) -> tuple[dict[str, str], Parts]:
    """Return the digests of the scenarios' editions, and everything to be stored."""
    parts: Parts = {}
    plays: dict[str, str] = {}
    for scenario in edition.deal.scenarios:
        plays[scenario], some = packed(desk.library.edition(scenario))
        parts |= {f"{scenario}/{name}": part for name, part in some.items()}
    manifest: dict[str, object] = {"plays": plays, "pack": edition.pack}
    for name, part in (("deal", edition.deal), ("company", edition.company)):
        body = canonical(part)
        manifest[name] = digest(body)
        parts[name] = (digest(body), name, body)
    text = json.dumps(manifest, sort_keys=True)
    parts["manifest"] = (digest(text), "deal-edition", text)
    return plays, parts


def open_dealing(desk: Desk, run_id: str, lang: str) -> Dealing:
    """Return a run of one's own where it stands, a visit finished meanwhile taken in.

    TrainerError `persons.not-yours` for somebody else's.
    """
    run = store.run_of(desk.database, run_id)
    if run.person != desk.actor.id:
        raise fail("persons.not-yours", attempt=run.id)
    manifest = json.loads(content(desk.database, [run.content])[run.content])
    bodies = content(desk.database, [manifest["deal"], manifest["company"]])
    edition = DealEdition(
        Deal.model_validate_json(bodies[manifest["deal"]]),
        Company.model_validate_json(bodies[manifest["company"]]),
        manifest["pack"],
    )
    events = store.deal_events_of(desk.database, run.id)
    state, attempt = replayed(edition.deal, events)
    dealing = Dealing(run, edition, manifest["plays"], state, len(events), lang, attempt)
    if attempt and attempt_of(desk.database, attempt).finished:
        return take_in(desk, dealing, resume(desk, attempt, lang))
    return dealing


def replayed(deal: Deal, events: tuple[store.DealEvent, ...]) -> tuple[DealState, str]:
    """Return the state that stored events lead to, and the attempt of a visit still open."""
    state, attempt = rules.begin_deal(deal), ""
    for event in events:
        if event.kind == "begun":
            attempt = json.loads(event.body)["attempt"]
        elif event.kind == "visited":
            state, attempt = rules.visited(deal, state, from_json(Came, event.body)), ""
        else:
            state = rules.priced(deal, state, json.loads(event.body)["price"])
    return state, attempt


def visit(desk: Desk, dealing: Dealing, *, record: bool = True) -> tuple[Dealing, Sitting]:
    """Go to the visit that is next, or go on with the one begun."""
    if dealing.attempt:
        return dealing, resume(desk, dealing.attempt, dealing.lang)
    if dealing.state.over or dealing.state.pricing:
        raise fail("deal.over" if dealing.state.over else "deal.price-first")
    edition = _visited_edition(desk, dealing)
    run, number = dealing.run, dealing.stored + 1
    seed = run.seed + number
    sitting, parts = prepared(
        desk, edition, mode=run.mode, lang=dealing.lang, me=run.me, seed=seed, person=run.person
    )
    if record:
        allow(desk, "practise")
        attempt = sitting.attempt
        attempt = store.add_visit(desk.database, run.id, number, desk.at(), attempt, parts)
        sitting = replace(sitting, attempt=attempt)
    return replace(dealing, stored=number, attempt=sitting.attempt.id), sitting


def _visited_edition(desk: Desk, dealing: Dealing) -> Edition:
    play = rules.visit_at(dealing.deal, dealing.state).play
    stored = dealing.plays.get(play)
    edition = unpacked(desk, stored) if stored else desk.library.edition(play)
    scenario = rules.opened(edition.scenario, dealing.state)
    parts = {**edition.parts, "scenario": written(scenario)}
    return replace(edition, scenario=scenario, parts=parts)


def take_in(desk: Desk, dealing: Dealing, sitting: Sitting, *, record: bool = True) -> Dealing:
    """Let a finished visit count for the deal."""
    came = _came(sitting)
    state = rules.visited(dealing.deal, dealing.state, came)
    return _went_on(desk, dealing, state, "visited", to_json(came), record)


def _came(sitting: Sitting) -> Came:
    position = sitting.state.position
    people = dict.fromkeys(["S", *(turn.speaker for turn in sitting.state.turns)])
    return Came(
        ending=position.ending,
        score=card(sitting).total,
        facts=position.facts,
        mood=position.mood,
        done=position.done,
        people=tuple(people),
        attempt=sitting.attempt.id,
    )


def price(desk: Desk, dealing: Dealing, yuan: int, *, record: bool = True) -> Dealing:
    """Fill in a price; TrainerError where none is asked for or it is out of bounds."""
    state = rules.priced(dealing.deal, dealing.state, yuan)
    return _went_on(desk, dealing, state, "priced", json.dumps({"price": yuan}), record)


def _went_on(
    desk: Desk, dealing: Dealing, state: DealState, kind: store.DealKind, body: str, record: bool
) -> Dealing:
    """Store what has happened and return the deal as it stands then."""
    at, number, run = desk.at(), dealing.stored + 1, dealing.run
    if state.over:
        run = replace(run, finished_at=at, ending=state.ending, award=state.award)
    if record:
        store.add_deal_event(desk.database, run, store.DealEvent(number, kind, at, body))
    return replace(dealing, run=run, state=state, stored=number, attempt="")
