"""Print a scored call: the annotated conversation, the card, then where the steps stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.cli.card import card_lines
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.called import Call, Owed
    from uss_trainer.cli.here import Here
    from uss_trainer.player.scene import Voice
    from uss_trainer.player.transcript import Moment, Utterance


def print_call(here: Here, call: Call, voice: Voice) -> None:
    """Print a call as text."""
    for part in (
        _talk(here, call, voice),
        _card(here, call),
        _steps(here, call),
        _next(here, call, voice),
    ):
        for line in part:
            write(line)


def _talk(here: Here, call: Call, voice: Voice) -> Iterator[str]:
    from uss_trainer.actions.feedback import heard
    from uss_trainer.actions.remarks import remarks

    yield here.say("score.head", where=call.where, name=_technique(call, here.lang))
    for place, (moment, exchange) in enumerate(zip(call.moments, call.exchanges, strict=True), 1):
        yield ""
        yield here.say("score.turn", turn=place, line=moment.first.line) + _at(here, moment.first)
        yield from _said(here, moment)
        if exchange.reply:
            for remark in remarks(heard(call.yardstick, exchange, voice), here.lang):
                yield from (f"    {line}" for line in remark.text.split("\n"))


def _technique(call: Call, lang: str) -> str:
    return call.yardstick.rubrics[call.technique].name.of(lang)


def _at(here: Here, said: Utterance) -> str:
    return "" if said.start is None else here.say("score.at", clock=clock(said.start))


def clock(seconds: float) -> str:
    """Return seconds as `1:02:03` or `02:03`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def _said(here: Here, moment: Moment) -> Iterator[str]:
    for one in (*moment.customer, *moment.reply):
        yield here.say("cli.said", who=one.who, text=" ".join(one.text.split("\n")))


def _card(here: Here, call: Call) -> Iterator[str]:
    yield ""
    yield from card_lines(here, call.yardstick, call.card)


def _steps(here: Here, call: Call) -> Iterator[str]:
    """Yield where the steps stand: on the path, missing, out of order, not owed; and the talk."""
    from uss_trainer.actions.wording import step_name

    def name(step: str) -> str:
        return step_name(call.yardstick, step, here.lang)

    yield ""
    where = [
        here.say("score.visit", name=name(one.step), line=call.moments[one.turn].reply[0].line)
        for one in call.path
    ]
    yield here.say("score.path", steps=here.say("score.arrow").join(where) or "–")
    for miss in call.missing:
        span = (
            str(miss.first + 1) if miss.first == miss.last else f"{miss.first + 1}–{miss.last + 1}"
        )
        yield here.say("score.missing", name=name(miss.step), turns=span)
    if call.out_of_order:
        steps = here.say("score.list").join(map(name, call.out_of_order))
        yield here.say("score.out-of-order", steps=steps)
    if call.waived:
        yield here.say("score.waived", steps=here.say("score.list").join(map(name, call.waived)))
    for owed in call.owed:
        yield _owed(here, owed, name(owed.step))
    yield from _length(here, call)


def _owed(here: Here, owed: Owed, name: str) -> str:
    turn = "" if owed.moment is None else owed.moment + 1
    return here.say(f"score.owed-{owed.why}", name=name, turn=turn)


def _length(here: Here, call: Call) -> Iterator[str]:
    talked = call.talked
    both = clock(talked.sales + talked.customer)
    kind = "measured" if talked.measured else "estimated"
    yield here.say(
        f"score.talk-{kind}", both=both, own=clock(talked.sales), share=round(talked.share * 100)
    )
    if talked.longest is not None and talked.longest_seconds:
        yield here.say(
            "score.longest", turn=talked.longest + 1, clock=clock(talked.longest_seconds)
        )
    if call.transcript.left_out:
        lines = ", ".join(map(str, call.transcript.left_out[:8]))
        yield here.say("score.left-out", lines=lines)
    if call.transcript.not_speakers:
        names = here.say("score.list").join(call.transcript.not_speakers[:8])
        yield here.say("score.not-speakers", names=names)


def _next(here: Here, call: Call, voice: Voice) -> Iterator[str]:
    from uss_trainer.actions.lessons import lessons

    found = lessons(call.yardstick, call.card, voice)
    if not found:
        return
    yield ""
    yield here.say("debrief.next")
    for one in found:
        yield f"  {one.name}: {one.about}" if here.lang == "en" else f"  {one.name}：{one.about}"
        if one.example:
            yield "    " + here.say("debrief.example", words=one.example)
