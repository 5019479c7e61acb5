"""What a conversation earned, counted once as it stands and once with everything open accepted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.grading.card import StepScore
from uss_trainer.grading.order import longest_run, ranks, within
from uss_trainer.grading.rubric import qualified

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uss_trainer.content.rubrics import Rubric, Scale, Step
    from uss_trainer.grading.values import Evidence, Exchange

FULL = 3
"""Quality at which something open is accepted when the upper bound is counted."""


@dataclass(frozen=True, slots=True)
class Best:
    """The turn that did a step best."""

    quality: int
    turn: int | None
    evidence: Evidence | None
    """None where an undecided turn is taken to have done it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the path asked for."""

    steps: Mapping[str, Step]
    """Every step of the rubrics by full id, in their order."""

    due: frozenset[str]
    rank: Mapping[str, int]


def plan(exchanges: Sequence[Exchange], rubrics: Mapping[str, Rubric]) -> Plan:
    """Return what was due over the whole path, skipped scenes included."""
    steps = {qualified(one, step.id): step for one in rubrics.values() for step in one.steps}
    asked = {step for exchange in exchanges for step in (*exchange.due, *exchange.owed)}
    rank = {step: place for one in rubrics.values() for step, place in ranks(one).items()}
    return Plan(steps, frozenset(asked & set(steps)), rank)


def undecided(exchange: Exchange) -> set[str]:
    """Return the steps a turn may still earn: those too close to call, or all that was due."""
    judgement = exchange.judgement
    if judgement.reason in ("", "uncertain"):
        return {evidence.id for evidence in judgement.open}
    return set(exchange.due)


def best_turns(exchanges: Sequence[Exchange], given: Plan, accept: bool) -> dict[str, Best]:
    """Return each performed step's best turn, the first where several are as good.

    With `accept`, whatever is undecided counts as done well.
    """
    best: dict[str, Best] = {}
    for turn, exchange in enumerate(exchanges):
        judgement = exchange.judgement
        named = [(one.id, Best(judgement.quality, turn, one)) for one in judgement.steps]
        if accept:
            named += [(step, Best(FULL, turn, None)) for step in sorted(undecided(exchange))]
        for step, one in named:
            if step in given.steps and (step not in best or best[step].quality < one.quality):
                best[step] = one
    return best


def step_scores(
    exchanges: Sequence[Exchange],
    best: Mapping[str, Best],
    given: Plan,
    scale: Scale,
    points: float,
) -> tuple[StepScore, ...]:
    """Return every due step's score, then those performed that weren't due."""
    weights = sum(given.steps[step].weight for step in given.due)
    maybe = {step for exchange in exchanges for step in undecided(exchange)}
    rows = []
    for step, told in given.steps.items():
        if step in given.due or step in best:
            one = best.get(step, Best(0, None, None))
            possible = points * told.weight / weights if step in given.due else 0.0
            earned = possible * scale.quality[one.quality]
            row = StepScore(
                step=step,
                due=step in given.due,
                weight=told.weight,
                quality=one.quality,
                earned=round(earned, 2),
                possible=round(possible, 2),
                turn=one.turn,
                words=_words(exchanges, one),
                line=one.evidence.line if one.evidence else "",
                must=told.must,
                open=step in maybe,
            )
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: not row.due))


def _words(exchanges: Sequence[Exchange], one: Best) -> str:
    """Return the words of the reply that earned a step."""
    if one.turn is None or one.evidence is None:
        return ""
    return exchanges[one.turn].reply[one.evidence.start : one.evidence.end]


def performed(exchanges: Sequence[Exchange], given: Plan, accept: bool) -> tuple[str, ...]:
    """Return the steps in the order they were first performed."""
    seen: dict[str, None] = {}
    for exchange in exchanges:
        judgement = exchange.judgement
        known = [evidence for evidence in judgement.steps if evidence.id in given.steps]
        if accept:
            known += [evidence for evidence in judgement.open if evidence.id in given.steps]
        seen.update(dict.fromkeys(within(judgement, known, given.rank)))
        if accept:
            rest = sorted(undecided(exchange) & set(given.steps), key=lambda step: given.rank[step])
            seen.update(dict.fromkeys(rest))
    return tuple(seen)


def in_order(steps: Sequence[str], given: Plan) -> tuple[str, ...]:
    """Return the longest run in the manual's order, each technique by itself."""
    techniques = dict.fromkeys(step.partition("/")[0] for step in steps)
    return tuple(
        step
        for technique in techniques
        for step in longest_run(
            [step for step in steps if step.partition("/")[0] == technique], given.rank
        )
    )
