"""Everything *Play* shows: the conversation, what is due, the clock, what is allowed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.actions.feedback import feedback
from uss_trainer.actions.playing import card
from uss_trainer.actions.viewed import Hint, MeterStep, Past, Stage, StepState, Talk
from uss_trainer.actions.wording import number, role_name, step_name
from uss_trainer.content.steps import step_of, waived
from uss_trainer.player.roles import team_of
from uss_trainer.player.scene import (
    Voice,
    choices,
    customer_line,
    due,
    scene_at,
    technique_of,
    text_of,
    wanted,
)

if TYPE_CHECKING:
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.rubrics import Step
    from uss_trainer.player.scene import Choice
    from uss_trainer.player.state import Turn

LONGEST = 2000
"""Characters of a reply shown; nothing longer is graded."""


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
        who=line.who or text_of(edition, edition.scenario.customer.name, voice),
        cue=_bare(line.cue),
        choices=_choices(sitting, voice) if listed else (),
        meter=() if sitting.attempt.mode == "exam" else meter(sitting, lang),
        talk=talk(sitting),
        hint=_hint(sitting, voice) if listed else None,
        may_rewind=listed and bool(state.turns),
        may_look_up=guided,
        technique=technique_of(edition, scene_at(edition, state.position)),
        think_seconds=limits.think_seconds if _timed(sitting) else None,
        ending=text_of(edition, ending.title, voice) if ending else "",
        team=tuple(
            role_name(one, voice.lang) for one in team_of(scene_at(edition, state.position))
        ),
        judged=sitting.attempt.mode != "exam",
    )


def _choices(sitting: Sitting, voice: Voice) -> tuple[Choice, ...]:
    """Return the replies on offer, who would say each of them in words."""
    found = choices(sitting.edition, sitting.state.position, voice, sitting.attempt.seed)
    return tuple(
        replace(one, speaker=role_name(one.speaker, voice.lang)) if one.speaker else one
        for one in found
    )


def _timed(sitting: Sitting) -> bool:
    return sitting.attempt.mode in ("self-check", "exam") and not sitting.state.ended


def past(edition: Edition, turns: tuple[Turn, ...], voice: Voice) -> tuple[Past, ...]:
    """Return the turns that stand with their feedback."""
    return tuple(
        Past(
            turn.number,
            place,
            turn.exchange.customer,
            _bare(turn.cue),
            turn.who,
            _shown(turn.exchange.reply),
            feedback(edition, turn, voice),
            _role(edition, turn, voice.lang),
        )
        for place, turn in enumerate(turns, 1)
    )


def _role(edition: Edition, turn: Turn, lang: str) -> str:
    scene = edition.scenario.scene(turn.scene)
    return role_name(turn.speaker, lang) if scene and team_of(scene) else ""


def _bare(cue: str) -> str:
    """Return a cue without the brackets some authors put around it."""
    return cue.strip("（）() ")


def _shown(reply: str) -> str:
    return reply if len(reply) <= LONGEST else f"{reply[:LONGEST]}…"


def meter(sitting: Sitting, lang: str) -> tuple[MeterStep, ...]:
    """Return the technique's steps in order, those left out that this scenario never asks for."""
    edition, position = sitting.edition, sitting.state.position
    technique = technique_of(edition, scene_at(edition, position))
    asked = {step for known in edition.scenario.scenes for step in due(edition, known)}
    now = _due_now(sitting)
    rows = []
    for step in edition.rubrics[technique].steps:
        whole = f"{technique}/{step.id}"
        if whole in position.done:
            rows.append(_row(step, "done", lang))
        elif whole in now:
            rows.append(_row(step, "now", lang))
        elif waived(step, edition.scenario):
            rows.append(_row(step, "waived", lang))
        elif whole in asked:
            rows.append(_row(step, "later", lang))
    return tuple(rows)


def _row(step: Step, state: StepState, lang: str) -> MeterStep:
    return MeterStep(step.name.of(lang), state, step.must)


def _due_now(sitting: Sitting) -> set[str]:
    """Return what the customer's line asks for; in self-check that would be a hint."""
    position = sitting.state.position
    if sitting.state.ended or sitting.attempt.mode == "self-check":
        return set()
    return set(wanted(sitting.edition, position))


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
    owed = wanted(edition, state.position)
    found = ((step, step_of(edition.rubrics, step)) for step in owed)
    texts = [
        known.about.of(voice.lang) if known else step_name(edition, step, voice.lang)
        for step, known in found
    ]
    return Hint(0, "\n".join(texts))
