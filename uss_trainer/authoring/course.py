"""Where one can stand in a scenario and what leads from place to place, worked out when first asked.

Positions that no later condition can tell apart are one place, so that a thousand plays of one
scenario answer most turns from memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uss_trainer.authoring.golden import NAME
from uss_trainer.authoring.telling import declared_steps, telling
from uss_trainer.content.steps import qualify, technique_of
from uss_trainer.grading.values import Evidence, Exchange, Judgement
from uss_trainer.player.lookups import lookups
from uss_trainer.player.play import Given, answer, begin
from uss_trainer.player.scene import Voice, listed, reply_text, spoken
from uss_trainer.player.state import State

if TYPE_CHECKING:
    from collections.abc import Hashable

    from uss_trainer.content.edition import Edition
    from uss_trainer.content.scenarios import Reply, Scene
    from uss_trainer.player.state import Position


@dataclass(frozen=True, slots=True)
class Said:
    """What a typed reply is judged to do, without an encoder."""

    steps: tuple[str, ...] = ()
    """Whole names, `technique/step`."""

    faults: tuple[str, ...] = ()
    quality: int = 0


@dataclass(slots=True, eq=False)
class Place:
    """A position, or many that play on alike."""

    position: Position
    scene: Scene
    offered: tuple[Reply, ...]
    """The replies to choose among; none at an ending."""

    line: int
    """Which of the scene's lines is said, from 0; -1 where the customer asks again."""

    ways: dict[Hashable, Way] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One answer and where it leads."""

    exchange: Exchange
    taken: str
    """The listed reply whose route it is, as `scene/reply`; empty where none was."""

    shown: bool
    """Whether the listed reply's `why` is shown after it."""

    to: Place


class Course:
    """The places of one scenario, in one language, found as they are walked to."""

    def __init__(self, edition: Edition, lang: str, *, typed: bool = False) -> None:
        """Prepare a course; `typed` where replies are also typed, which patience has a say in."""
        self.edition = edition
        self.steps = declared_steps(edition.scenario)
        self._lang = lang
        self._voice = Voice(lang, NAME[lang])
        self._telling = telling(edition.scenario, typed=typed)
        self._places: dict[Hashable, Place] = {}
        self.start = self._place(begin(edition).position)

    def choose(self, place: Place, reply: Reply) -> Way:
        """Return where choosing an offered reply leads."""
        known = place.ways.get(reply.id)
        if known is not None:
            return known
        technique = technique_of(place.scene, self.edition.scenario)
        judgement = Judgement(
            technique,
            "declared",
            tuple(Evidence(qualify(step, technique), 1.0) for step in reply.steps),
            tuple(Evidence(method, 1.0) for method in reply.methods),
            tuple(Evidence(fault, 1.0) for fault in reply.faults),
            quality=reply.quality,
        )
        given = Given(self.text(reply), reply.id)
        return self._answered(place, reply.id, given, judgement)

    def type(self, place: Place, said: Said, text: str = "") -> Way:
        """Return where a typed reply leads that is judged to do what `said` says."""
        known = place.ways.get((said, text))
        if known is not None:
            return known
        judgement = Judgement(
            technique_of(place.scene, self.edition.scenario),
            "typed",
            tuple(Evidence(step, 1.0) for step in said.steps),
            (),
            tuple(Evidence(fault, 1.0) for fault in said.faults),
            quality=said.quality,
        )
        return self._answered(place, (said, text), Given(text), judgement)

    def text(self, reply: Reply) -> str:
        """Return a listed reply as shown."""
        return reply_text(self.edition, reply, self._voice)

    def _answered(self, place: Place, key: Hashable, given: Given, judgement: Judgement) -> Way:
        state, turn = answer(
            self.edition,
            State(place.position),
            given,
            judgement,
            number=1,
            voice=self._voice,
            at="",
        )
        taken = f"{turn.scene}/{turn.taken}" if turn.taken else ""
        shown = bool(taken) and turn.agrees
        way = place.ways[key] = Way(turn.exchange, taken, shown, self._place(state.position))
        return way

    def _place(self, position: Position) -> Place:
        """Return the place of a position, the one known where there is."""
        key = self._telling.key(position)
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = self._made(position)
        return place

    def _made(self, position: Position) -> Place:
        scene = lookups(self.edition).scenes[position.scene]
        if position.ending:
            return Place(position, scene, (), -1)
        line = -1
        if not position.missing:
            said = spoken(scene, position, technique_of(scene, self.edition.scenario))
            line = next(place for place, one in enumerate(scene.says) if one is said)
        return Place(position, scene, listed(self.edition, position), line)

    @property
    def places(self) -> int:
        """How many places have been found."""
        return len(self._places)
