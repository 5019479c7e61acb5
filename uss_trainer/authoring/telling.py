"""What tells one place of a scenario from another: what its conditions look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.steps import qualify, technique_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.content.shapes import When
    from uss_trainer.player.state import Position


@dataclass(frozen=True, slots=True)
class Telling:
    """What the conditions of a scenario look at; nothing else of a position bears on what follows."""

    moods: tuple[str, ...]
    facts: tuple[str, ...]
    been: frozenset[str]
    came: frozenset[str]

    def key(self, position: Position, scene: str = "") -> Hashable:
        """Return what tells places apart; `scene` where the position is about to stand there."""
        mood, facts = position.mood, position.facts
        return (
            scene or position.scene,
            position.ending,
            position.missing,
            position.asked,
            position.aside,
            position.came if position.came in self.came else "",
            tuple([mood.get(name, 0) for name in self.moods]),
            tuple([facts.get(name, 0) for name in self.facts]),
            frozenset(position.done),
            frozenset(position.here),
            self.been.intersection(position.been) if self.been else None,
        )


def telling(scenario: Scenario, *, typed: bool) -> Telling:
    """Return what tells places apart; `typed` where replies are also typed."""
    found = [when for when in whens(scenario) if when is not None]
    moods = {name: None for when in found for name in when.mood}
    if typed:  # a reply that earns nothing is given another chance as long as there is patience
        moods["patience"] = None
    facts = {name: None for when in found for name in when.facts}
    return Telling(
        tuple(moods),
        tuple(facts),
        frozenset(scene for when in found for scene in when.been),
        frozenset(reply for when in found for reply in when.came),
    )


def declared_steps(scenario: Scenario) -> tuple[str, ...]:
    """Return every step that some listed reply performs, by its whole name."""
    named = {
        qualify(step, technique_of(scene, scenario))
        for scene in scenario.scenes
        for reply in scene.replies
        for step in reply.steps
    }
    return tuple(sorted(named))


def whens(scenario: Scenario) -> Iterator[When | None]:
    """Yield every condition of a scenario."""
    for scene in scenario.scenes:
        yield from (line.when for line in scene.says)
        yield from (route.when for route in scene.skip)
        yield from (reply.when for reply in scene.replies)
        yield from (rule.when for rule in scene.typed)
        gotos = [reply.goto for reply in scene.replies] + [rule.goto for rule in scene.typed]
        for goto in (*gotos, scene.otherwise.goto):
            yield from (route.when for route in goto if not isinstance(route, str))
