"""A scorecard in words and figures, whatever conversation it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.debriefed import KeyPoint, Loss, Outcome, Part, StepResult
from uss_trainer.actions.feedback import shortened
from uss_trainer.actions.wording import fault_of, number, step_name
from uss_trainer.content.steps import step_of
from uss_trainer.player.scene import text_of

if TYPE_CHECKING:
    from uss_trainer.content.edition import Yardstick
    from uss_trainer.content.rubrics import KeyPoint as Point
    from uss_trainer.grading.card import KeyPointScore, Scorecard, StepScore
    from uss_trainer.player.scene import Voice


def band_name(yardstick: Yardstick, result: Scorecard, lang: str) -> str:
    """Return the band's name; where something is open, the lowest and the highest there can be."""
    names = {band.id: band.name.of(lang) for band in yardstick.scale.bands}
    low = names.get(result.band, result.band)
    still_open = {score.step for score in result.steps if score.open}
    reachable = [
        band
        for band in sorted(yardstick.scale.bands, key=lambda band: -band.least)
        if band.least <= result.total_if_open
        and not (band.passes and set(result.missed_must) - still_open)
    ]
    high = reachable[0].name.of(lang) if reachable else low
    return low if result.total_if_open == result.total or high == low else f"{low} – {high}"


def parts_of(result: Scorecard) -> tuple[Part, ...]:
    """Return the parts of the total that can bring points."""
    figures = (
        ("coverage", result.coverage, result.coverage_of),
        ("order", result.order, result.order_of),
        ("methods", result.methods, result.methods_of),
        ("key-points", result.key_points, result.key_points_of),
    )
    return tuple(Part(name, number(got), number(of), got / of) for name, got, of in figures if of)


def losses_of(yardstick: Yardstick, result: Scorecard, lang: str) -> tuple[Loss, ...]:
    """Return what faults and hints cost."""
    losses = []
    for lost in result.deductions:
        fault = fault_of(yardstick, lost.id) if lost.kind == "fault" else None
        name = "" if lost.kind == "hint" else fault.name.of(lang) if fault else lost.id
        about = fault.about.of(lang) if fault else ""
        place = None if lost.turn is None else lost.turn + 1
        losses.append(Loss(name, about, lost.points, place, shortened(lost.words)))
    return tuple(losses)


def step_result(yardstick: Yardstick, score: StepScore, voice: Voice) -> StepResult:
    """Return how one step fared, with what would have earned it."""
    step = step_of(yardstick.rubrics, score.step)
    outcome = outcome_of(score)
    good = step.good if step and outcome in ("missed", "partly", "open") else []
    return StepResult(
        name=step_name(yardstick, score.step, voice.lang),
        outcome=outcome,
        earned=number(score.earned),
        possible=number(score.possible),
        must=score.must,
        turn=None if score.turn is None else score.turn + 1,
        words=shortened(score.words),
        line=score.line,
        about=step.about.of(voice.lang) if step else "",
        example=text_of(yardstick, good[0], voice) if good else "",
    )


def outcome_of(score: StepScore) -> Outcome:
    """Return how a step fared."""
    if not score.due:
        return "extra"
    if score.quality == 0 or score.earned <= 0:
        return "open" if score.open else "missed"
    return "earned" if number(score.earned) == number(score.possible) else "partly"


def _points(yardstick: Yardstick) -> list[Point]:
    return [point for rubric in yardstick.rubrics.values() for point in rubric.key_points]


def key_points_of(yardstick: Yardstick, result: Scorecard, lang: str) -> tuple[KeyPoint, ...]:
    """Return the measurable key points."""
    points = {point.id: point for point in _points(yardstick)}
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


def ticks_of(yardstick: Yardstick, lang: str) -> tuple[str, ...]:
    """Return the key points no text can show."""
    names = (point.name.of(lang) for point in _points(yardstick) if point.measure is None)
    return tuple(dict.fromkeys(names))
