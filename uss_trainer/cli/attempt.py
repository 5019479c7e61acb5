"""Print an attempt: the conversation, then the card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from uss_trainer.cli.card import card_lines
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from uss_trainer.actions.reviewing import Review
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.cli.here import Here
    from uss_trainer.grading.card import Scorecard


def print_attempt(
    here: Here,
    sitting: Sitting,
    form: str,
    *,
    recorded: bool = True,
    said: Review | None = None,
) -> None:
    """Print an attempt as text or as JSON; with what trainers `said` its turns are numbered."""
    from uss_trainer.actions.playing import card
    from uss_trainer.actions.showing import as_plain

    result = card(sitting)
    if form == "json":
        here.write(as_plain(sitting, result, said, recorded=recorded))
        return
    head = _head(here, sitting, recorded)
    for line in (*head, *_talk(here, sitting, said), *_result(here, sitting, result)):
        write(line)
    if said and said.ruled:
        for line in ruled_lines(here, sitting, said.ruled, result):
            write(line)


def _head(here: Here, sitting: Sitting, recorded: bool) -> Iterator[str]:
    title = sitting.edition.scenario.title.of(here.lang)
    yield here.say("cli.attempt", title=title, mode=here.say(f"cli.mode-{sitting.attempt.mode}"))
    attempt = sitting.attempt.id
    yield here.say("cli.attempt-id", attempt=attempt) if recorded else here.say("cli.dry")


def _talk(here: Here, sitting: Sitting, said: Review | None) -> Iterator[str]:
    from uss_trainer.actions.feedback import feedback
    from uss_trainer.actions.remarks import remarks
    from uss_trainer.actions.reviewed import said_to
    from uss_trainer.player.scene import customer_line

    customer = sitting.edition.scenario.customer.name.of(here.lang)
    for place, turn in enumerate(sitting.state.turns, 1):
        yield ""
        if said is not None:
            yield here.say("debrief.turn-head", turn=place)
        yield from _spoken(here, turn.who or customer, turn.exchange.customer, turn.cue)
        yield from _spoken(here, sitting.attempt.me, turn.exchange.reply or "…")
        for remark in remarks(feedback(sitting.edition, turn, sitting.voice), here.lang):
            yield from (f"    {part}" for part in remark.text.split("\n"))
        if said is not None:
            for words in said_to(sitting, said, turn, here.lang):
                yield from (f"    {part}" for part in words.split("\n"))
    last = customer_line(sitting.edition, sitting.state.position, sitting.voice)
    yield ""
    yield from _spoken(here, last.who or customer, last.text, last.cue)


def _spoken(here: Here, who: str, text: str, cue: str = "") -> Iterator[str]:
    if text or cue:
        heard = here.say("cli.cue", cue=cue.strip("（）()")) if cue else ""
        yield here.say("cli.said", who=who, text=heard + " ".join(text.split("\n")))


def _result(here: Here, sitting: Sitting, result: Scorecard) -> Iterator[str]:
    """Yield how the conversation ended and its card."""
    ending = sitting.edition.scenario.ending(sitting.state.position.ending)
    yield ""
    yield (
        here.say("cli.ending", title=ending.title.of(here.lang))
        if ending
        else here.say("cli.no-ending")
    )
    yield from card_lines(here, sitting.edition, result, ended=ending is not None)


def ruled_lines(
    here: Here, sitting: Sitting, ruled: Scorecard, machine: Scorecard
) -> Iterator[str]:
    """Yield the result with the rulings counted, beside the machine's."""
    from uss_trainer.actions.wording import span

    total = span(machine.total, machine.total_if_open)
    counts = span(ruled.total, ruled.total_if_open)
    yield ""
    yield here.say("rulings.total-both", machine=total, ruled=counts)
    yield from card_lines(here, sitting.edition, ruled)
