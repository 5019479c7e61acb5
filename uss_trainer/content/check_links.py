"""Links of a scenario: every id and name that something else must bear."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.near import nearest
from uss_trainer.content.steps import qualify, technique_of
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.content.events import Key
    from uss_trainer.content.known import Known
    from uss_trainer.content.read import Document
    from uss_trainer.content.scenarios import (
        Goto,
        Otherwise,
        Reply,
        Route,
        Scenario,
        Scene,
        TypedRule,
    )
    from uss_trainer.content.shapes import When


@dataclass(frozen=True)
class Links:
    """A scenario with everything its ids and names may refer to."""

    scenario: Scenario
    document: Document
    known: Known

    def problems(self) -> Iterator[Problem]:
        """Yield every id that is repeated, and every reference that names nothing."""
        yield from self._repeated()
        if self.scenario.start:
            yield from self._among("goto", self.scenario.start, self.known.scenes, ("start",))
        for name, value in self.scenario.mood.items():
            if not -5 <= value <= 5:
                place = self.document.place(("mood", name))
                yield Problem("check.mood-range", place, {"given": str(value)})
        for number, ending in enumerate(self.scenario.endings):
            yield from self._sets(ending.sets, ("endings", number, "sets"))
        for number, scene in enumerate(self.scenario.scenes):
            yield from self._scene(scene, ("scenes", number))

    def _repeated(self) -> Iterator[Problem]:
        """Yield each scene or ending that bears another's id."""
        places = [(scene.id, ("scenes", n, "id")) for n, scene in enumerate(self.scenario.scenes)]
        places += [(end.id, ("endings", n, "id")) for n, end in enumerate(self.scenario.endings)]
        yield from repeated(self.document, places)

    def _scene(self, scene: Scene, path: Key) -> Iterator[Problem]:
        """Yield what a scene names and nothing bears."""
        technique = technique_of(scene, self.scenario)
        if technique not in self.known.rubrics:
            named: Key = (*path, "technique") if scene.technique else ("technique",)
            yield from self._among("technique", technique, self.known.rubrics, named)
            return
        yield from self._silent(scene, path)
        yield from self._routes(scene.skip, technique, (*path, "skip"))
        for place, line in enumerate(scene.says):
            yield from self._when(line.when, technique, (*path, "says", place, "when"))
        yield from self._refs(scene.due, technique, (*path, "due"))
        if scene.fits:
            methods = self.known.methods[technique]
            yield from self._all("method", scene.fits.methods, methods, (*path, "fits", "methods"))
            for place, name in enumerate(scene.fits.speakers):
                found = (*path, "fits", "speakers", place)
                yield from self._among("speaker", name, scene.speakers, found)
        for number, reply in enumerate(scene.replies):
            yield from self._reply(reply, scene, technique, (*path, "replies", number))
        for number, rule in enumerate(scene.typed):
            yield from self._rule(rule, technique, (*path, "typed", number))
        yield from self._move(scene.otherwise, technique, (*path, "otherwise"))

    def _silent(self, scene: Scene, path: Key) -> Iterator[Problem]:
        """Yield that a scene may stand with nothing said, or with nothing to answer."""
        if all(line.when for line in scene.says):
            place = self.document.place((*path, "says"))
            yield Problem("check.says-may-fail", place, {"id": scene.id})
        if all(reply.when for reply in scene.replies):
            place = self.document.place((*path, "replies"))
            yield Problem("check.replies-may-fail", place, {"id": scene.id})

    def _reply(self, reply: Reply, scene: Scene, technique: str, path: Key) -> Iterator[Problem]:
        """Yield what a listed reply names and nothing bears."""
        yield from self._rule(reply, technique, path)
        if reply.methods:
            named = {technique, *(ref.split("/")[0] for ref in reply.steps if "/" in ref)}
            known = frozenset().union(
                *(self.known.methods.get(name, frozenset()) for name in named)
            )
            yield from self._all("method", reply.methods, known, (*path, "methods"))
        if reply.handles:
            yield from self._among(
                "objection", reply.handles, self.known.objections, (*path, "handles")
            )
        if reply.speaker not in scene.speakers:
            yield from self._among("speaker", reply.speaker, scene.speakers, (*path, "speaker"))

    def _rule(self, rule: Reply | TypedRule, technique: str, path: Key) -> Iterator[Problem]:
        """Yield what a reply or typed rule names and nothing bears."""
        yield from self._refs(rule.steps, technique, (*path, "steps"))
        if self.known.faults:
            yield from self._all("fault", rule.faults, self.known.fault_ids, (*path, "faults"))
        yield from self._when(rule.when, technique, (*path, "when"))
        yield from self._move(rule, technique, path)

    def _move(
        self, move: Reply | TypedRule | Otherwise, technique: str, path: Key
    ) -> Iterator[Problem]:
        """Yield what the effects of an answer name and nothing bears."""
        if move.mood:
            yield from self._all("mood", move.mood, self.known.moods, (*path, "mood"), keys=True)
        yield from self._sets(move.sets, (*path, "sets"))
        yield from self._goto(move.goto, technique, (*path, "goto"))

    def _goto(self, goto: Goto, technique: str, path: Key) -> Iterator[Problem]:
        """Yield targets that don't exist, and a list of routes none of which need hold."""
        if isinstance(goto, str):
            yield from self._among("goto", goto, self.known.targets, path)
            return
        yield from self._routes(goto, technique, path)
        if all(route.when for route in goto):
            yield Problem("check.goto-may-fail", self.document.place(path))

    def _routes(self, routes: Sequence[Route], technique: str, path: Key) -> Iterator[Problem]:
        """Yield targets of routes that don't exist, and what their conditions name in vain."""
        for number, route in enumerate(routes):
            yield from self._among("goto", route.to, self.known.targets, (*path, number, "to"))
            yield from self._when(route.when, technique, (*path, number, "when"))

    def _when(self, when: When | None, technique: str, path: Key) -> Iterator[Problem]:
        """Yield moods, facts and steps of a condition that nothing bears."""
        if when is None:
            return
        yield from self._all("mood", when.mood, self.known.moods, (*path, "mood"), keys=True)
        yield from self._sets(when.facts, (*path, "facts"))
        yield from self._refs(when.done, technique, (*path, "done"))
        yield from self._refs(when.not_done, technique, (*path, "not_done"))
        yield from self._all("scene", when.been, self.known.scenes, (*path, "been"))
        yield from self._all("reply", when.came, self.known.replies, (*path, "came"))

    def _sets(self, values: Mapping[str, object], path: Key) -> Iterator[Problem]:
        """Yield facts that the scenario doesn't list, or that it lists as another kind."""
        if not values:
            return
        yield from self._all("fact", values, self.scenario.facts, path, keys=True)
        for name, value in values.items():
            known = self.scenario.facts.get(name)
            if known is not None and isinstance(known, bool) != isinstance(value, bool):
                kind = "yes-no" if isinstance(known, bool) else "number"
                place = self.document.place((*path, name))
                yield Problem(f"check.fact-is-{kind}", place, {"id": name})

    def _refs(self, refs: Sequence[str], technique: str, path: Key) -> Iterator[Problem]:
        """Yield steps that no rubric has."""
        for number, ref in enumerate(refs):
            if (whole := qualify(ref, technique)) not in self.known.steps:
                near = nearest(whole, self.known.steps)
                facts = {"id": ref, "nearest": near if "/" in ref else near.rpartition("/")[2]}
                yield Problem("check.unknown-step", self.document.place((*path, number)), facts)

    def _all(
        self,
        kind: str,
        names: Collection[str],
        known: Collection[str],
        path: Key,
        *,
        keys: bool = False,
    ) -> Iterator[Problem]:
        """Yield each of several names that isn't known."""
        for number, name in enumerate(names):
            if name not in known:
                yield from self._among(kind, name, known, (*path, name if keys else number))

    def _among(self, kind: str, name: str, known: Collection[str], path: Key) -> Iterator[Problem]:
        """Yield that a name isn't known, with the nearest that is."""
        yield from among(self.document, kind, name, known, path)


def among(
    document: Document, kind: str, name: str, known: Collection[str], path: Key
) -> Iterator[Problem]:
    """Yield that a name isn't known, with the nearest that is."""
    if name not in known:
        facts = {"id": name, "nearest": nearest(name, known)}
        yield Problem(f"check.unknown-{kind}", document.place(path), facts)


def repeated(document: Document, places: Sequence[tuple[str, Key]]) -> Iterator[Problem]:
    """Yield each id that stands at an earlier place too."""
    first: dict[str, Key] = {}
    for name, path in places:
        if name in first:
            line = document.place(first[name]).rpartition(":")[2]
            yield Problem("check.duplicate-id", document.place(path), {"id": name, "line": line})
        first.setdefault(name, path)
