"""Links of a deal: scenarios, facts, endings, drills and visits that it names, and its ways."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from uss_trainer.content.check_deal_flow import check_deal_flow
from uss_trainer.content.check_links import among, repeated
from uss_trainer.content.check_words import check_words
from uss_trainer.content.known import MOODS
from uss_trainer.content.steps import techniques
from uss_trainer.errors import Problem, once

if TYPE_CHECKING:
    from uss_trainer.content.deals import Deal, DealWhen, Visit
    from uss_trainer.content.events import Key
    from uss_trainer.content.packs import Company
    from uss_trainer.content.read import Document
    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.content.scenarios import Scenario


@dataclass(frozen=True)
class Around:
    """What a deal may name."""

    scenarios: Collection[str]
    """Ids of all scenarios."""

    scenario: Callable[[str], Scenario | None]
    """Gives one of them; None where it is broken, which is reported with itself."""

    rubrics: Mapping[str, Rubric]
    drills: Collection[str] = ()
    company: Company | None = None


def check_deal(deal: Deal, document: Document, around: Around) -> list[Problem]:
    """Return everything wrong with a deal beside its shape, in the order of the file."""
    problems = [*_Links(deal, document, around).problems()]
    if not any(problem.code in ("check.unknown-way", "check.duplicate-id") for problem in problems):
        problems += check_deal_flow(deal, document, around.scenario)
    problems += check_words(document, around.company)
    return sorted(once(problems), key=lambda one: int(one.where.rpartition(":")[2] or 0))


@dataclass(frozen=True)
class _Links:
    deal: Deal
    document: Document
    around: Around

    @cached_property
    def _played(self) -> Mapping[str, Scenario]:
        """The scenarios that are there and whole, by id."""
        known = (name for name in self.deal.scenarios if name in self.around.scenarios)
        found = {name: self.around.scenario(name) for name in known}
        return {name: one for name, one in found.items() if one}

    @cached_property
    def _steps(self) -> frozenset[str]:
        """Whole names of the steps that the scenarios' rubrics have."""
        named = {name for one in self._played.values() for name in techniques(one)}
        rubrics = {name: self.around.rubrics[name] for name in named if name in self.around.rubrics}
        return frozenset(f"{name}/{step.id}" for name, one in rubrics.items() for step in one.steps)

    @cached_property
    def _whole(self) -> bool:
        """Whether every scenario can be looked into."""
        return len(self._played) == len(self.deal.scenarios)

    def problems(self) -> Iterator[Problem]:
        """Yield every id that is repeated, and every name that nothing bears."""
        visits = [(one.id, ("visits", n, "id")) for n, one in enumerate(self.deal.visits)]
        endings = [(one.id, ("endings", n, "id")) for n, one in enumerate(self.deal.endings)]
        yield from repeated(self.document, [*visits, *endings])
        yield from self._facts()
        for number, visit in enumerate(self.deal.visits):
            yield from self._visit(visit, ("visits", number))
        for number, ending in enumerate(self.deal.endings):
            for place, awarded in enumerate(ending.awards):
                path = ("endings", number, "awards", place, "when")
                yield from self._when(awarded.when, None, path)

    def _facts(self) -> Iterator[Problem]:
        """Yield facts that no scenario has, or that one has as another kind."""
        for name, value in self.deal.facts.items():
            place = self.document.place(("facts", name))
            theirs = [one.facts[name] for one in self._played.values() if name in one.facts]
            if self._whole and not theirs:
                yield Problem("check.fact-nowhere", place, {"id": name})
            if any(isinstance(one, bool) != isinstance(value, bool) for one in theirs):
                yield Problem("check.fact-other-kind", place, {"id": name})

    def _visit(self, visit: Visit, path: Key) -> Iterator[Problem]:
        """Yield what a visit names and nothing bears."""
        around, document = self.around, self.document
        yield from among(document, "play", visit.play, around.scenarios, (*path, "play"))
        for when in ("before", "after"):
            for place, drill in enumerate(getattr(visit, when)):
                yield from among(document, "drill", drill, around.drills, (*path, when, place))
        targets = [one.id for one in self.deal.visits] + [one.id for one in self.deal.endings]
        for place, way in enumerate(visit.next):
            here: Key = (*path, "next", place)
            yield from among(document, "way", way.to, targets, (*here, "to"))
            yield from self._when(way.when, visit, (*here, "when"))
        for place, check in enumerate(visit.verified):
            yield from self._when(check.when, visit, (*path, "verified", place, "when"))
        if visit.offer:
            yield from self._when(visit.offer.when, visit, (*path, "offer", "when"))
            for place, answer in enumerate(visit.offer.accepts):
                yield from self._when(
                    answer.when, visit, (*path, "offer", "accepts", place, "when")
                )

    def _when(self, when: DealWhen | None, visit: Visit | None, path: Key) -> Iterator[Problem]:
        """Yield what a condition names and nothing bears; `visit` is the one just played."""
        if when is None:
            return
        document = self.document
        played = self._played.get(visit.play) if visit else None
        if played or visit is None:
            known = [one.id for one in played.endings] if played else []
            for place, name in enumerate(when.ending):
                yield from among(document, "visit-ending", name, known, (*path, "ending", place))
        for name in when.facts:
            yield from among(document, "deal-fact", name, self.deal.facts, (*path, "facts", name))
        moods = {*MOODS, *self.deal.mood, *(played.mood if played else ())}
        for name in when.mood:
            yield from among(document, "mood", name, moods, (*path, "mood", name))
        visits = [one.id for one in self.deal.visits]
        for place, name in enumerate(when.been):
            yield from among(document, "visit", name, visits, (*path, "been", place))
        for key in ("done", "not_done") if self._whole else ():
            for place, name in enumerate(getattr(when, key)):
                yield from among(document, "step", name, self._steps, (*path, key, place))
