"""Everything *Play* shows, as values: the conversation, what is due, the clock, what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from uss_trainer.actions.feedback import Feedback, feedback
from uss_trainer.actions.playing import card
from uss_trainer.actions.wording import number, step_name, step_of, text_of
from uss_trainer.player.scene import (
    Choice,
    Voice,
    choices,
    customer_line,
    due,
    scene_at,
    technique_of,
)

if TYPE_CHECKING:
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.content.edition import Edition
    from uss_trainer.player.state import Turn

StepState = Literal["done", "now", "later", "waived"]
LONGEST = 2000
"""Characters of a reply shown; nothing longer is graded."""


@dataclass(frozen=True, slots=True)
class Past:
    """A turn that stands: what was said and what the answer did."""

    number: int
    """The turn's own number, by which to rewind or retry."""

    place: int
    """Its place among the turns that stand, from 1: what a person counts."""

    customer: str
    cue: str
    reply: str
    """As chosen or typed, the rest of a very long one left out; empty where it was silence."""

    feedback: Feedback


@dataclass(frozen=True, slots=True)
class MeterStep:
    """One step of the technique and how it stands."""

    name: str
    state: StepState
    must: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """The talk so far."""

    minutes: str
    limit: str
    """Minutes the conversation may take; empty where nothing limits it."""

    share: int
    """The trainee's part, in per cent."""

    over: bool


@dataclass(frozen=True, slots=True)
class Hint:
    """What the trainer would whisper."""

    cost: int
    """Points it takes off; 0 where it has been paid for."""

    text: str
    """Empty until it is taken."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What stands before the trainee now."""

    title: str
    mode: str
    customer: str
    """Name of whoever speaks on the other side."""

    me: str
    past: tuple[Past, ...]
    line: str
    """What the customer says now; the farewell where the conversation has ended."""

    cue: str
    choices: tuple[Choice, ...]
    """Listed replies in their shuffled order; empty where one types, or after the end."""

    meter: tuple[MeterStep, ...]
    talk: Talk
    hint: Hint | None
    """None where the mode gives none."""

    may_rewind: bool
    may_look_up: bool
    """Whether the handbook may be opened meanwhile."""

    technique: str
    think_seconds: int | None
    """Seconds to think about this reply; None where there is no limit."""

    ending: str
    """The title of the ending reached; empty while the conversation goes on."""

    @property
    def ended(self) -> bool:
        """Whether the conversation is over."""
        return bool(self.ending)

    @property
    def typed(self) -> bool:
        """Whether a reply is to be typed now."""
        return not self.choices and not self.ended

    def allows(self, action: str) -> bool:
        """Return whether something can be done now; anything not named here always can."""
        allowed = {
            "choose": bool(self.choices),
            "move": bool(self.choices),
            "hint": self.hint is not None,
            "rewind": self.may_rewind,
            "handbook": self.may_look_up,
            "debrief": self.ended,
        }
        return allowed.get(action, True)


def stage(sitting: Sitting, lang: str) -> Stage:
    """Return what is to be seen of a sitting in `lang`."""
    edition, state = sitting.edition, sitting.state
    voice = Voice(lang, sitting.attempt.me)
    guided = sitting.attempt.mode == "guided"
    line = customer_line(edition, state.position, voice)
    ending = edition.scenario.ending(state.position.ending)
    limits = edition.scenario.limits
    listed = guided and not state.ended
    return Stage(
        title=text_of(edition, edition.scenario.title, voice),
        mode=sitting.attempt.mode,
        customer=text_of(edition, edition.scenario.customer.name, voice),
        me=sitting.attempt.me,
        past=past(edition, state.turns, voice),
        line=line.text,
        cue=line.cue,
        choices=choices(edition, state.position, voice, sitting.attempt.seed) if listed else (),
        meter=meter(sitting, lang),
        talk=talk(sitting),
        hint=_hint(sitting, voice) if listed else None,
        may_rewind=listed and bool(state.turns),
        may_look_up=guided,
        technique=technique_of(edition, scene_at(edition, state.position)),
        think_seconds=limits.think_seconds if _timed(sitting) else None,
        ending=text_of(edition, ending.title, voice) if ending else "",
    )


def _timed(sitting: Sitting) -> bool:
    return sitting.attempt.mode == "self-check" and not sitting.state.ended


def past(edition: Edition, turns: tuple[Turn, ...], voice: Voice) -> tuple[Past, ...]:
    """Return the turns that stand with their feedback."""
    return tuple(
        Past(
            turn.number,
            place,
            turn.exchange.customer,
            turn.cue,
            _shown(turn.exchange.reply),
            feedback(edition, turn, voice),
        )
        for place, turn in enumerate(turns, 1)
    )


def _shown(reply: str) -> str:
    return reply if len(reply) <= LONGEST else f"{reply[:LONGEST]}…"


def meter(sitting: Sitting, lang: str) -> tuple[MeterStep, ...]:
    """Return the technique's steps in order, those left out that this scenario never asks for."""
    edition, position = sitting.edition, sitting.state.position
    scene = scene_at(edition, position)
    technique = technique_of(edition, scene)
    asked = {step for known in edition.scenario.scenes for step in due(edition, known)}
    # What is due now would be a hint, and self-check gives none.
    told = not sitting.state.ended and sitting.attempt.mode != "self-check"
    now = set(due(edition, scene)) - set(position.here) if told else set()
    steps = []
    for step in edition.rubrics[technique].steps:
        whole = f"{technique}/{step.id}"
        if whole in position.done:
            state: StepState = "done"
        elif whole in now:
            state = "now"
        elif step.waived and step.waived.relationship == edition.scenario.relationship:
            state = "waived"
        elif whole in asked:
            state = "later"
        else:
            continue
        steps.append(MeterStep(step.name.of(lang), state, step.must))
    return tuple(steps)


def talk(sitting: Sitting) -> Talk:
    """Return how long both sides have talked and how much of it was the trainee."""
    edition = sitting.edition
    result = card(sitting)
    limit = edition.scenario.limits.talk_minutes
    limit = limit or edition.rubrics[edition.scenario.technique].talk_minutes
    return Talk(
        minutes=number(result.talk_minutes),
        limit=number(limit) if limit else "",
        share=round(result.talk_share * 100),
        over=bool(limit and result.talk_minutes > limit),
    )


def _hint(sitting: Sitting, voice: Voice) -> Hint:
    """Return the scene's hint; without one of its own it names the steps that are due."""
    edition, state = sitting.edition, sitting.state
    if not state.hinted:
        return Hint(edition.scale.hint, "")
    scene = scene_at(edition, state.position)
    if scene.hint:
        return Hint(0, text_of(edition, scene.hint, voice))
    owed = (step for step in due(edition, scene) if step not in state.position.here)
    found = ((step, step_of(edition.rubrics, step)) for step in owed)
    texts = [
        known.about.of(voice.lang) if known else step_name(edition, step, voice.lang)
        for step, known in found
    ]
    return Hint(0, "\n".join(texts))
