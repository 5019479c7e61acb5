"""Print an attempt that comes out otherwise: before, after, which turns, which version."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.regraded import Moved
    from uss_trainer.actions.verified import Again
    from uss_trainer.cli.here import Here


def moved_lines(here: Here, one: Moved) -> Iterator[str]:
    """Yield an attempt with both results, then why."""
    from uss_trainer.actions.wording import span

    names = {band.id: band.name.of(here.lang) for band in here.desk.library.scale.bands}
    before, after = (
        here.say(
            "regrade.result",
            total=span(card.total, card.total_if_open),
            band=names.get(card.band, card.band),
        )
        for card in (one.before, one.after)
    )
    name = one.person or here.say("persons.you")
    facts = {"name": name, "scenario": one.attempt.scenario, "attempt": one.attempt.id}
    yield here.say("regrade.attempt", **facts, before=before, after=after)
    for turn in one.changed:
        yield "  " + here.say("regrade.turn", turn=turn.place, what=_turn(here, turn))
    if one.moved and not one.changed:
        parts = here.say("verify.list").join(_part(here, name) for name in one.parts)
        yield "  " + here.say("regrade.card", parts=parts)
    for version in one.versions:
        said = here.say(f"verify.version-{version.part}", of=version.of)
        yield "  " + here.say("regrade.version", what=said, then=version.stored, now=version.now)


def _part(here: Here, name: str) -> str:
    return here.say(f"verify.part-{name}")


def _turn(here: Here, turn: Again) -> str:
    """Return what a reply is now found to do, and not to do any more."""
    signed = [
        *_signed(turn.stored.step_ids, turn.now.step_ids),
        *_signed(turn.stored.fault_ids, turn.now.fault_ids),
    ]
    if turn.stored.quality != turn.now.quality:
        quality = {"before": turn.stored.quality, "after": turn.now.quality}
        signed.append(here.say("regrade.quality", **quality))
    rest = [name for name in turn.differs if name not in ("steps", "faults", "quality")]
    return here.say("verify.list").join([*signed, *(_part(here, name) for name in rest)])


def _signed(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    yield from (f"+{one}" for one in after if one not in before)
    yield from (f"−{one}" for one in before if one not in after)
