"""What the deal's screen asks for: how it stands, beginning it, a price."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.errors import TrainerError
from uss_trainer.i18n import Lang, say
from uss_trainer.imports import importing

if TYPE_CHECKING:
    from uss_trainer.actions.deal_views import DealView
    from uss_trainer.actions.dealing import Dealing
    from uss_trainer.actions.desk import Desk


@dataclass(frozen=True, slots=True)
class Drilling:
    """A drill offered between two visits."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A deal as shown."""

    view: DealView
    run: str = ""
    """The run shown; empty before the deal is begun."""

    going: bool = False
    """Whether a visit has been begun and not finished."""

    drills: tuple[Drilling, ...] = ()
    """What follows up the last visit and prepares the next."""


def look(desk: Desk, deal: str, lang: Lang, me: str, *, anew: bool = False) -> Shown:
    """Return a deal's run where it stands; the deal itself where there is none, or `anew`."""
    with importing():
        from uss_trainer.actions.deal_standings import run_to_show
        from uss_trainer.actions.deal_views import before
        from uss_trainer.actions.dealing import open_dealing

    run = "" if anew else run_to_show(desk, deal)
    if run:
        return _shown(desk, open_dealing(desk, run, lang), lang)
    return Shown(before(desk.library.deal(deal), lang, me))


def start(desk: Desk, deal: str, mode: str, lang: Lang, me: str) -> Shown:
    """Begin a deal."""
    from uss_trainer.actions.dealing import begin_dealing

    return _shown(desk, begin_dealing(desk, deal, mode=mode, lang=lang, me=me), lang)


def fill_in(desk: Desk, run: str, text: str, lang: Lang) -> Shown:
    """Offer the price in `text`; TrainerError where it is none or can't be offered."""
    from uss_trainer.actions.dealing import open_dealing, price
    from uss_trainer.actions.prices import price_in

    return _shown(desk, price(desk, open_dealing(desk, run, lang), price_in(text)), lang)


def _shown(desk: Desk, dealing: Dealing, lang: Lang) -> Shown:
    from uss_trainer.actions.deal_views import view

    offered = _offered(desk, dealing, lang)
    return Shown(view(dealing, lang), dealing.run.id, bool(dealing.attempt), offered)


def _offered(desk: Desk, dealing: Dealing, lang: Lang) -> tuple[Drilling, ...]:
    """Return the drills that can be done now; one that was taken away since isn't offered."""
    from uss_trainer.actions.deal_map import drills

    found = []
    for code, name in drills(dealing):
        with suppress(TrainerError):
            title = desk.library.drill(name).drill.title.of(lang)
            found.append(Drilling(name, say(code, lang, title=title)))
    return tuple(found)
