"""What an exam's trainee and trainer read: the verdict with its reasons, ratings beside results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.exam_reported import RATINGS, Part, Reason, Report, StepLine, Talk
from uss_trainer.actions.exam_results import result
from uss_trainer.actions.wording import number, span, step_name
from uss_trainer.i18n import say
from uss_trainer.player.scene import Voice, text_of

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.exam_results import Held, Result
    from uss_trainer.coaching.readiness import Rated, Readiness
    from uss_trainer.i18n import Lang


def report(desk: Desk, name: str, lang: Lang) -> Report:
    """Return the report on a rated exam; TrainerError `exam.kept-back` before that."""
    return told(result(desk, name, lang), lang)


def told(found: Result, lang: Lang) -> Report:
    """Return a result in words."""
    exam = found.exam
    return Report(
        exam=exam.id,
        title=found.rules.title[lang],
        verdict=exam.verdict,
        head=say(f"exam.head-{exam.verdict}", lang),
        facts=_facts(found, lang),
        parts=tuple(_part(found, one, lang) for one in found.parts),
        talks=tuple(_talk(found, one, lang) for one in found.held),
        over=_off(found, lang, 1),
        under=_off(found, lang, -1),
        bias=_bias(found, lang),
    )


def _facts(found: Result, lang: Lang) -> tuple[str, ...]:
    exam, rules = found.exam, found.rules
    total = span(exam.total, exam.total_if_open)
    return (
        say("exam.fact-total", lang, total=total, mark=number(rules.pass_mark)),
        say(f"exam.fact-ended-{exam.ended_by}", lang, minutes=rules.minutes),
        say("exam.fact-breaks", lang, count=exam.breaks) if exam.breaks else "",
        say("exam.fact-seed", lang, exam=exam.id, seed=exam.seed),
    )


def _part(found: Result, one: Readiness, lang: Lang) -> Part:
    edition = next(each.edition for each in found.held if each.item.technique == one.technique)
    rubric = edition.rubrics.get(one.technique)
    return Part(
        technique=one.technique,
        name=rubric.name.of(lang) if rubric else one.technique,
        verdict=one.verdict,
        word=say(f"exam.verdict-{one.verdict}", lang),
        total=span(one.total, one.total_if_open),
        reasons=tuple(_reasons(found, one, lang)),
    )


def _reasons(found: Result, one: Readiness, lang: Lang) -> list[Reason]:
    rules = found.rules
    facts = {"total": span(one.total, one.total_if_open), "mark": number(rules.pass_mark)}
    reasons = [Reason(one.score, say(f"exam.score-{one.score}", lang, **facts))]
    if one.unfinished:
        reasons.append(Reason("no", say("exam.unfinished", lang, count=one.unfinished)))
    steps = _names(found, one.missed if one.musts == "no" else one.open, lang)
    reasons.append(Reason(one.musts, say(f"exam.musts-{one.musts}", lang, steps=steps)))
    apart = span(one.gap.low, one.gap.high)
    limits = {"gap": apart, "tolerance": number(rules.tolerance)}
    reasons.append(
        Reason(one.calibration, say(f"exam.calibration-{one.calibration}", lang, **limits))
    )
    return reasons


def _names(found: Result, steps: tuple[str, ...], lang: Lang) -> str:
    return say("exam.list", lang).join(_name(found, step, lang) for step in steps)


def _name(found: Result, step: str, lang: Lang) -> str:
    technique = step.partition("/")[0]
    edition = next((one.edition for one in found.held if technique in one.edition.rubrics), None)
    return step_name(edition, step, lang) if edition else step


def _talk(found: Result, one: Held, lang: Lang) -> Talk:
    title = text_of(one.edition, one.edition.scenario.title, Voice(lang, found.exam.me))
    rows = [row for row in found.rated if row.place == one.item.place]
    return Talk(
        place=one.item.place,
        title=title,
        attempt=one.item.attempt,
        total=span(one.card.total, one.card.total_if_open) if one.card else "0",
        finished=bool(one.sitting and one.sitting.state.ended),
        steps=tuple(_step(one, row, lang) for row in rows),
    )


def _step(one: Held, row: Rated, lang: Lang) -> StepLine:
    return StepLine(
        row.place,
        step_name(one.edition, row.step, lang),
        say(f"exam.rated-{RATINGS[row.rating]}", lang),
        say("exam.done-open" if row.open else f"exam.done-{RATINGS[row.done]}", lang),
        row.off,
        row.open,
    )


def _off(found: Result, lang: Lang, way: int) -> tuple[str, ...]:
    """Return the steps rated too high (`way` 1) or too low (-1), a line each, furthest first."""
    rows = [row for row in found.rated if not row.open and row.off * way > 0]
    ordered = sorted(rows, key=lambda row: -abs(row.off))
    return tuple(
        say(
            "exam.off",
            lang,
            place=row.place,
            step=_name(found, row.step, lang),
            rated=say(f"exam.rated-{RATINGS[row.rating]}", lang),
            done=say(f"exam.done-{RATINGS[row.done]}", lang),
        )
        for row in ordered
    )


def _bias(found: Result, lang: Lang) -> str:
    from uss_trainer.coaching.readiness import gap

    if not found.rated:
        return ""
    apart = gap(found.rated)
    way = "even" if abs(apart.bias) < 1 else "high" if apart.bias > 0 else "low"
    facts = {"gap": span(apart.low, apart.high), "bias": number(abs(apart.bias))}
    return say(f"exam.bias-{way}", lang, **facts)
