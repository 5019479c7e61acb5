"""A first scenario out of what a rubric says: the customer's questions, good replies, near misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.authoring.draft import Draft, DraftEnding, DraftReply, DraftScene, Text
from uss_trainer.content.todo import TODO
from uss_trainer.i18n import LANGS, say

if TYPE_CHECKING:
    from uss_trainer.content.rubrics import Rubric, Step
    from uss_trainer.content.shapes import Words

SCENES = 3
"""Scenes of a first scenario: one for each of the technique's first steps."""


def sample(code: str, **facts: object) -> Text:
    """Return a sentence of `i18n`'s `new` in both languages."""
    return Text(say(f"new.{code}", "zh", **facts), say(f"new.{code}", "en", **facts))


def first_draft(name: str, title: Text, rubric: Rubric) -> Draft:
    """Return a small scenario that can be played and changed into one's own."""
    steps = rubric.steps[:SCENES]
    scenes = tuple(_scene(number, step, len(steps)) for number, step in enumerate(steps))
    return Draft(
        id=name,
        technique=rubric.technique,
        title=title,
        customer={
            part: sample(f"sample-customer-{part}") for part in ("name", "role", "company", "about")
        },
        briefing=sample("sample-briefing"),
        goal=_both(rubric.purposes[0]) if rubric.purposes else sample("sample-goal"),
        scenes=scenes,
        endings=endings(),
        least=80,
    )


def endings() -> tuple[DraftEnding, ...]:
    """Return the two endings a scenario begins with, the good one first."""
    return tuple(
        DraftEnding(name, outcome, *(sample(f"sample-{name}-{part}") for part in _ENDING))
        for name, outcome in (("agreed", "won"), ("ended", "lost"))
    )


_ENDING = ("title", "debrief", "says")


def _scene(number: int, step: Step, of: int) -> DraftScene:
    """Return the scene of one step; its best reply stands at another place in each."""
    after = scene_id(number + 1) if number + 1 < of else "agreed"
    good, miss = step.good, step.near_miss
    best = DraftReply(
        "best",
        _both(good[0]) if good else Text(),
        3,
        after,
        (step.id,),
        why=Text(*(say("new.sample-why-best", one, step=step.name.of(one)) for one in LANGS)),
    )
    near = DraftReply(
        "near",
        _both(miss.text) if miss else Text(),
        1,
        after,
        why=_both(miss.why) if miss else Text(),
        notes=() if number else (("note-near", ""),),
    )
    empty = DraftReply(
        "empty", sample(f"sample-empty-{number % 3}"), 0, "ended", why=sample("sample-why-empty")
    )
    order = ((near, best, empty), (empty, near, best), (best, empty, near))[number % 3]
    return DraftScene(scene_id(number), _both(step.prompts[0]), (step.id,), order, "ended")


def scene_id(number: int) -> str:
    """Return the id of a scene by its place, counted from 0."""
    return f"scene-{number + 1}"


def _both(words: Words) -> Text:
    return Text(words.zh or TODO, words.en or TODO)
