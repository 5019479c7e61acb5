"""Print an attempt: the conversation, then the card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.cli.here import Here
    from uss_trainer.grading.values import Deduction, Scorecard, StepScore


def print_attempt(here: Here, sitting: Sitting, form: str, *, recorded: bool = True) -> None:
    """Print an attempt as text or as JSON."""
    from uss_trainer.actions.playing import card
    from uss_trainer.actions.showing import as_plain

    result = card(sitting)
    if form == "json":
        here.write(as_plain(sitting, result, recorded=recorded))
        return
    head = _head(here, sitting, recorded)
    for line in (*head, *_talk(here, sitting), *_card(here, sitting, result)):
        write(line)


def _head(here: Here, sitting: Sitting, recorded: bool) -> Iterator[str]:
    title = sitting.edition.scenario.title.of(here.lang)
    yield here.say("cli.attempt", title=title, mode=here.say(f"cli.mode-{sitting.attempt.mode}"))
    attempt = sitting.attempt.id
    yield here.say("cli.attempt-id", attempt=attempt) if recorded else here.say("cli.dry")


def _talk(here: Here, sitting: Sitting) -> Iterator[str]:
    from uss_trainer.actions.feedback import feedback
    from uss_trainer.actions.remarks import remarks
    from uss_trainer.player.scene import customer_line

    customer = sitting.edition.scenario.customer.name.of(here.lang)
    for turn in sitting.state.turns:
        yield ""
        yield from _spoken(here, turn.who or customer, turn.exchange.customer, turn.cue)
        yield from _spoken(here, sitting.attempt.me, turn.exchange.reply or "…")
        for remark in remarks(feedback(sitting.edition, turn, sitting.voice), here.lang):
            yield from (f"    {part}" for part in remark.text.split("\n"))
    last = customer_line(sitting.edition, sitting.state.position, sitting.voice)
    yield ""
    yield from _spoken(here, last.who or customer, last.text, last.cue)


def _spoken(here: Here, who: str, text: str, cue: str = "") -> Iterator[str]:
    if text or cue:
        heard = here.say("cli.cue", cue=cue.strip("（）()")) if cue else ""
        yield here.say("cli.said", who=who, text=heard + " ".join(text.split("\n")))


def _card(here: Here, sitting: Sitting, result: Scorecard) -> Iterator[str]:
    from uss_trainer.actions.wording import span

    scale, scenario = sitting.edition.scale, sitting.edition.scenario
    names = {one.id: one.name.of(here.lang) for one in scale.bands}
    ending = scenario.ending(sitting.state.position.ending)
    yield ""
    yield (
        here.say("cli.ending", title=ending.title.of(here.lang))
        if ending
        else here.say("cli.no-ending")
    )
    total = span(result.total, result.total_if_open)
    if ending is None:
        yield here.say("cli.total-so-far", total=total)
    else:
        yield here.say("cli.total", total=total, band=names.get(result.band, result.band))
    for part in ("coverage", "order", "methods", "key_points"):
        of = getattr(result, f"{part}_of")
        if of:
            points = f"{getattr(result, part):g}/{of:g}"
            yield "  " + here.say(f"cli.part-{part.replace('_', '-')}", points=points)
    for step in result.steps:
        yield "  " + _step(here, sitting, step)
    for lost in result.deductions:
        yield "  " + _lost(here, sitting, lost)


def _step(here: Here, sitting: Sitting, step: StepScore) -> str:
    from uss_trainer.actions.debriefs import outcome_of
    from uss_trainer.actions.wording import number, step_name

    name = step_name(sitting.edition, step.step, here.lang)
    outcome = outcome_of(step)
    if step.turn is None or outcome in ("open", "missed"):
        return here.say(f"cli.step-{outcome}", name=name, possible=number(step.possible))
    points = f"{number(step.earned)}/{number(step.possible)}" if step.due else "-"
    return here.say("cli.step-done", name=name, points=points, turn=step.turn + 1)


def _lost(here: Here, sitting: Sitting, lost: Deduction) -> str:
    if lost.kind == "hint":
        return here.say("cli.lost-hint", points=lost.points)
    from uss_trainer.actions.wording import fault_of

    fault = fault_of(sitting.edition, lost.id)
    name = fault.name.of(here.lang) if fault else lost.id
    turn = "" if lost.turn is None else lost.turn + 1
    return here.say("cli.lost-fault", name=name, points=lost.points, turn=turn)
