"""What scenarios, techniques, steps and replies are called in the content that was played."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uss_trainer.i18n import Lang

Words = dict[str, str]
"""A text by language."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A reply as its scenario lists it."""

    scene: str
    reply: str
    quality: int
    text: Words


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id, in the language asked for, or in whatever language there is."""

    lang: Lang
    scenarios: Mapping[str, Words] = field(default_factory=dict)
    techniques: Mapping[str, Words] = field(default_factory=dict)
    steps: Mapping[str, Words] = field(default_factory=dict)
    """By `technique/step`."""

    listed: Mapping[str, tuple[Listed, ...]] = field(default_factory=dict)
    """Replies by scenario."""

    def scenario(self, name: str) -> str:
        """Return a scenario's title."""
        return self.word(self.scenarios.get(name), name)

    def technique(self, name: str) -> str:
        """Return a technique's name."""
        return self.word(self.techniques.get(name), name)

    def step(self, name: str) -> str:
        """Return a step's name."""
        return self.word(self.steps.get(name), name)

    def word(self, words: Words | None, otherwise: str = "") -> str:
        """Return a text in the language asked for."""
        known = words or {}
        return known.get(self.lang) or next(filter(None, known.values()), otherwise)


def names(lang: Lang, scenarios: Iterable[str], rubrics: Iterable[str]) -> Names:
    """Return the names that stand in stored scenarios and rubrics, as JSON."""
    played = [json.loads(body) for body in scenarios]
    measured = [json.loads(body) for body in rubrics]
    return Names(
        lang,
        {one["id"]: one["title"] for one in played},
        {one["technique"]: one["name"] for one in measured},
        {
            f"{one['technique']}/{step['id']}": step["name"]
            for one in measured
            for step in one["steps"]
        },
        {one["id"]: tuple(_listed(one)) for one in played},
    )


def _listed(scenario: dict[str, Any]) -> Iterable[Listed]:
    for scene in scenario["scenes"]:
        for reply in scene.get("replies") or ():
            yield Listed(scene["id"], reply["id"], reply["quality"], reply["text"])
