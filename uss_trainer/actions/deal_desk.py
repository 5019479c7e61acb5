"""What the deal's screen asks for: how it stands, beginning it, a price."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.i18n import Lang
from uss_trainer.imports import importing

if TYPE_CHECKING:
    from uss_trainer.actions.deal_views import DealView
    from uss_trainer.actions.dealing import Dealing
    from uss_trainer.actions.desk import Desk


@dataclass(frozen=True, slots=True)
class Shown:
    """A deal as shown."""

    view: DealView
    run: str = ""
    """The run shown; empty before the deal is begun."""

    going: bool = False
    """Whether a visit has been begun and not finished."""


def look(desk: Desk, deal: str, lang: Lang, me: str, *, anew: bool = False) -> Shown:
    """Return a deal's run where it stands; the deal itself where there is none, or `anew`."""
    with importing():
        from uss_trainer.actions.deal_standings import run_to_show
        from uss_trainer.actions.deal_views import before
        from uss_trainer.actions.dealing import open_dealing

    run = "" if anew else run_to_show(desk, deal)
    if run:
        return _shown(open_dealing(desk, run, lang), lang)
    return Shown(before(desk.library.deal(deal), lang, me))


def start(desk: Desk, deal: str, mode: str, lang: Lang, me: str) -> Shown:
    """Begin a deal."""
    from uss_trainer.actions.dealing import begin_dealing

    return _shown(begin_dealing(desk, deal, mode=mode, lang=lang, me=me), lang)


def fill_in(desk: Desk, run: str, text: str, lang: Lang) -> Shown:
    """Offer the price in `text`; TrainerError where it is none or can't be offered."""
    from uss_trainer.actions.dealing import open_dealing, price
    from uss_trainer.actions.prices import price_in

    return _shown(price(desk, open_dealing(desk, run, lang), price_in(text)), lang)


def _shown(dealing: Dealing, lang: Lang) -> Shown:
    from uss_trainer.actions.deal_views import view

    return Shown(view(dealing, lang), dealing.run.id, bool(dealing.attempt))
