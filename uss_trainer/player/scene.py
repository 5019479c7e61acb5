"""What stands on the stage now: the customer's line, the listed replies, what is due."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.names import fill
from uss_trainer.content.steps import step_of
from uss_trainer.player.conditions import holds
from uss_trainer.player.lookups import lookups
from uss_trainer.player.state import CustomerLine, Position

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition, Yardstick
    from uss_trainer.content.scenarios import Line, Reply, Scene
    from uss_trainer.content.shapes import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """A listed reply as offered to the trainee."""

    id: str
    text: str
    speaker: str = ""
    """Who of the selling team would say it; empty where nobody else is there to."""


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose language and with whose name texts are shown."""

    lang: str
    me: str


def technique_of(edition: Edition, scene: Scene) -> str:
    """Return the technique practised in a scene."""
    return scene.technique or edition.scenario.technique


def scene_at(edition: Edition, position: Position) -> Scene:
    """Return the scene of a position; KeyError where the scenario has none of that name."""
    return lookups(edition).scenes[position.scene]


def entered(edition: Edition, target: str, position: Position) -> str:
    """Return where one arrives who is led to `target`: scenes whose `skip` holds are passed by."""
    passed: set[str] = set()
    scenes = lookups(edition).scenes
    while (scene := scenes.get(target)) and scene.skip and target not in passed:
        passed.add(target)
        technique = technique_of(edition, scene)
        ways = (route.to for route in scene.skip if holds(route.when, position, technique))
        target = next(ways, target)
    return target


def due(edition: Edition, scene: Scene) -> tuple[str, ...]:
    """Return the steps due in a scene, qualified, those waived for this relationship left out."""
    return lookups(edition).due[scene.id]


def wanted(edition: Edition, position: Position) -> tuple[str, ...]:
    """Return the steps due at `position` that are still to be said."""
    said = satisfied(edition, position)
    return tuple(step for step in due(edition, scene_at(edition, position)) if step not in said)


def satisfied(edition: Edition, position: Position) -> frozenset[str]:
    """Return the steps that need not be said again: earned here, or before and not owed anew."""
    again = lookups(edition).again
    return frozenset((*position.here, *(step for step in position.done if step not in again)))


def customer_line(edition: Edition, position: Position, voice: Voice) -> CustomerLine:
    """Return what the customer says at `position`: the scene's line, a question, or the farewell."""
    if position.ending:
        return _farewell(edition, position, voice)
    scene = scene_at(edition, position)
    line = spoken(scene, position, technique_of(edition, scene))
    who = text_of(edition, line.who, voice)
    aside = _aside(edition, position, voice, who)
    if position.missing:
        return CustomerLine(_joined(aside, _prompt(edition, position, voice)), who=who)
    return CustomerLine(
        text=_joined(aside, text_of(edition, line.text, voice)),
        cue=text_of(edition, line.cue, voice),
        who=who,
        raises=tuple(raised.objection for raised in line.raises),
        signal=line.signal,
    )


def _farewell(edition: Edition, position: Position, voice: Voice) -> CustomerLine:
    ending = lookups(edition).endings.get(position.ending)
    if ending is None:
        return CustomerLine(_aside(edition, position, voice, ""))
    who = text_of(edition, ending.who, voice)
    aside = _aside(edition, position, voice, who)
    text = _joined(aside, text_of(edition, ending.says, voice))
    return CustomerLine(text, text_of(edition, ending.cue, voice), who)


def spoken(scene: Scene, position: Position, technique: str) -> Line:
    """Return the line of a scene that is said: the first whose condition holds, else the last."""
    for line in scene.says:
        if line.when is None or holds(line.when, position, technique):
            return line
    return scene.says[-1]


def _aside(edition: Edition, position: Position, voice: Voice, who: str) -> str:
    """Return what is said on leaving a scene by its `otherwise`, named where another says it."""
    left = lookups(edition).scenes.get(position.aside) if position.aside else None
    text = text_of(edition, left.otherwise.says, voice) if left else ""
    if left is None or not text:
        return ""
    speaker = text_of(edition, left.says[-1].who, voice)
    if speaker == who:
        return text
    name = speaker or text_of(edition, edition.scenario.customer.name, voice)
    return f"{name}：{text}" if voice.lang == "zh" else f"{name}: {text}"


def _prompt(edition: Edition, position: Position, voice: Voice) -> str:
    step = step_of(edition.rubrics, position.missing)
    prompts = step.prompts if step else []
    chosen = prompts[max(position.asked - 1, 0) % len(prompts)] if prompts else None
    return text_of(edition, chosen, voice)


def _joined(aside: str, text: str) -> str:
    return "\n".join(part for part in (aside, text) if part)


def text_of(edition: Yardstick, words: Words | None, voice: Voice) -> str:
    """Return a content text as shown; empty where there is none."""
    if words is None:
        return ""
    return fill(words.of(voice.lang), edition.company, voice.me, voice.lang)


def listed(edition: Edition, position: Position) -> tuple[Reply, ...]:
    """Return the replies on offer at `position`, in the file's order."""
    scene = scene_at(edition, position)
    technique = technique_of(edition, scene)
    return tuple(
        [one for one in scene.replies if one.when is None or holds(one.when, position, technique)]
    )


def choices(edition: Edition, position: Position, voice: Voice, seed: int) -> tuple[Choice, ...]:
    """Return the replies on offer, shuffled by the attempt's seed: the same for the same scene."""
    team = len(scene_at(edition, position).speakers) > 1
    offered = [
        Choice(reply.id, reply_text(edition, reply, voice), reply.speaker if team else "")
        for reply in listed(edition, position)
    ]
    random.Random(f"{seed}/{position.scene}").shuffle(offered)
    return tuple(offered)


def reply_text(edition: Edition, reply: Reply, voice: Voice) -> str:
    """Return a listed reply as shown."""
    return text_of(edition, reply.text, voice)
