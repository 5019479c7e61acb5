"""What plays have seen of a scenario, and what none of them has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.authoring.course import Place, Way
    from uss_trainer.content.edition import Edition


@dataclass(frozen=True, slots=True)
class Unseen:
    """What no play has shown, in the file's order."""

    scenes: tuple[str, ...]
    lines: tuple[str, ...]
    """A customer's line as `scene/2`, counted from 1, where the scene itself was seen."""

    replies: tuple[str, ...]
    """Listed replies that were never on offer where their scene was seen, as `scene/reply`."""

    feedback: tuple[str, ...]
    """Replies that were on offer and whose `why` was never shown."""

    endings: tuple[str, ...]

    def __bool__(self) -> bool:
        """Return whether there is anything."""
        return any((self.scenes, self.lines, self.replies, self.feedback, self.endings))


class Noted:
    """What has been seen so far: of places what they show, of ways whose `why` follows them."""

    def __init__(self) -> None:
        self.places: set[Place] = set()
        self.told: set[str] = set()

    def ways(self, ways: Iterable[Way]) -> None:
        """Note answers and where they led."""
        for way in ways:
            self.places.add(way.to)
            if way.shown:
                self.told.add(way.taken)

    def unseen(self, edition: Edition) -> Unseen:
        """Return what is missing."""
        scenes = {place.scene.id for place in self.places if not place.position.ending}
        lines = {(place.scene.id, place.line) for place in self.places}
        offered = {f"{p.scene.id}/{reply.id}" for p in self.places for reply in p.offered}
        ended = {place.position.ending for place in self.places}
        scenario = edition.scenario
        seen = [scene for scene in scenario.scenes if scene.id in scenes]
        listed = [f"{scene.id}/{reply.id}" for scene in seen for reply in scene.replies]
        return Unseen(
            tuple(scene.id for scene in scenario.scenes if scene.id not in scenes),
            tuple(
                f"{scene.id}/{place + 1}"
                for scene in seen
                for place in range(len(scene.says))
                if (scene.id, place) not in lines
            ),
            tuple(one for one in listed if one not in offered),
            tuple(one for one in listed if one in offered and one not in self.told),
            tuple(ending.id for ending in scenario.endings if ending.id not in ended),
        )
