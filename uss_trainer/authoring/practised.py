"""What of the process drills and deals let one practise: activities, decisions, roles and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from uss_trainer.authoring.carried import Kind
from uss_trainer.authoring.coverage import Cell
from uss_trainer.content.drills import MatchDrill, OrderDrill, SayDrill, wanted
from uss_trainer.content.topics import TOPICS

if TYPE_CHECKING:
    from uss_trainer.authoring.carried import Lack
    from uss_trainer.content.deals import Deal
    from uss_trainer.content.drills import Drill
    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.content.shapes import Words

KINDS = ("activity", "decision", "role", "mode", "award", "quality")
"""Kinds of topics that have to be practised."""


@dataclass(frozen=True, slots=True)
class Practised:
    """A topic that a drill or deal is about."""

    topic: str
    """Kind and id, such as `activity/sign`."""

    where: str
    """Id of the drill or deal."""

    told: bool
    """Whether feedback calls it by its name."""


def by_drill(drill: Drill, called: Mapping[str, Words]) -> Iterator[Practised]:
    """Yield what answering a drill practises; `called` gives each topic's name.

    An item that isn't to be taken practises nothing. What a drill is about as a whole counts where
    it is one case; an order or a match has to name it at an item.
    """
    if isinstance(drill, SayDrill):
        yield from (_one(topic, drill, [drill.why], called) for topic in drill.about)
        return
    asked = set(wanted(drill))
    for item in drill.items:
        if item.id in asked:
            yield from (_one(topic, drill, [item.why], called) for topic in item.about)
    if not isinstance(drill, OrderDrill | MatchDrill):
        whys = [item.why for item in drill.items]
        yield from (_one(topic, drill, whys, called) for topic in drill.about)


def by_deal(deal: Deal, scenarios: Iterable[Scenario]) -> Iterator[Practised]:
    """Yield what playing a deal practises; its map calls each by its name.

    A role counts where some moment of a visit is that role's.
    """
    topics = [f"mode/{deal.mode}"]
    for visit in deal.visits:
        topics += [f"activity/{one}" for one in visit.activities]
        topics += [f"decision/{way.decision}" for way in visit.next if way.decision]
    topics += [f"award/{one.award}" for ending in deal.endings for one in ending.awards]
    moments = [scene for scenario in scenarios for scene in scenario.scenes if scene.fits]
    fitting = {role for scene in moments if scene.fits for role in scene.fits.speakers}
    topics += [f"role/{role}" for role in deal.team if role in fitting]
    yield from (Practised(topic, deal.id, told=True) for topic in dict.fromkeys(topics))


def _one(topic: str, drill: Drill, whys: Iterable[Words], called: Mapping[str, Words]) -> Practised:
    name = called.get(topic)
    told = name is not None and any(
        name.zh in why.zh or name.en.casefold() in why.en.casefold() for why in whys
    )
    return Practised(topic, drill.id, told)


def process_cells(practised: Iterable[Practised]) -> list[Cell]:
    """Return a cell for each topic of the process, in the manual's order."""
    found: dict[str, list[Practised]] = defaultdict(list)
    for one in practised:
        found[one.topic].append(one)
    return [
        _cell(kind, name, found.get(f"{kind}/{name}", []))
        for kind in KINDS
        for name in TOPICS[kind]
    ]


def _cell(kind: str, name: str, practised: list[Practised]) -> Cell:
    where = tuple(dict.fromkeys(one.where for one in practised if one.told))
    lack: Lack | None = None if where else "told" if practised else "carried"
    return Cell(cast("Kind", kind), "", name, where, lack)
