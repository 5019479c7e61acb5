"""An attempt as plain values: the JSON of `play` and `show`, its keys in `docs/command-line.md`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.reviewing import Review
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.drilled import Drilled
    from uss_trainer.coaching.rulings import Correction
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.grading.values import Exchange
    from uss_trainer.player.state import Turn

Plain = dict[str, object]


def as_plain(
    sitting: Sitting, scorecard: Scorecard, said: Review | None = None, *, recorded: bool = True
) -> Plain:
    """Return an attempt with its card and the turns that stand, and what trainers `said` to them."""
    ruled = said.ruled if said else None
    return {
        "attempt": sitting.attempt.id if recorded else None,
        "scenario": sitting.attempt.scenario,
        "mode": sitting.attempt.mode,
        "ending": sitting.state.position.ending or None,
        "scorecard": card_as_plain(scorecard),
        "ruled": card_as_plain(ruled) if ruled else None,
        "turns": [_turn(turn) | _said(turn, said) for turn in sitting.state.turns],
    }


def card_as_plain(scorecard: Scorecard) -> Plain:
    """Return a card under its own names, the total first."""
    plain: Plain = asdict(scorecard)
    first = ("total", "total_if_open", "band", "passed")
    return {name: plain.pop(name) for name in first} | plain


def _turn(turn: Turn) -> Plain:
    exchange = turn.exchange
    return {
        "number": turn.number,
        "scene": turn.scene,
        "customer": exchange.customer,
        "cue": turn.cue,
        "who": turn.who,
        "speaker": turn.speaker,
        "reply": exchange.reply,
        "choice": turn.choice or None,
        **judged(exchange),
        "moved": dict(turn.moved),
    }


def judged(exchange: Exchange) -> Plain:
    """Return what was due at a reply and what it did, under the keys every export uses."""
    judgement = exchange.judgement
    return {
        "due": list(exchange.due),
        "steps": list(judgement.step_ids),
        "methods": list(judgement.method_ids),
        "faults": list(judgement.fault_ids),
        "open": [evidence.id for evidence in judgement.open],
        "quality": judgement.quality,
        "gradable": judgement.gradable,
        "reason": judgement.reason or None,
    }


def _said(turn: Turn, said: Review | None) -> Plain:
    """Return what trainers said to a turn."""
    if said is None:
        return {"comments": [], "correction": None}
    held = said.ruling_on(turn.number)
    return {
        "comments": [
            {"at": one.at, "by": said.name(one.author), "text": one.text}
            for one in said.comments_on(turn.number)
        ],
        "correction": _correction(held, said) if held else None,
    }


def _correction(held: Correction, said: Review) -> Plain:
    plain: Plain = asdict(held.ruling) if held.ruling else {}
    return {"at": held.at, "by": said.name(held.author), **plain, "why": held.why}


def history(desk: Desk) -> tuple[Attempt, ...]:
    """Return every attempt of whoever acts, oldest first."""
    from uss_trainer.store.attempts import all_attempts

    return all_attempts(desk.database, desk.actor.id)


def drilled(desk: Desk) -> tuple[Drilled, ...]:
    """Return every answered drill, oldest first."""
    from uss_trainer.store.drills import all_drilled

    return all_drilled(desk.database, desk.actor.id)


def history_as_plain(attempts: tuple[Attempt, ...], done: tuple[Drilled, ...]) -> Plain:
    """Return attempts and answered drills as the JSON of `history`."""
    return {
        "attempts": [_listed(attempt) for attempt in attempts],
        "drills": [_answered(one) for one in done],
    }


def _answered(done: Drilled) -> Plain:
    plain = asdict(done)
    names = ("drill", "kind", "at", "total", "total_if_open", "band", "passed")
    return {"result": done.id, **{name: plain[name] for name in names}}


def _listed(attempt: Attempt) -> Plain:
    done = attempt.finished
    return {
        "attempt": attempt.id,
        "scenario": attempt.scenario,
        "mode": attempt.mode,
        "started_at": attempt.started_at,
        "finished_at": attempt.finished_at or None,
        "ending": attempt.ending or None,
        "outcome": attempt.outcome or None,
        "total": attempt.total if done else None,
        "total_if_open": attempt.total_if_open if done else None,
        "band": attempt.band or None,
        "passed": attempt.passed,
        "retry_of": attempt.retry_of or None,
    }
