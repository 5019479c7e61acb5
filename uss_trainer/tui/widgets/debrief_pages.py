"""The pages of the debrief, each a list of widgets made from its values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Checkbox, Static

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.noted_turn import NotedTurn
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.debriefed import Debrief, Lesson, Loss, Part, StepResult

BAR = 20
"""Cells of a part's bar."""


def _line(first: str | Content, rest: Widget, classes: str = "") -> Widget:
    shown = Content(first) if isinstance(first, str) else first
    return Horizontal(Static(shown, classes="first"), rest, classes=f"line {classes}".strip())


def _heading(code: str, lang: Lang) -> Widget:
    return Wrapped(say(code, lang), classes="heading title")


def result_page(debrief: Debrief, lang: Lang) -> Iterator[Widget]:
    """Yield total, band, ending, the parts of the total, what was lost, what to practise."""
    state = "-passed" if debrief.passed else "-not-passed"
    yield Horizontal(
        Static(Content(say("debrief.total", lang, total=debrief.total)), id="total"),
        Static(Content(say("debrief.band", lang, band=debrief.band)), id="band"),
        id="score",
        classes=state,
    )
    yield from _notices(debrief, lang)
    yield Vertical(*(_part(part, lang) for part in debrief.parts), classes="block")
    if debrief.losses:
        yield _heading("debrief.losses", lang)
        yield from (_loss(loss, lang) for loss in debrief.losses)
    yield _heading("debrief.next", lang)
    yield from _lessons(debrief, lang)
    talk = {"minutes": debrief.minutes, "share": debrief.share, "seconds": debrief.think_seconds}
    yield Wrapped(say("debrief.talk", lang, **talk), classes="quiet block")


def _notices(debrief: Debrief, lang: Lang) -> Iterator[Widget]:
    if ruling := debrief.ruling:
        told = say("debrief.ruled", lang, total=ruling.total, band=ruling.band)
        yield Wrapped(told, classes="good" if ruling.passed else "warn", id="ruled")
    if debrief.shared:
        yield Wrapped(say("debrief.shared", lang), classes="quiet", id="shared")
    if debrief.undecided:
        yield Wrapped(say("debrief.undecided", lang), classes="warn")
    if debrief.retry_of:
        mark = say("debrief.retry-mark", lang, turn=debrief.retry_turn)
        yield Wrapped(mark, classes="quiet", id="retry-mark")
    if debrief.finished:
        ending = say("debrief.ending", lang, ending=debrief.ending)
        yield Wrapped(ending, classes=f"block ending -{debrief.outcome}")
        yield Wrapped(debrief.ending_debrief)
    else:
        yield Wrapped(say("debrief.unfinished", lang), classes="warn")
    if debrief.missed_must:
        steps = say("debrief.list", lang).join(debrief.missed_must)
        yield Wrapped(say("debrief.missed-must", lang, steps=steps), classes="bad")


def _part(part: Part, lang: Lang) -> Widget:
    full = round(part.share * BAR)
    bar = Content.assemble(("━" * full, "$success"), ("━" * (BAR - full), "$panel-lighten-2"))
    return _line(
        say(f"debrief.part-{part.id}", lang),
        Horizontal(
            Static(bar, classes="bar"),
            Static(Content(say("debrief.of", lang, got=part.got, of=part.of)), classes="points"),
        ),
        "part",
    )


def _loss(loss: Loss, lang: Lang) -> Widget:
    text = loss.name or say("debrief.hints", lang)
    if loss.turn is not None:
        text = f"{text} · {say('debrief.turn', lang, turn=loss.turn)}"
    if loss.words:
        text += say("feedback.words", lang, words=loss.words)
    points = Content(say("debrief.loss", lang, points=loss.points))
    return _line(points, Wrapped(f"{text}\n{loss.about}".strip()), "bad")


def _lessons(debrief: Debrief, lang: Lang) -> Iterator[Widget]:
    for place, lesson in enumerate(debrief.lessons, 1):
        yield _line(str(place), Wrapped(_lesson(lesson, lang)), "lesson")
    if not debrief.lessons:
        yield Wrapped(say("debrief.next-none", lang))
    if debrief.harder:
        yield Wrapped(say(f"debrief.next-{debrief.harder}", lang))


def _lesson(lesson: Lesson, lang: Lang) -> str:
    example = say("debrief.example", lang, words=lesson.example) if lesson.example else ""
    return "\n".join(part for part in (lesson.name, lesson.about, example) if part)


def steps_page(debrief: Debrief, lang: Lang) -> Iterator[Widget]:
    """Yield every step with where it was earned, or what would have earned it; then the order."""
    for step in debrief.steps:
        yield from _step(step, lang)
    arrow, comma = say("debrief.arrow", lang), say("debrief.list", lang)
    if debrief.performed:
        order = say("debrief.performed", lang, steps=arrow.join(debrief.performed))
        yield Wrapped(order, classes="block")
        if debrief.out_of_order:
            wrong = comma.join(debrief.out_of_order)
            yield Wrapped(say("debrief.order-bad", lang, steps=wrong), classes="warn")
        else:
            yield Wrapped(say("debrief.order-good", lang), classes="good")


def _step(step: StepResult, lang: Lang) -> Iterator[Widget]:
    points = say("debrief.extra", lang)
    if step.outcome != "extra":
        points = say("debrief.points", lang, earned=step.earned, possible=step.possible)
    name = say("debrief.must", lang, name=step.name) if step.must else step.name
    yield Horizontal(
        Static(Content(say(f"debrief.step-{step.outcome}", lang)), classes="sign"),
        Wrapped(name, classes="name"),
        Static(Content(points), classes="points"),
        classes=f"step -{step.outcome}",
    )
    yield Wrapped("\n".join(_detail(step, lang)), classes="detail")


def _detail(step: StepResult, lang: Lang) -> Iterator[str]:
    if step.turn is not None and step.outcome not in ("missed", "open"):
        code = "debrief.earned-where" if step.words else "debrief.earned-turn"
        yield say(code, lang, turn=step.turn, words=step.words)
        if step.line:
            yield say("debrief.like", lang, line=step.line)
    elif step.outcome == "open":
        yield say("debrief.open", lang)
    else:
        yield say("debrief.missed", lang, about=step.about)
    if step.example:
        code = "debrief.would-earn-more" if step.outcome == "partly" else "debrief.would-earn"
        yield say(code, lang, words=step.example)


def talk_page(debrief: Debrief, lang: Lang) -> Iterator[Widget]:
    """Yield the conversation turn by turn."""
    for noted in debrief.turns:
        yield NotedTurn(noted, debrief.customer, lang)
    if not debrief.turns:
        yield Wrapped(say("debrief.no-turns", lang), classes="quiet")


def points_page(debrief: Debrief, lang: Lang, ticked: set[int]) -> Iterator[Widget]:
    """Yield the key points that were measured, and those to tick off oneself."""
    if debrief.key_points:
        yield _heading("debrief.measured", lang)
    for point in debrief.key_points:
        code = f"debrief.measured-{point.measure}"
        value = say(code, lang, value=point.value, limit=point.limit)
        text = f"{point.name}\n{value}"
        yield _line("✓" if point.met else "✗", Wrapped(text), "good" if point.met else "bad")
    if debrief.ticks:
        yield _heading("debrief.ticks", lang)
    for place, name in enumerate(debrief.ticks):
        yield Checkbox(Content(name), place in ticked, id=f"tick-{place}", compact=True)
