"""A scored call as plain values: the JSON of `score`, its keys in `docs/command-line.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions.feedback import heard
from uss_trainer.actions.lessons import lessons
from uss_trainer.actions.remarks import remarks
from uss_trainer.actions.showing import card_as_plain, judged

if TYPE_CHECKING:
    from uss_trainer.actions.called import Call
    from uss_trainer.grading.alignment import Visit
    from uss_trainer.player.scene import Voice

Plain = dict[str, object]


def call_as_plain(call: Call, voice: Voice) -> Plain:
    """Return a call with its card, the path of its steps, and its annotated moments."""
    read = call.transcript
    return {
        "transcript": call.where,
        "form": read.form,
        "technique": call.technique,
        "speakers": [{"name": name, "sells": name in call.selling} for name in read.names],
        "left_out": list(read.left_out),
        "not_speakers": list(read.not_speakers),
        "scorecard": card_as_plain(call.card),
        "path": [_visit(call, one) for one in call.path],
        "missing": [
            {"step": one.step, "turns": [one.first + 1, one.last + 1]} for one in call.missing
        ],
        "out_of_order": list(call.out_of_order),
        "owed": [
            {"step": one.step, "due": one.due, "why": one.why, "turn": _counted(one.moment)}
            for one in call.owed
        ],
        "waived": list(call.waived),
        "talk": _talk(call),
        "lessons": [
            {"name": one.name, "about": one.about, "example": one.example}
            for one in lessons(call.yardstick, call.card, voice)
        ],
        "turns": [_turn(call, place, voice) for place in range(len(call.moments))],
    }


def _counted(place: int | None) -> int | None:
    """Return a place among the turns as people count, from 1."""
    return None if place is None else place + 1


def _talk(call: Call) -> Plain:
    talked = call.talked
    return {
        "measured": talked.measured,
        "sales_seconds": talked.sales,
        "customer_seconds": talked.customer,
        "share": round(talked.share, 3),
        "longest_turn": _counted(talked.longest),
        "longest_seconds": talked.longest_seconds,
    }


def _visit(call: Call, one: Visit) -> Plain:
    reply = call.moments[one.turn].reply[0]
    return {"step": one.step, "turn": one.turn + 1, "line": reply.line, "at": reply.start}


def _turn(call: Call, place: int, voice: Voice) -> Plain:
    moment, exchange = call.moments[place], call.exchanges[place]
    said = heard(call.yardstick, exchange, voice)
    return {
        "turn": place + 1,
        "line": moment.first.line,
        "start": moment.first.start,
        "customer": exchange.customer,
        "reply": exchange.reply,
        **judged(exchange),
        "remarks": [one.text.strip() for one in remarks(said, "zh" if voice.lang == "zh" else "en")]
        if exchange.reply
        else [],
    }
