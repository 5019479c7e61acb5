"""Print a scorecard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.cli.here import Here
    from uss_trainer.content.edition import Yardstick
    from uss_trainer.grading.card import Deduction, Scorecard, StepScore


def card_lines(
    here: Here, yardstick: Yardstick, result: Scorecard, *, ended: bool = True
) -> Iterator[str]:
    """Yield the card as lines of text; a conversation still going on has no band."""
    from uss_trainer.actions.wording import span

    names = {one.id: one.name.of(here.lang) for one in yardstick.scale.bands}
    total = span(result.total, result.total_if_open)
    if not ended:
        yield here.say("cli.total-so-far", total=total)
    else:
        yield here.say("cli.total", total=total, band=names.get(result.band, result.band))
    for part in ("coverage", "order", "methods", "key_points"):
        of = getattr(result, f"{part}_of")
        if of:
            points = f"{getattr(result, part):g}/{of:g}"
            yield "  " + here.say(f"cli.part-{part.replace('_', '-')}", points=points)
    for step in result.steps:
        yield "  " + _step(here, yardstick, step)
    for lost in result.deductions:
        yield "  " + _lost(here, yardstick, lost)


def _step(here: Here, yardstick: Yardstick, step: StepScore) -> str:
    from uss_trainer.actions.accounts import outcome_of
    from uss_trainer.actions.wording import number, step_name

    name = step_name(yardstick, step.step, here.lang)
    outcome = outcome_of(step)
    if step.turn is None or outcome in ("open", "missed"):
        return here.say(f"cli.step-{outcome}", name=name, possible=number(step.possible))
    points = f"{number(step.earned)}/{number(step.possible)}" if step.due else "-"
    return here.say("cli.step-done", name=name, points=points, turn=step.turn + 1)


def _lost(here: Here, yardstick: Yardstick, lost: Deduction) -> str:
    if lost.kind == "hint":
        return here.say("cli.lost-hint", points=lost.points)
    from uss_trainer.actions.wording import fault_of

    fault = fault_of(yardstick, lost.id)
    name = fault.name.of(here.lang) if fault else lost.id
    turn = "" if lost.turn is None else lost.turn + 1
    return here.say("cli.lost-fault", name=name, points=lost.points, turn=turn)
