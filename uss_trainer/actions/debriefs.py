"""A debrief, put together from a stored attempt, its content and its scorecard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.debriefed import Debrief, KeyPoint, Loss, Noted, Outcome, Part, StepResult
from uss_trainer.actions.feedback import shortened
from uss_trainer.actions.lessons import lessons
from uss_trainer.actions.playing import card
from uss_trainer.actions.sittings import read
from uss_trainer.actions.views import past
from uss_trainer.actions.wording import fault_of, number, span, step_name
from uss_trainer.content.steps import step_of
from uss_trainer.player.play import begin
from uss_trainer.player.scene import Voice, listed, reply_text, text_of

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.actions.viewed import Past
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.rubrics import KeyPoint as Point
    from uss_trainer.grading.values import KeyPointScore, Scorecard, StepScore

BEST = 3
HARDER = {"guided": "typed", "typed": "self-check"}


def debrief(desk: Desk, attempt_id: str, lang: str) -> Debrief:
    """Return the debrief of an attempt; TrainerError where it isn't stored."""
    return of_sitting(read(desk, attempt_id, lang))


def of_sitting(sitting: Sitting) -> Debrief:
    """Return the debrief of a sitting where it stands."""
    edition, attempt, voice = sitting.edition, sitting.attempt, sitting.voice
    result = card(sitting)
    scenario = edition.scenario
    ending = scenario.ending(sitting.state.position.ending)
    names = {step: step_name(edition, step, voice.lang) for step in result.performed}
    turns = _turns(sitting)
    return Debrief(
        attempt=attempt.id,
        title=text_of(edition, scenario.title, voice),
        customer=text_of(edition, scenario.customer.name, voice),
        mode=attempt.mode,
        finished=sitting.state.ended,
        retry_of=attempt.retry_of,
        retry_turn=attempt.retry_turn,
        total=span(result.total, result.total_if_open),
        band=_band(edition, result, voice.lang),
        passed=result.passed,
        undecided=result.total_if_open != result.total or bool(result.open_turns),
        ending=text_of(edition, ending.title, voice) if ending else "",
        outcome=ending.outcome if ending else "",
        ending_debrief=text_of(edition, ending.debrief, voice) if ending else "",
        parts=_parts(result),
        losses=_losses(edition, result, voice.lang),
        steps=tuple(_step(edition, score, voice) for score in result.steps),
        missed_must=tuple(step_name(edition, step, voice.lang) for step in result.missed_must),
        performed=tuple(names.values()),
        out_of_order=tuple(names[step] for step in result.performed if step not in result.in_order),
        key_points=_key_points(edition, result, voice.lang),
        ticks=_ticks(edition, voice.lang),
        minutes=number(result.talk_minutes),
        share=round(result.talk_share * 100),
        think_seconds=round(result.think_seconds),
        turns=turns,
        weakest=_weakest(turns),
        lessons=lessons(edition, result, voice),
        harder=HARDER.get(attempt.mode, "") if result.passed else "",
    )


def _band(edition: Edition, result: Scorecard, lang: str) -> str:
    """Return the band's name; where something is open, the lowest and the highest there can be."""
    names = {band.id: band.name.of(lang) for band in edition.scale.bands}
    low = names.get(result.band, result.band)
    still_open = {score.step for score in result.steps if score.open}
    reachable = [
        band
        for band in sorted(edition.scale.bands, key=lambda band: -band.least)
        if band.least <= result.total_if_open
        and not (band.passes and set(result.missed_must) - still_open)
    ]
    high = reachable[0].name.of(lang) if reachable else low
    return low if result.total_if_open == result.total or high == low else f"{low} – {high}"


def _parts(result: Scorecard) -> tuple[Part, ...]:
    figures = (
        ("coverage", result.coverage, result.coverage_of),
        ("order", result.order, result.order_of),
        ("methods", result.methods, result.methods_of),
        ("key-points", result.key_points, result.key_points_of),
    )
    return tuple(Part(name, number(got), number(of), got / of) for name, got, of in figures if of)


def _losses(edition: Edition, result: Scorecard, lang: str) -> tuple[Loss, ...]:
    losses = []
    for lost in result.deductions:
        fault = fault_of(edition, lost.id) if lost.kind == "fault" else None
        name = "" if lost.kind == "hint" else fault.name.of(lang) if fault else lost.id
        about = fault.about.of(lang) if fault else ""
        place = None if lost.turn is None else lost.turn + 1
        losses.append(Loss(name, about, lost.points, place, shortened(lost.words)))
    return tuple(losses)


def _step(edition: Edition, score: StepScore, voice: Voice) -> StepResult:
    step = step_of(edition.rubrics, score.step)
    outcome = outcome_of(score)
    good = step.good if step and outcome in ("missed", "partly", "open") else []
    return StepResult(
        name=step_name(edition, score.step, voice.lang),
        outcome=outcome,
        earned=number(score.earned),
        possible=number(score.possible),
        must=score.must,
        turn=None if score.turn is None else score.turn + 1,
        words=shortened(score.words),
        line=score.line,
        about=step.about.of(voice.lang) if step else "",
        example=text_of(edition, good[0], voice) if good else "",
    )


def outcome_of(score: StepScore) -> Outcome:
    """Return how a step fared."""
    if not score.due:
        return "extra"
    if score.quality == 0 or score.earned <= 0:
        return "open" if score.open else "missed"
    return "earned" if number(score.earned) == number(score.possible) else "partly"


def _points(edition: Edition) -> list[Point]:
    return [point for rubric in edition.rubrics.values() for point in rubric.key_points]


def _key_points(edition: Edition, result: Scorecard, lang: str) -> tuple[KeyPoint, ...]:
    points = {point.id: point for point in _points(edition)}
    return tuple(
        _key_point(points[score.id], score, lang)
        for score in result.key_point_scores
        if score.id in points
    )


def _key_point(point: Point, score: KeyPointScore, lang: str) -> KeyPoint:
    if point.measure == "talk-share":
        value, limit = f"{score.value:.0%}", f"{score.limit:.0%}"
    else:
        value, limit = number(score.value), number(score.limit)
    return KeyPoint(point.name.of(lang), point.measure or "talk-minutes", value, limit, score.met)


def _ticks(edition: Edition, lang: str) -> tuple[str, ...]:
    names = (point.name.of(lang) for point in _points(edition) if point.measure is None)
    return tuple(dict.fromkeys(names))


def _turns(sitting: Sitting) -> tuple[Noted, ...]:
    """Return the turns that stand, each with a better listed reply where there is one."""
    shown = past(sitting.edition, sitting.state.turns, sitting.voice)
    return tuple(_noted(sitting, place, one) for place, one in enumerate(shown))


def _noted(sitting: Sitting, place: int, one: Past) -> Noted:
    edition, turns, voice = sitting.edition, sitting.state.turns, sitting.voice
    before = turns[place - 1].after if place else begin(edition).position
    offered = [reply for reply in listed(edition, before) if reply.quality == BEST]
    if one.feedback.quality >= BEST or not offered:
        return Noted(one, "", "")
    return Noted(
        one, reply_text(edition, offered[0], voice), text_of(edition, offered[0].why, voice)
    )


def _weakest(turns: tuple[Noted, ...]) -> int | None:
    """Return the number of the first turn of the lowest quality."""
    worst = min(turns, key=lambda noted: noted.past.feedback.quality, default=None)
    return worst.past.number if worst else None
