"""A scenario as a graph: scenes and endings, and the answers that lead from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from uss_trainer.authoring.golden import NAME
from uss_trainer.content.shapes import Range
from uss_trainer.player.scene import Voice, text_of

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.scenarios import Goto, Scene
    from uss_trainer.content.shapes import When

Kind = Literal["reply", "typed", "otherwise", "skip"]
Word = Callable[..., str]
"""Puts a code and its facts into words."""


@dataclass(frozen=True, slots=True)
class Move:
    """One way a scene can be left, before it is known where to."""

    kind: Kind
    number: int
    """A reply's place in the file, from 1; 0 for what is no listed reply."""

    quality: int | None
    """0 to 3; None for what is no listed reply."""

    text: str
    """The reply in full, or what else leads on."""

    when: str
    """When it is on offer; empty where always."""

    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """Where a move leads, and under which condition."""

    to: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A scene or an ending."""

    id: str
    text: str
    """The customer's first line, or the ending's title."""

    outcome: str = ""
    """`won`, `partial` or `lost`; empty for a scene."""

    moves: tuple[Move, ...] = ()
    start: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole scenario, in one language."""

    scenario: str
    title: str
    nodes: tuple[Node, ...]
    """Scenes, then endings, in the file's order."""

    def node(self, id_: str) -> Node:
        """Return the node of that id; KeyError for any other."""
        return next(node for node in self.nodes if node.id == id_)


def graph(edition: Edition, lang: str, word: Word) -> Graph:
    """Return a checked scenario as a graph; `word` gives the words for conditions."""
    voice, scenario = Voice(lang, NAME[lang]), edition.scenario
    scenes = (_scene(edition, scene, voice, word) for scene in scenario.scenes)
    endings = (
        Node(ending.id, _line(text_of(edition, ending.title, voice)), ending.outcome)
        for ending in scenario.endings
    )
    title = _line(text_of(edition, scenario.title, voice))
    return Graph(scenario.id, title, (*scenes, *endings))


def _scene(edition: Edition, scene: Scene, voice: Voice, word: Word) -> Node:
    moves = [
        Move(
            "reply",
            place,
            reply.quality,
            _line(text_of(edition, reply.text, voice)),
            condition(reply.when, word),
            _arrows(reply.goto, word),
        )
        for place, reply in enumerate(scene.replies, 1)
    ]
    for rule in scene.typed:
        said = ", ".join((*rule.steps, *rule.faults))
        when = condition(rule.when, word)
        moves.append(
            Move("typed", 0, None, word("typed", said=said), when, _arrows(rule.goto, word))
        )
    otherwise = scene.otherwise
    text = word("otherwise")
    moves.append(Move("otherwise", 0, None, text, "", _arrows(otherwise.goto, word)))
    if scene.skip:
        moves.append(Move("skip", 0, None, word("skip"), "", _arrows(scene.skip, word)))
    line = _line(text_of(edition, scene.says[0].text, voice))
    return Node(scene.id, line, "", tuple(moves), scene.id == edition.scenario.first)


def _arrows(goto: Goto, word: Word) -> tuple[Arrow, ...]:
    if isinstance(goto, str):
        return (Arrow(goto),)
    return tuple(Arrow(route.to, condition(route.when, word)) for route in goto)


def condition(when: When | None, word: Word) -> str:
    """Return a condition in words; empty where there is none."""
    return word("and").join(_parts(when, word)) if when else ""


def _parts(when: When, word: Word) -> Iterator[str]:
    for name, bounds in when.mood.items():
        yield _bounded(word(name) if name in MOODS else name, bounds)
    for name, want in when.facts.items():
        if isinstance(want, Range):
            yield _bounded(name, want)
        else:
            yield word("fact-yes" if want else "fact-no", name=name)
    lists: Sequence[tuple[str, Sequence[str]]] = (
        ("done", when.done),
        ("not-done", when.not_done),
        ("been", when.been),
        ("came", when.came),
    )
    for code, names in lists:
        if names:
            yield word(code, names=", ".join(names))


MOODS = ("trust", "interest", "patience")


def _bounded(name: str, bounds: Range) -> str:
    if bounds.min is not None and bounds.max is not None:
        return f"{bounds.min} ≤ {name} ≤ {bounds.max}"
    if bounds.min is not None:
        return f"{name} ≥ {bounds.min}"
    return f"{name} ≤ {bounds.max}"


def _line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def shortened(text: str, cells: int) -> str:
    """Return a text cut to so many cells, a Chinese character being two, `…` where it was cut."""
    taken = 0
    for place, char in enumerate(text):
        taken += 2 if ord(char) > 0x2E7F else 1
        if taken > cells:
            return text[:place].rstrip() + "…"
    return text


def dots(quality: int) -> str:
    """Return a quality as three dots, as many filled as it is worth."""
    return "●" * quality + "○" * (3 - quality)
